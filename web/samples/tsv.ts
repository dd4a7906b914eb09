import type { Cells } from "./grid.ts";

/**
 * The cells of text that a spreadsheet copied: TAB between cells, quotation marks around cells with line ends, TABs or
 * quotation marks. A quotation mark that does not close is a character like any other.
 */
export function parseTsv(text: string): readonly Cells[] {
  const rows: string[][] = [[]];
  let at = 0;
  for (;;) {
    const quoted = text[at] === '"' ? quotedCell(text, at) : null;
    const end = quoted ? quoted.end : cellEnd(text, at);
    rows.at(-1)!.push(quoted ? quoted.cell : text.slice(at, end));
    if (end >= text.length) return rows;
    if (text[end] === "\t") at = end + 1;
    else {
      at = end + (text.startsWith("\r\n", end) ? 2 : 1);
      if (at >= text.length) return rows;
      rows.push([]);
    }
  }
}

/** Cells as a spreadsheet takes them. */
export function formatTsv(rows: readonly Cells[]): string {
  const cell = (text: string) => (/["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(cell).join("\t")).join("\r\n");
}

const isEnd = (character: string | undefined) =>
  character === undefined || character === "\t" || character === "\n" || character === "\r";

function cellEnd(text: string, from: number): number {
  let at = from;
  while (!isEnd(text[at])) at++;
  return at;
}

function quotedCell(text: string, from: number): { readonly cell: string; readonly end: number } | null {
  let cell = "";
  for (let at = from + 1; ; ) {
    const next = text.indexOf('"', at);
    if (next < 0) return null;
    cell += text.slice(at, next);
    if (text[next + 1] === '"') {
      cell += '"';
      at = next + 2;
    } else return isEnd(text[next + 1]) ? { cell, end: next + 1 } : null;
  }
}
