import { decodeSheet, parseDelimited, type SheetRecord, sheetSeparator } from "vesica/study";

/** The cells of a row, one for each column. */
export type Cells = readonly string[];

/** The sample sheet as columns and rows; every row has as many cells as there are columns. */
export interface Grid {
  readonly separator: "," | ";" | "\t";
  readonly columns: Cells;
  readonly rows: readonly Cells[];
}

/** A sheet that was read as a grid, or the place and kind of what makes that impossible. */
export type GridReading =
  | { readonly grid: Grid }
  | { readonly fault: "quotes"; readonly line: number; readonly column: number }
  | { readonly fault: "size" };

export const largestSheetBytes = 16 * 2 ** 20;
/** More columns than this are shown as text. */
export const mostColumns = 300;
const mostGridCells = 1_500_000;

/** The cells of `samples.csv`, whatever its separator and encoding; blank lines are left out. */
export function readGrid(bytes: Uint8Array): GridReading {
  if (bytes.length > largestSheetBytes) return { fault: "size" };
  const { text } = decodeSheet(bytes);
  const separator = sheetSeparator(text);
  const { records, fault } = parseDelimited(text, separator);
  if (fault?.kind === "too many cells") return { fault: "size" };
  if (fault) return { fault: "quotes", line: fault.line, column: fault.column };
  const width = widthOf(records);
  if (width > mostColumns || width * records.length > mostGridCells) return { fault: "size" };
  if (records.length === 0) return { grid: { separator: ",", columns: ["file", "sample"], rows: [] } };
  const [columns, ...rows] = records.map(({ cells }) =>
    Array.from({ length: width }, (_, index) => cells[index]?.text ?? ""),
  );
  return { grid: { separator, columns: columns!.map((name) => name.trim()), rows } };
}

/** Cells of the widest line, without empty cells at line ends. */
function widthOf(records: readonly SheetRecord[]): number {
  let width = 1;
  for (const { cells } of records) {
    let last = cells.length;
    while (last > width && cells[last - 1]!.text.trim() === "") last--;
    width = Math.max(width, last);
  }
  return width;
}

/** The number that a row goes by: its line in the file, where no cell has line ends and no row is blank. */
export function lineOf(row: number): number {
  return row + 2;
}

/** Whether a row has nothing in it; such rows are not written. */
export function isBlank(cells: Cells): boolean {
  return cells.every((cell) => cell.trim() === "");
}

const lines = new WeakMap<Cells, Map<string, string>>();

/** The bytes of a grid: UTF-8, with a byte order mark where it is not ASCII, which Excel needs. Format: RFC 4180. */
export function writeGrid({ separator, columns, rows }: Grid): Uint8Array<ArrayBuffer> {
  const header = columns.map((name) => name.replace(/[\r\n]+/g, " "));
  const body = rows.filter((row) => !isBlank(row)).map((row) => textOf(row, separator));
  return sheetBytes(`${[textOf(header, separator), ...body].join("\n")}\n`);
}

/** Text as the bytes of a sheet. */
export function sheetBytes(text: string): Uint8Array<ArrayBuffer> {
  const plain = text.replace(/^\ufeff/, "");
  return new TextEncoder().encode(/[^\x00-\x7f]/.test(plain) ? `\ufeff${plain}` : plain);
}

function textOf(cells: Cells, separator: string): string {
  const known = lines.get(cells) ?? new Map<string, string>();
  const made = known.get(separator) ?? cells.map(quoted).join(separator);
  if (!known.has(separator)) lines.set(cells, known.set(separator, made));
  return made;
}

function quoted(cell: string): string {
  return /[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
