import type { Json, Text } from "../kernel/index.ts";

/** JSON Schema as far as zod writes it for operations and parameters; units and names stand in `unit` and `label`. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly prefixItems?: readonly JsonSchema[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly enum?: readonly Json[];
  readonly const?: Json;
  readonly default?: Json;
  readonly unit?: string;
  readonly label?: Text;
  readonly title?: string;
  readonly description?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly maxLength?: number;
}

/** The schema's name in both languages, else the property's own. */
export function labelOf(name: string, { label, title, description }: JsonSchema): Text {
  const only = title ?? description ?? name;
  return label ?? { en: only, ja: only };
}

/** UCUM code of the schema's unit; empty where it has none. */
export function unitOf({ unit = "" }: JsonSchema): string {
  return unit === "1" ? "" : unit;
}

/** The schemas of which a value fits one. */
export function variantsOf({ anyOf, oneOf }: JsonSchema): readonly JsonSchema[] {
  return oneOf ?? anyOf ?? [];
}

/** Names of the schema's types: `["number", "null"]`. */
export function typesOf({ type }: JsonSchema): readonly string[] {
  return typeof type === "string" ? [type] : (type ?? []);
}

/** What a number may be, as `> 0, ≤ 1`; empty where all numbers are allowed. */
export function rangeText(schema: JsonSchema): string {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  const limits = [
    ...(exclusiveMinimum === undefined ? [] : [`> ${exclusiveMinimum}`]),
    ...(minimum === undefined ? [] : [`≥ ${minimum}`]),
    ...(exclusiveMaximum === undefined ? [] : [`< ${exclusiveMaximum}`]),
    ...(maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? [] : [`≤ ${maximum}`]),
  ];
  return limits.join(", ");
}
