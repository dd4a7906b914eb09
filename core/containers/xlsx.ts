import { accepted, type Result, refused } from "../kernel/index.ts";
import { raiseReason } from "./reasons.ts";
import { xlsxIssues } from "./xlsx-issues.ts";
import { readZipDirectory, unpackEntry, type ZipEntry } from "./zip-directory.ts";

export type SheetCell = string | number | boolean | Date | null;

/** Cells by row, row 0 is the sheet's row 1. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
}

const limits = {
  fileBytes: 100 * 2 ** 20,
  entries: 2000,
  unpackedBytes: 32 * 2 ** 20,
  /** Deflate reaches about 1030; real sheets stay below 60. */
  ratio: 300,
  cells: 400_000,
  /** The parser takes time by the square of a tag's attributes. */
  tag: 65_536,
} as const;

/** Whether `head` begins like a ZIP archive. */
export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4;
}

/**
 * All sheets of an .xlsx workbook. Sizes, ratio, checksums and cell addresses are checked before the cells are parsed.
 * Refuses with `xlsx-not-a-workbook`, `xlsx-encrypted`, `xlsx-too-large` or `xlsx-damaged`.
 */
export async function readWorkbook(blob: Blob): Promise<Result<readonly Sheet[]>> {
  const tooLarge = (reason: string) => refused(raiseReason(xlsxIssues, "xlsx-too-large", reason));
  if (blob.size > limits.fileBytes) return tooLarge(`${blob.size} > ${limits.fileBytes} bytes`);
  const bytes = new Uint8Array(await blob.arrayBuffer());
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return refused(xlsxIssues.raise("xlsx-encrypted"));
  if (!isZip(bytes)) return refused(raiseReason(xlsxIssues, "xlsx-not-a-workbook", "not a ZIP archive"));
  const entries = readZipDirectory(bytes, limits.entries);
  if (typeof entries === "string") return refused(raiseReason(xlsxIssues, "xlsx-not-a-workbook", entries));
  const excess = excessOf(entries);
  if (excess !== null) return tooLarge(excess);
  for (const entry of entries) {
    const content = await unpackEntry(entry);
    if (typeof content === "string") {
      return refused(raiseReason(xlsxIssues, "xlsx-damaged", content, { part: entry.name }));
    }
    if (!/\.xml(\.rels)?$/.test(entry.name)) continue;
    const markup = new TextDecoder().decode(content);
    if (hasLongTag(markup)) {
      const reason = `a tag of over ${limits.tag} characters`;
      return refused(raiseReason(xlsxIssues, "xlsx-damaged", reason, { part: entry.name }));
    }
    const cells = sheetArea(markup);
    if (cells > limits.cells) return tooLarge(`${cells} > ${limits.cells} cells in ${entry.name}`);
  }
  return parseWorkbook(bytes);
}

function excessOf(entries: readonly ZipEntry[]): string | null {
  const unpacked = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (unpacked > limits.unpackedBytes) return `${unpacked} > ${limits.unpackedBytes} bytes`;
  const dense = entries.find(
    (entry) => entry.size > 2 ** 20 && entry.size > limits.ratio * entry.compressed.length,
  );
  return dense === undefined ? null : `${dense.name} is packed over ${limits.ratio} to 1`;
}

function hasLongTag(markup: string): boolean {
  for (let at = markup.indexOf("<"); at >= 0; ) {
    const end = markup.indexOf(">", at);
    if (end < 0 || end - at > limits.tag) return true;
    at = markup.indexOf("<", end);
  }
  return false;
}

/** Rows times columns that the sheet's cell addresses span: an address far out makes a huge empty table. */
function sheetArea(markup: string): number {
  let rows = 0;
  let columns = 0;
  for (const [, letters, digits] of markup.matchAll(/\br=["']([A-Z]{0,9})(\d{1,20})["']/g)) {
    rows = Math.max(rows, Number(digits));
    let column = 0;
    for (const letter of letters!.slice(0, 8)) column = column * 26 + letter.charCodeAt(0) - 64;
    columns = Math.max(columns, column);
  }
  return rows * columns;
}

async function parseWorkbook(bytes: Uint8Array<ArrayBuffer>): Promise<Result<readonly Sheet[]>> {
  try {
    const { default: readXlsxFile } = await import("read-excel-file/universal");
    const sheets = await readXlsxFile(new Blob([bytes]));
    return accepted(sheets.map(({ sheet, data }) => ({ name: sheet, rows: data as SheetCell[][] })));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refused(raiseReason(xlsxIssues, "xlsx-not-a-workbook", reason.slice(0, 200)));
  }
}
