export type CsvCell = string | number | null | undefined;

/**
 * Rows as RFC 4180: commas, CRLF, quotes doubled; UTF-8 after a byte order mark, without which Excel takes Japanese
 * for another encoding (`utf-8-sig` in Python, `fileEncoding = "UTF-8-BOM"` in R). Numbers are written in full with a
 * point, an unknown one is empty. Text that a spreadsheet would take for a formula (after any blanks it starts with
 * `=`, `+`, `-`, `@` or their full-width forms, or with a tab or line end) gets an apostrophe in front, and text that
 * starts with an apostrophe gets a second one: take one leading apostrophe away and you have the text.
 */
export function csvTable(rows: readonly (readonly CsvCell[])[]): string {
  return `\ufeff${rows.map(csvLine).join("")}`;
}

function csvLine(row: readonly CsvCell[]): string {
  return `${row.map(csvCell).join(",")}\r\n`;
}

/** One cell as `csvTable` writes it. */
export function csvCell(cell: CsvCell): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  const known = written.get(cell);
  if (known !== undefined) return known;
  if (written.size >= mostWritten) written.clear();
  const text = csvText(cell);
  written.set(cell, text);
  return text;
}

// tables repeat their names thousands of times
const mostWritten = 20_000;
const written = new Map<string, string>();

function csvText(cell: string): string {
  const guarded = /^(?:[\s\u0000-\u0020]*[=+\-@＝＋－＠]|[\t\r\n']|\ufeff)/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
