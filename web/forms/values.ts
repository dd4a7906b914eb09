import type { Json } from "vesica/kernel";
import type { FormField } from "vesica/study";

type JsonObject = Readonly<Record<string, Json>>;

/** Whether two values are the same JSON. */
export function sameValue(a: Json | undefined, b: Json | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b));
}

/** The value as it is written: a default stays out. */
export function writtenValue(field: FormField, value: Json | undefined): Json | undefined {
  return field.defaultValue !== undefined && sameValue(value, field.defaultValue) ? undefined : value;
}

/** The members of an object; none where the value is no object. */
export function membersOf(value: Json | undefined): JsonObject {
  const isObject = value !== null && typeof value === "object" && !Array.isArray(value);
  return isObject ? (value as JsonObject) : {};
}

/** The items of a list; none where the value is no list. */
export function itemsOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

/** The object with one member changed; undefined takes it out. */
export function withMember(object: JsonObject, name: string, value: Json | undefined): JsonObject {
  if (value !== undefined) return { ...object, [name]: value };
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
}

/** The object with the member at a path changed; objects on the way that hold nothing are taken out. */
export function withPath(object: JsonObject, path: readonly string[], value: Json | undefined): JsonObject {
  const [name = "", ...rest] = path;
  if (rest.length === 0) return withMember(object, name, value);
  const inner = withPath(membersOf(object[name]), rest, value);
  return withMember(object, name, Object.keys(inner).length > 0 ? inner : undefined);
}

/** The member at a path. */
export function valueAt(value: Json | undefined, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((at, name) => membersOf(at)[name], value);
}

/** The record with an entry under another name, in its place. */
export function renamed(record: JsonObject, from: string, to: string): JsonObject {
  if (Object.hasOwn(record, to)) return record;
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key === from ? to : key, value]));
}

/** What a field begins with where it is added. */
export function firstValue(field: FormField): Json {
  if (field.defaultValue !== undefined && field.defaultValue !== null) return field.defaultValue;
  switch (field.kind) {
    case "constant":
      return field.value;
    case "choice":
      return field.choices[0] ?? null;
    case "number":
      return "";
    case "text":
    case "json":
      return "";
    case "boolean":
      return false;
    case "object":
    case "record":
      return {};
    case "variants":
      return { [field.discriminator]: field.options[0]?.value ?? "" };
    case "union":
      return field.options[0] ? firstValue(field.options[0]) : null;
    case "tuple":
      return field.items.map(firstValue);
    default:
      return [];
  }
}

/** Which option of a union a value is of; -1 for none. */
export function optionOf(options: readonly FormField[], value: Json | undefined): number {
  const exact = options.findIndex((option) => option.kind === "constant" && option.value === value);
  return exact >= 0 ? exact : options.findIndex((option) => fits(option, value));
}

function fits({ kind }: FormField, value: Json | undefined): boolean {
  if (value === undefined || value === null || kind === "constant") return false;
  if (Array.isArray(value)) return ["numbers", "matrix", "words", "table", "list", "tuple"].includes(kind);
  if (typeof value === "object") return ["object", "record", "variants"].includes(kind);
  if (typeof value === "boolean") return kind === "boolean";
  if (typeof value === "number") return kind === "number";
  return kind === "text" || kind === "choice" || kind === "number" || kind === "numbers";
}

/**
 * Rows of a table with cells pasted from a spreadsheet, from a row and column on; rows are added where the paste is
 * longer. `parse` reads a cell's text for its column.
 */
export function pastedRows(
  rows: readonly Json[],
  paths: readonly (readonly string[])[],
  text: string,
  from: { readonly row: number; readonly column: number },
  parse: (column: number, text: string) => Json | undefined,
): Json[] {
  const lines = text.replace(/(\r\n?|\n)$/, "").split(/\r\n?|\n/);
  const next: Json[] = [...rows];
  lines.forEach((line, down) => {
    line.split("\t").forEach((cell, right) => {
      const path = paths[from.column + right];
      if (!path) return;
      const row = from.row + down;
      while (next.length <= row) next.push({});
      next[row] = withPath(membersOf(next[row]), path, parse(from.column + right, cell.trim()));
    });
  });
  return next;
}
