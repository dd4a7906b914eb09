export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/**
 * JSON in the one canonical form of RFC 8785: no white space, members sorted by UTF-16 code units, numbers as
 * ECMAScript prints them. Members that are undefined are left out. Throws a TypeError on NaN, infinities, lone
 * surrogates and anything that JSON has no form for: those are faults of the caller.
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError(`no canonical JSON for ${value}`);
    return JSON.stringify(value);
  }
  if (typeof value === "string") {
    if (!value.isWellFormed()) throw new TypeError("no canonical JSON for a string with a lone surrogate");
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object") throw new TypeError(`no canonical JSON for a ${typeof value}`);
  const members: string[] = [];
  const record = value as Readonly<Record<string, Json | undefined>>;
  for (const name of Object.keys(record).sort()) {
    const member = record[name];
    if (member !== undefined) members.push(`${canonicalJson(name)}:${canonicalJson(member)}`);
  }
  return `{${members.join(",")}}`;
}
