import type { Json, Text } from "../kernel/index.ts";
import { type JsonSchema, labelOf, rangeText, typesOf, unitOf, variantsOf } from "./json-schema.ts";

/** A value that a person writes in one place. */
export type LeafShape =
  | { readonly kind: "number"; readonly range: string; readonly integer: boolean }
  | { readonly kind: "text"; readonly long: boolean }
  | { readonly kind: "boolean" }
  | { readonly kind: "choice"; readonly choices: readonly Json[] }
  | { readonly kind: "constant"; readonly value: Json };

/** A column of a small table; `path` leads through nested objects of a row. */
export interface TableColumn {
  readonly path: readonly string[];
  readonly field: FormField;
}

/** One of several kinds of an object, told by the value of `discriminator`. */
export interface FormVariant {
  readonly value: string;
  readonly fields: readonly FormField[];
}

type Shape =
  | LeafShape
  /** Numbers, typed or pasted as a column; `gaps`: null is a number that is not there. */
  | { readonly kind: "numbers"; readonly range: string; readonly gaps: boolean }
  /** Rows of numbers, pasted from a spreadsheet. */
  | { readonly kind: "matrix"; readonly range: string }
  | { readonly kind: "words" }
  | { readonly kind: "table"; readonly columns: readonly TableColumn[] }
  | { readonly kind: "list"; readonly item: FormField }
  | { readonly kind: "tuple"; readonly items: readonly FormField[] }
  | { readonly kind: "object"; readonly fields: readonly FormField[] }
  | { readonly kind: "record"; readonly item: FormField }
  | { readonly kind: "variants"; readonly discriminator: string; readonly options: readonly FormVariant[] }
  | { readonly kind: "union"; readonly options: readonly FormField[] }
  /** Anything else: written as JSON and checked. */
  | { readonly kind: "json" };

export type FieldKind = Shape["kind"];

/** A field of a form as a JSON Schema describes it. */
export type FormField<Kind extends FieldKind = FieldKind> = Extract<Shape, { readonly kind: Kind }> & {
  /** The key in the object that holds it. */
  readonly name: string;
  readonly label: Text;
  /** UCUM code; empty for none. */
  readonly unit: string;
  readonly required: boolean;
  /** Whether null may stand for no value. */
  readonly nullable: boolean;
  /** Undefined where there is none. */
  readonly defaultValue: Json | undefined;
};

const widestTable = 9;

/** The fields of a schema of an object. */
export function formFields(schema: JsonSchema): FormField[] {
  return Object.entries(schema.properties ?? {}).map(([name, property]) =>
    formField(name, property, schema.required?.includes(name) ?? false),
  );
}

/** The field of `schema` under the key `name`. */
export function formField(name: string, schema: JsonSchema, required: boolean): FormField {
  const given = variantsOf(schema);
  const others = given.filter((one) => one.type !== "null");
  const only = given.length > 0 && others.length === 1 ? others[0]! : null;
  const types = typesOf(schema);
  const bare = only ?? (given.length > 0 ? { ...schema, anyOf: others, oneOf: undefined } : schema);
  return {
    name,
    label: labelOf(name, schema.label || schema.title || !only ? schema : only),
    unit: unitOf(schema.unit === undefined && only ? only : schema),
    required,
    nullable: others.length < given.length || (types.length > 1 && types.includes("null")),
    defaultValue: schema.default,
    ...shapeOf(bare as JsonSchema),
  } as FormField;
}

function shapeOf(schema: JsonSchema): Shape {
  const { properties, items, prefixItems, additionalProperties } = schema;
  if (schema.const !== undefined) return { kind: "constant", value: schema.const };
  if (schema.enum) return { kind: "choice", choices: schema.enum };
  if (variantsOf(schema).length > 0) return choiceShape(variantsOf(schema));
  if (properties) return { kind: "object", fields: formFields(schema) };
  if (prefixItems) return { kind: "tuple", items: prefixItems.map((item) => formField("", item, true)) };
  if (items) return listShape(formField("", items, true));
  if (typeof additionalProperties === "object")
    return { kind: "record", item: formField("", additionalProperties, true) };
  const [type = "", ...more] = typesOf(schema).filter((name) => name !== "null");
  if (more.length > 0) return { kind: "json" };
  if (type === "number" || type === "integer")
    return { kind: "number", range: rangeText(schema), integer: type === "integer" };
  if (type === "string") return { kind: "text", long: (schema.maxLength ?? 0) > longLine };
  return type === "boolean" ? { kind: "boolean" } : { kind: "json" };
}

const longLine = 500;

function choiceShape(schemas: readonly JsonSchema[]): Shape {
  if (schemas.every((one) => one.const !== undefined || one.enum))
    return { kind: "choice", choices: schemas.flatMap((one) => one.enum ?? [one.const!]) };
  const discriminator = discriminatorOf(schemas);
  if (discriminator === undefined)
    return { kind: "union", options: schemas.map((one) => formField("", one, true)) };
  const options = schemas.map((one) => ({
    value: String(one.properties![discriminator]!.const),
    fields: formFields(one).filter(({ name }) => name !== discriminator),
  }));
  return { kind: "variants", discriminator, options };
}

/** The key that every one of the objects holds with another constant. */
function discriminatorOf(schemas: readonly JsonSchema[]): string | undefined {
  return Object.keys(schemas[0]?.properties ?? {}).find((key) => {
    const values = schemas.map((one) => one.properties?.[key]?.const);
    return new Set(values.filter((value) => typeof value === "string")).size === schemas.length;
  });
}

function listShape(item: FormField): Shape {
  if (item.kind === "number") return { kind: "numbers", range: item.range, gaps: item.nullable };
  if (item.kind === "numbers" && !item.gaps) return { kind: "matrix", range: item.range };
  if (item.kind === "tuple") {
    const [first] = item.items;
    if (first?.kind === "number" && item.items.every(({ kind }) => kind === "number"))
      return { kind: "matrix", range: first.range };
  }
  if (item.kind === "text" && !item.long) return { kind: "words" };
  const columns = item.kind === "object" ? columnsOf(item.fields, []) : null;
  return columns && columns.length <= widestTable ? { kind: "table", columns } : { kind: "list", item };
}

/** The fields as columns where each fits into a cell, else null. */
function columnsOf(fields: readonly FormField[], path: readonly string[]): readonly TableColumn[] | null {
  const columns: TableColumn[] = [];
  for (const field of fields) {
    const at = [...path, field.name];
    const inner =
      field.kind === "object" && path.length === 0
        ? columnsOf(field.fields, at)
        : isLeaf(field)
          ? [{ path: at, field }]
          : null;
    if (!inner) return null;
    columns.push(...inner);
  }
  return columns;
}

/** Whether a field is written in one place. */
export function isLeaf(field: FormField): field is FormField<LeafShape["kind"]> {
  return ["number", "text", "boolean", "choice", "constant"].includes(field.kind);
}
