import type { z } from "zod";
import { type JsonSchema, parametersSchema, rangeText, typesOf, variantsOf } from "../core/study/index.ts";
import { code, table } from "./reference-markdown.ts";

/** One field of a schema; `name` is the path of a nested one: `points[].dilution`. */
export interface SchemaField {
  readonly name: string;
  readonly type: string;
  readonly unit: string;
  /** JSON; null where there is none. */
  readonly defaultValue: string | null;
  /** A nested field: where its parent is given. */
  readonly required: boolean;
  readonly en: string;
  readonly ja: string;
}

/** The fields that a zod object takes, before defaults, nested ones after the field that holds them. */
export function schemaFields(schema: z.ZodType): SchemaField[] {
  return fieldsOf(parametersSchema({ parameters: schema }), "");
}

function fieldsOf(schema: JsonSchema, prefix: string): SchemaField[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
    const required = schema.required?.includes(key) ?? false;
    return fieldOf(prefix + key, property, required);
  });
}

/** One field and what is nested in it; a field that only holds others has no row of its own. */
function fieldOf(name: string, property: JsonSchema, required: boolean): SchemaField[] {
  const nested = nestedFields(property, name);
  const own: SchemaField = {
    name,
    type: typeOf(property),
    unit: property.unit ?? "",
    defaultValue: property.default === undefined ? null : JSON.stringify(property.default),
    required,
    en: property.label?.en ?? property.description ?? "",
    ja: property.label?.ja ?? "",
  };
  return own.en === "" && nested.length > 0 && property.default === undefined ? nested : [own, ...nested];
}

/** Fields inside an object, a list of objects (`[]`), a map of objects (`.<name>`) or one of several kinds. */
function nestedFields(schema: JsonSchema, name: string): SchemaField[] {
  if (schema.properties) return fieldsOf(schema, `${name}.`);
  if (schema.items) return nestedFields(schema.items, `${name}[]`);
  if (schema.prefixItems) return nestedFields(schema.prefixItems[0]!, `${name}[]`);
  if (typeof schema.additionalProperties === "object")
    return nestedFields(schema.additionalProperties, `${name}.<name>`);
  const kinds = variantsOf(schema).filter((one) => one.properties !== undefined);
  return kinds.length > 1 ? kindFields(kinds, name) : kinds.flatMap((one) => nestedFields(one, name));
}

/** What all kinds of an object have, once; then what only some have, told by their kind. */
function kindFields(kinds: readonly JsonSchema[], name: string): SchemaField[] {
  const named = kinds.map((schema) => ({
    kind: String(schema.properties!.kind?.const ?? ""),
    fields: fieldsOf(schema, `${name}.`),
  }));
  const same = (field: SchemaField) => JSON.stringify({ ...field, type: isKind(field) ? "" : field.type });
  const isKind = (field: SchemaField) => field.name === `${name}.kind`;
  const isShared = (field: SchemaField) =>
    named.every(({ fields }) => fields.some((other) => same(other) === same(field)));
  const shared = named[0]!.fields.filter(isShared).map((field) => ({
    ...field,
    ...(isKind(field) ? { type: named.map(({ kind }) => JSON.stringify(kind)).join(" | ") } : {}),
  }));
  const own = named.flatMap(({ kind, fields }) =>
    fields
      .filter((field) => !isShared(field))
      .map((field) => ({ ...field, en: `${kind}: ${field.en}`, ja: `${kind}：${field.ja}` })),
  );
  return [...shared, ...own];
}

function typeOf(schema: JsonSchema): string {
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (variantsOf(schema).length > 0) return [...new Set(variantsOf(schema).map(typeOf))].join(" | ");
  if (schema.items) return isObject(schema.items) ? "list" : `list of ${typeOf(schema.items)}`;
  if (schema.prefixItems) {
    if (schema.prefixItems.some(isObject)) return `list of ${schema.prefixItems.length}`;
    return `[${schema.prefixItems.map(typeOf).join(", ")}]`;
  }
  if (typeof schema.additionalProperties === "object") {
    const inner = schema.additionalProperties;
    return isObject(inner) ? "map by name" : `map by name of ${typeOf(inner)}`;
  }
  return typesOf(schema)
    .map((name) => `${name}${range(schema, name)}`)
    .join(" | ");
}

function isObject(schema: JsonSchema): boolean {
  return schema.properties !== undefined || variantsOf(schema).some((one) => one.properties !== undefined);
}

function range(schema: JsonSchema, name: string): string {
  if (name !== "number" && name !== "integer") return "";
  const limits = rangeText(schema);
  return limits === "" ? "" : ` ${limits}`;
}

/** The fields as a table; `options` gives the command's option of a field. */
export function fieldTable(
  fields: readonly SchemaField[],
  first: string,
  option?: (name: string) => string,
): string {
  const head = [
    first,
    ...(option ? ["option"] : []),
    "type / 型",
    "unit / 単位",
    "default / 既定値",
    "what it is",
    "内容",
  ];
  const rows = fields.map((field) => [
    code(field.name),
    ...(option ? [code(option(field.name))] : []),
    field.type,
    field.unit === "1" ? "1" : code(field.unit),
    field.required ? "required / 必須" : field.defaultValue === null ? "" : code(field.defaultValue),
    field.en,
    field.ja,
  ]);
  return table(head, rows);
}
