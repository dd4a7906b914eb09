export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/**
 * JSON in the one canonical form of RFC 8785: no white space, members sorted by UTF-16 code units, numbers as
 * ECMAScript prints them. Members that are undefined are left out. Throws a TypeError on NaN, infinities, lone
 * surrogates and anything that JSON has no form for: those are faults of the caller.
 */
export function canonicalJson(value: Json): string {
  const order = { native: true };
  const ordered = inOrder(value, order);
  return order.native ? JSON.stringify(ordered) : write(ordered as Json);
}

// The same value with its members in canonical order; values that are in order already are not copied.
// `native` turns false where a name is an array index, since engines move those to the front.
function inOrder(value: unknown, order: { native: boolean }): unknown {
  switch (typeof value) {
    case "string":
      return wellFormed(value);
    case "number":
      if (!Number.isFinite(value)) throw new TypeError(`no canonical JSON for ${value}`);
      return value;
    case "boolean":
      return value;
    case "object":
      if (value === null) return null;
      return Array.isArray(value) ? arrayInOrder(value, order) : objectInOrder(value, order);
    default:
      throw new TypeError(`no canonical JSON for a ${typeof value}`);
  }
}

function wellFormed(text: string): string {
  if (!text.isWellFormed()) throw new TypeError("no canonical JSON for a string with a lone surrogate");
  return text;
}

function arrayInOrder(values: readonly unknown[], order: { native: boolean }): readonly unknown[] {
  let copy: unknown[] | undefined;
  for (let k = 0; k < values.length; k++) {
    const value = values[k];
    const ordered = inOrder(value, order);
    if (ordered !== value && copy === undefined) copy = values.slice(0, k);
    copy?.push(ordered);
  }
  return copy ?? values;
}

function objectInOrder(value: object, order: { native: boolean }): object {
  const parent: unknown = Object.getPrototypeOf(value);
  if (parent !== Object.prototype && parent !== null && Object.getPrototypeOf(parent) !== null) {
    throw new TypeError(`no canonical JSON for a ${value.constructor?.name ?? "class"}`);
  }
  const record = value as Readonly<Record<string, unknown>>;
  const names = Object.keys(record);
  let same = true;
  for (let k = 0; k < names.length; k++) {
    const name = names[k]!;
    if (k > 0 && names[k - 1]! > name) same = false;
    const first = name.charCodeAt(0);
    if (first >= 48 && first <= 57) order.native = false;
    wellFormed(name);
  }
  if (!same) names.sort();
  const copy: Record<string, unknown> = names.includes("__proto__") ? Object.create(null) : {};
  for (const name of names) {
    const member = record[name];
    if (member === undefined) continue;
    const ordered = inOrder(member, order);
    if (ordered !== member) same = false;
    copy[name] = ordered;
  }
  return same ? value : copy;
}

// for names that are array indices
function write(value: Json): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(write).join(",")}]`;
  const members: string[] = [];
  const record = value as Readonly<Record<string, Json | undefined>>;
  for (const name of Object.keys(record).sort()) {
    const member = record[name];
    if (member !== undefined) members.push(`${JSON.stringify(name)}:${write(member)}`);
  }
  return `{${members.join(",")}}`;
}
