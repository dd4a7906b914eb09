import type { Json } from "vesica/kernel";

export interface JsonDifference {
  /** JSON pointer (RFC 6901); empty for the whole. */
  readonly pointer: string;
  /** Undefined where there is nothing at the pointer. */
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

/** The first place in which two documents differ, members in their sorted order; null where they are equal. Source: RFC 6901. */
export function firstJsonDifference(
  before: Json | undefined,
  after: Json | undefined,
  pointer = "",
): JsonDifference | null {
  if (Object.is(before, after)) return null;
  if (isObject(before) && isObject(after) && Array.isArray(before) === Array.isArray(after)) {
    const keys = Array.isArray(before)
      ? Array.from({ length: Math.max(before.length, (after as unknown as unknown[]).length) }, (_, i) =>
          String(i),
        )
      : [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    for (const key of keys) {
      const step = `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      const found = firstJsonDifference(member(before, key), member(after, key), step);
      if (found) return found;
    }
    return null;
  }
  return { pointer, before, after };
}

type JsonObject = Readonly<Record<string, Json>>;

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null;
}

function member(value: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}
