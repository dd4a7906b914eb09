import type { AnyOperation } from "vesica/kernel";
import { parametersSchema } from "vesica/study";

/** One parameter of an operation as an option of its command. */
export interface ParameterOption {
  readonly name: string;
  readonly flag: string;
  /** The key under which commander keeps the value. */
  readonly attribute: string;
  readonly type: "number" | "text" | "true|false" | "json";
  readonly description: string;
  readonly unit: string;
  readonly defaultValue: unknown;
}

interface PropertySchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly PropertySchema[];
  readonly description?: string;
  readonly unit?: string;
  readonly default?: unknown;
}

/** `size-distribution` of `particles.sizeDistribution`. */
export function commandName(id: string): string {
  return kebab(id.slice(id.indexOf(".") + 1));
}

/** The options that an operation's parameters give, from their JSON Schema. */
export function parameterOptions(operation: AnyOperation): ParameterOption[] {
  const properties = (parametersSchema(operation).properties ?? {}) as Readonly<
    Record<string, PropertySchema>
  >;
  return Object.entries(properties).map(([name, property]) => {
    const flag = kebab(name);
    const choices = property.enum?.map(String).join(" | ") ?? "";
    return {
      name,
      flag,
      attribute: flag.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
      type: typeOf(property),
      description: [property.description ?? name, choices].filter((text) => text !== "").join(": "),
      unit: property.unit === "1" ? "" : (property.unit ?? ""),
      defaultValue: property.default,
    };
  });
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

function typeOf(property: PropertySchema): ParameterOption["type"] {
  if (property.type === "number" || property.type === "integer") return "number";
  if (property.type === "boolean") return "true|false";
  if (property.type === "string" || property.enum?.every((value) => typeof value === "string")) return "text";
  return "json";
}

function kebab(name: string): string {
  return name.replace(/[A-Z]+/g, (capitals) => `-${capitals.toLowerCase()}`).replace(/^-/, "");
}
