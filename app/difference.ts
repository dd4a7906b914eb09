/** The first byte in which two files differ: offset from 0, line and column from 1. */
export interface ByteDifference {
  readonly byte: number;
  readonly line: number;
  /** In bytes. */
  readonly column: number;
  /** The bytes there; null where the file ends before. */
  readonly before: number | null;
  readonly after: number | null;
  /** The line up to 120 bytes around the place, as text. */
  readonly lineBefore: string;
  readonly lineAfter: string;
}

/** How many bytes of a line are shown on each side of the place. */
export const shownAround = 60;

/** Where the bytes of `after` leave those of `before`; null where they are the same. */
export function firstDifference(before: Uint8Array, after: Uint8Array): ByteDifference | null {
  let byte = 0;
  let line = 1;
  let lineStart = 0;
  while (byte < before.length && before[byte] === after[byte]) {
    if (before[byte++] === 10) {
      line++;
      lineStart = byte;
    }
  }
  if (byte === before.length && byte === after.length) return null;
  const from = Math.max(lineStart, byte - shownAround);
  return {
    byte,
    line,
    column: byte - lineStart + 1,
    before: before[byte] ?? null,
    after: after[byte] ?? null,
    lineBefore: lineFrom(before, from),
    lineAfter: lineFrom(after, from),
  };
}

function lineFrom(bytes: Uint8Array, from: number): string {
  return decoded(bytes.subarray(from, from + 2 * shownAround)).split(/[\r\n]/)[0]!;
}

function decoded(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes);
  return text.slice(0, -3).includes("\ufffd") ? new TextDecoder("windows-1252").decode(bytes) : text;
}
