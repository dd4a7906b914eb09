import type { AnyOperation, Text } from "../kernel/index.ts";
import { type JsonSchema, labelOf, unitOf, variantsOf } from "./json-schema.ts";
import { parametersSchema } from "./operation-schema.ts";

/** One parameter of an operation as an option of its command. */
export interface ParameterOption {
  readonly name: string;
  readonly flag: string;
  /** The key under which commander keeps the value. */
  readonly attribute: string;
  readonly type: "number" | "text" | "true|false" | "json";
  readonly label: Text;
  /** What may be written where that is one of a few words; else empty. */
  readonly choices: string;
  readonly unit: string;
  readonly defaultValue: unknown;
}

/** One field of the JSON that an operation reads. */
export interface InputField {
  readonly name: string;
  readonly label: Text;
  readonly unit: string;
  readonly required: boolean;
}

/** `size-distribution` of `particles.sizeDistribution`. */
export function commandName(id: string): string {
  return kebab(id.slice(id.indexOf(".") + 1));
}

/** The options that an operation's parameters give, from their JSON Schema. */
export function parameterOptions(operation: AnyOperation): ParameterOption[] {
  return Object.entries(parametersSchema(operation).properties ?? {}).map(([name, property]) => {
    const flag = kebab(name);
    const choices = property.enum?.map(String).join(" | ") ?? "";
    return {
      name,
      flag,
      attribute: flag.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
      type: typeOf(property),
      label: labelOf(name, property),
      choices,
      unit: unitOf(property),
      defaultValue: property.default,
    };
  });
}

/** The fields of the operation's input, nested ones by their path: `points[].dilution`; `values[]` is a list. */
export function inputFields(operation: Pick<AnyOperation, "input">): InputField[] {
  return fieldsOf(parametersSchema({ parameters: operation.input }), "", true);
}

/** `[]` for each list that a value is in. */
function listMark({ items, type }: JsonSchema): string {
  return type === "array" ? `[]${items && !items.properties ? listMark(items) : ""}` : "";
}

function fieldsOf(schema: JsonSchema, prefix: string, needed: boolean): InputField[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
    const name = prefix + key;
    const required = needed && (schema.required?.includes(key) ?? false);
    const list = property.items?.properties;
    const inner = list ? property.items! : property;
    if (inner.properties) return fieldsOf(inner, `${name}${list ? "[]" : ""}.`, required);
    const kinds = variantsOf(property).filter((one) => one.properties?.kind?.const !== undefined);
    if (kinds.length > 1) return kindFields(kinds, `${name}.`, required);
    return [
      { name: name + listMark(property), label: labelOf(name, property), unit: unitOf(property), required },
    ];
  });
}

/** The choice among kinds of an object, then the fields of each with its kind before their labels. */
function kindFields(kinds: readonly JsonSchema[], prefix: string, required: boolean): InputField[] {
  const named = kinds.map((schema) => ({ schema, kind: String(schema.properties!.kind!.const) }));
  const choice = named.map(({ kind }) => JSON.stringify(kind)).join(" | ");
  const first: InputField = { name: `${prefix}kind`, label: { en: choice, ja: choice }, unit: "", required };
  const own = named.flatMap(({ schema, kind }) =>
    fieldsOf(schema, prefix, required)
      .filter(({ name }) => name !== first.name)
      .map((one) => ({ ...one, label: { en: `${kind}: ${one.label.en}`, ja: `${kind}：${one.label.ja}` } })),
  );
  return [first, ...own];
}

/** The value of an option's text; text that is no number or no JSON stays text, which the schema then refuses. */
export function optionValue(text: string, type: ParameterOption["type"]): unknown {
  if (type === "number") return text.trim() === "" || !Number.isFinite(Number(text)) ? text : Number(text);
  if (type === "true|false") return text === "true" ? true : text === "false" ? false : text;
  if (type === "text") return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function typeOf(property: JsonSchema): ParameterOption["type"] {
  if (property.type === "number" || property.type === "integer") return "number";
  if (property.type === "boolean") return "true|false";
  if (property.type === "string" || property.enum?.every((value) => typeof value === "string")) return "text";
  return "json";
}

function kebab(name: string): string {
  return name.replace(/[A-Z]+/g, (capitals) => `-${capitals.toLowerCase()}`).replace(/^-/, "");
}
