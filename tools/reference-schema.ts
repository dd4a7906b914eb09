import { z } from "zod";
import { code, table } from "./reference-markdown.ts";

/** JSON Schema as far as the reference shows it. */
interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly default?: unknown;
  readonly unit?: string;
  readonly description?: string;
  readonly title?: string;
  readonly label?: { readonly en: string; readonly ja: string };
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
}

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
  return fieldsOf(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Schema, "");
}

function fieldsOf(schema: Schema, prefix: string): SchemaField[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
    const name = prefix + key;
    const required = schema.required?.includes(key) ?? false;
    const inner = property.items?.properties ? property.items : property;
    const nested = fieldsOf(inner, property.items ? `${name}[].` : `${name}.`);
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
  });
}

function typeOf(schema: Schema): string {
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(" | ");
  if (schema.items) return schema.items.properties ? "list" : `list of ${typeOf(schema.items)}`;
  const names = typeof schema.type === "string" ? [schema.type] : (schema.type ?? []);
  return names.map((name) => `${name}${range(schema, name)}`).join(" | ");
}

function range(schema: Schema, name: string): string {
  if (name !== "number" && name !== "integer") return "";
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  const limits = [
    ...(exclusiveMinimum === undefined ? [] : [`> ${exclusiveMinimum}`]),
    ...(minimum === undefined ? [] : [`≥ ${minimum}`]),
    ...(exclusiveMaximum === undefined ? [] : [`< ${exclusiveMaximum}`]),
    ...(maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? [] : [`≤ ${maximum}`]),
  ];
  return limits.length > 0 ? ` ${limits.join(", ")}` : "";
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
