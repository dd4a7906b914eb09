/** One line of a file: its number from 1, and its text without line end. */
export interface ZetaviewLine {
  readonly number: number;
  readonly text: string;
}

/**
 * The text of a ZetaView file: UTF-16 or UTF-8 where the bytes are so (somebody saved it again), else cp1252, which
 * holds the instrument's ISO-8859-1. NUL bytes, which the instrument leaves in headings, are removed.
 */
export function decodeZetaview(bytes: Uint8Array): string {
  const label = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  let text: string;
  try {
    text = new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder("windows-1252").decode(bytes);
  }
  return text.replaceAll("\0", "");
}

/** Lines of `text` at LF or CRLF, at CR where there is no LF; the empty one after the last line end is left out. */
export function zetaviewLines(text: string): ZetaviewLine[] {
  const lines = text.split(text.includes("\n") ? /\r?\n/ : "\r");
  if (lines.at(-1) === "") lines.pop();
  return lines.map((line, i) => ({ number: i + 1, text: line }));
}

/** Doubles print with at most 767 significant digits; a longer field is damage. */
const longestNumber = 1100;
const numeric = /^[+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?$/;

/** The number that a field holds, with `.` or `,` as the decimal mark; NaN where it holds none. */
export function zetaviewNumber(field: string | undefined): number {
  const printed = field?.trim() ?? "";
  if (printed.length > longestNumber || !numeric.test(printed)) return Number.NaN;
  const value = Number(printed.replace(",", "."));
  return Number.isFinite(value) ? value : Number.NaN;
}

/** True for a field in which the instrument says that it has no number. */
export function isBlank(field: string | undefined): boolean {
  const printed = field?.trim() ?? "";
  return printed === "" || /^[+-]?nan$/i.test(printed);
}
