export type SheetEncoding = "utf-8" | "utf-16le" | "utf-16be" | "shift_jis" | "windows-1252";

/** A cell with where it starts: line and column count from 1. */
export interface SheetCell {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

export interface SheetRecord {
  readonly line: number;
  readonly cells: readonly SheetCell[];
}

export interface DelimitedText {
  readonly records: readonly SheetRecord[];
  /** A quote that is never closed, or characters after a closing quote. */
  readonly fault: {
    readonly kind: "open quote" | "after quote" | "too many cells";
    readonly line: number;
    readonly column: number;
  } | null;
}

/**
 * The characters of `bytes`: UTF-8 or UTF-16 by byte order mark, then strict UTF-8, then Shift_JIS where the first
 * line has Japanese characters in it (Excel in Japan writes CSV so), else windows-1252.
 */
export function decodeSheet(bytes: Uint8Array): { readonly text: string; readonly encoding: SheetEncoding } {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return decoded(bytes, "utf-16le", false)!;
  if (a === 0xfe && b === 0xff) return decoded(bytes, "utf-16be", false)!;
  const unicode = decoded(bytes, "utf-8", true);
  if (unicode) return unicode;
  const japanese = decoded(bytes, "shift_jis", true);
  const firstLine = japanese?.text.split(/\r|\n/, 1)[0] ?? "";
  if (japanese && /[\u3040-\u30ff\u4e00-\u9fff]/.test(firstLine)) return japanese;
  return decoded(bytes, "windows-1252", false)!;
}

function decoded(bytes: Uint8Array, encoding: SheetEncoding, fatal: boolean) {
  try {
    return { text: new TextDecoder(encoding, { fatal }).decode(bytes), encoding };
  } catch {
    return null;
  }
}

/** The first line with characters. */
function firstLine(text: string): string {
  let at = 0;
  while (at < text.length && text.charCodeAt(at) <= 32) at++;
  const end = [text.indexOf("\n", at), text.indexOf("\r", at)].filter((place) => place >= 0);
  return text.slice(at, Math.min(text.length, ...end));
}

/** Comma, semicolon or TAB: the one that the first line with characters has most of outside quotes. */
export function sheetSeparator(text: string): "," | ";" | "\t" {
  const header = firstLine(text);
  const plain = header.replace(/"[^"]*"/g, "");
  const count = (separator: string) => plain.split(separator).length - 1;
  const separators = [",", ";", "\t"] as const;
  return separators.reduce((best, next) => (count(next) > count(best) ? next : best));
}

/** The most cells that a sheet may have. */
export const mostCells = 1_000_000;

/** Records of RFC 4180 text; lines end with CRLF, LF or CR, blank lines are left out. Source: RFC 4180, section 2. */
export function parseDelimited(text: string, separator: string): DelimitedText {
  const records: SheetRecord[] = [];
  let count = 0;
  let cells: SheetCell[] = [];
  let at = 0;
  let line = 1;
  let lineStart = 0;
  let recordLine = 1;
  const endRecord = () => {
    if (cells.some((cell) => cell.text.trim() !== "")) records.push({ line: recordLine, cells });
    cells = [];
  };
  while (at < text.length) {
    const start = { line, column: at - lineStart + 1 };
    if (++count > mostCells) return { records, fault: { kind: "too many cells", ...start } };
    let value = "";
    if (text[at] === '"') {
      at++;
      for (;;) {
        if (at >= text.length) return { records, fault: { kind: "open quote", ...start } };
        if (text[at] === '"' && text[at + 1] === '"') {
          value += '"';
          at += 2;
        } else if (text[at] === '"') {
          at++;
          break;
        } else {
          if (text[at] === "\n" || (text[at] === "\r" && text[at + 1] !== "\n")) {
            line++;
            lineStart = at + 1;
          }
          value += text[at++];
        }
      }
      if (at < text.length && text[at] !== separator && text[at] !== "\r" && text[at] !== "\n")
        return { records, fault: { kind: "after quote", line, column: at - lineStart + 1 } };
    } else {
      const from = at;
      while (at < text.length && text[at] !== separator && text[at] !== "\r" && text[at] !== "\n") at++;
      value = text.slice(from, at);
    }
    cells.push({ text: value, ...start });
    if (text[at] === separator && at < text.length) {
      at++;
      if (at === text.length || text[at] === "\r" || text[at] === "\n")
        cells.push({ text: "", line, column: at - lineStart + 1 });
      else continue;
    }
    if (at < text.length) {
      at += text[at] === "\r" && text[at + 1] === "\n" ? 2 : 1;
      endRecord();
      line++;
      lineStart = at;
      recordLine = line;
    }
  }
  endRecord();
  return { records, fault: null };
}
