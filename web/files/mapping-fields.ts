import type { ColumnMapping, Text } from "vesica/kernel";
import type { JsonSchema } from "vesica/study";

/** One thing that a person may say of a table. */
export interface MappingField {
  readonly name: string;
  readonly label: Text;
  readonly unit: string;
  readonly required: boolean;
  /** A column of the table, one of `choices`, a number, or free text. */
  readonly kind: "column" | "choice" | "number" | "text";
  /** A column that may be a number instead. */
  readonly orNumber: boolean;
  readonly choices: readonly string[];
}

/** JSON Schema as far as a mapping uses it. */
interface Property {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly examples?: readonly string[];
  readonly anyOf?: readonly { readonly type?: string }[];
  readonly label?: Text;
  readonly unit?: string;
  readonly column?: boolean;
}

/** The fields of a format's mapping, the required first; `schema` is JSON Schema. */
export function mappingFields(schema: JsonSchema): MappingField[] {
  const properties = (schema.properties ?? {}) as unknown as Readonly<Record<string, Property>>;
  const required = schema.required ?? [];
  const fields = Object.entries(properties).map(([name, property]): MappingField => {
    const choices = (property.enum ?? property.examples ?? []).filter((choice) => choice !== "\t");
    const numeric = property.type === "number" || property.type === "integer";
    return {
      name,
      label: property.label ?? { en: name, ja: name },
      unit: property.unit ?? "",
      required: required.includes(name),
      kind: property.column ? "column" : choices.length > 0 ? "choice" : numeric ? "number" : "text",
      orNumber: property.anyOf?.some(({ type }) => type === "number") ?? false,
      choices,
    };
  });
  return [...fields.filter((field) => field.required), ...fields.filter((field) => !field.required)];
}

/** What was typed, by field, as study.yaml writes it; empty fields are left out. A number that is none stays as typed. */
export function typedColumns(
  fields: readonly MappingField[],
  typed: Readonly<Record<string, string>>,
  header: readonly string[],
): ColumnMapping {
  const entries = fields.flatMap(({ name, kind, orNumber }) => {
    const text = (typed[name] ?? "").trim();
    if (text === "") return [];
    const number = Number(text);
    const isNumber = Number.isFinite(number) && (kind === "number" || (orNumber && !header.includes(text)));
    return [[name, isNumber ? number : (typed[name] ?? "")] as const];
  });
  return Object.fromEntries(entries);
}
