/** Bytes from `start` up to, not with, `end`. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** The one range of a `Range` header (RFC 9110, 14.2) in a file of `size` bytes; null where none or one that is not understood is asked for. */
export function byteRange(header: string | undefined, size: number): ByteRange | "outside" | null {
  const found = /^bytes=(\d{0,16})-(\d{0,16})$/.exec(header ?? "");
  if (!found || (found[1] === "" && found[2] === "")) return null;
  const [, first, last] = found;
  if (first === "") {
    const length = Math.min(size, Number(last));
    return length === 0 ? "outside" : { start: size - length, end: size };
  }
  const start = Number(first);
  if (last !== "" && Number(last) < start) return null;
  if (start >= size) return "outside";
  return { start, end: last === "" ? size : Math.min(size, Number(last) + 1) };
}
