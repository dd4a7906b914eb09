import type { Json } from "vesica/kernel";

/** What a calculator is given, as its address holds it. */
export interface CallSearch {
  readonly input?: Json;
  readonly parameters?: Json;
}

const longest = 4000;

/** What the address holds of a call; null where it is too long for one. */
export function searchOf(input: Json, parameters: Json): CallSearch | null {
  const hasParameters = Object.keys(parameters as object).length > 0;
  const search = hasParameters ? { input, parameters } : { input };
  return encodeURIComponent(JSON.stringify(search)).length > longest ? null : search;
}

/** The call of an address; null where it holds none. Whatever stands there is checked when it is run. */
export function callOf(search: Readonly<Record<string, unknown>>): Required<CallSearch> | null {
  const { input, parameters } = search;
  return isObject(input) ? { input, parameters: isObject(parameters) ? parameters : {} } : null;
}

function isObject(value: unknown): value is { readonly [name: string]: Json } {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
