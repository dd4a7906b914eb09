import type { Issue } from "vesica/kernel";
import { plainWord } from "vesica/kernel";
import { type SheetRecord, sheetColumn } from "vesica/study";

/** An issue on its cell: `record` counts lines with cells from 0, the header being -1; null where it is of no line, or of a whole line. */
export interface PlacedIssue {
  readonly issue: Issue;
  readonly record: number | null;
  readonly column: number | null;
}

/** Columns that issues of a whole line are about. */
const columnOfCode: Readonly<Record<string, string>> = {
  "sheet-file-twice": "file",
  "sheet-many-patterns": "file",
  "sheet-file-missing": "file",
  "sheet-sample-missing": "sample",
  "sheet-sample-names-alike": "sample",
  "cytometry-sheet-control": "control",
};

/** Finds the cells of issues in the sheet that they were raised of. */
export function placeIssues(issues: readonly Issue[], records: readonly SheetRecord[]): PlacedIssue[] {
  const header = records[0]?.cells.map(({ text }) => text) ?? [];
  return issues.map((issue) => {
    const { line, column } = issue.place ?? {};
    const at = line === undefined || issue.code === "sheet-quotes" ? -1 : recordAt(records, line);
    const record = records[at];
    if (!record) return { issue, record: null, column: null };
    const named = columnNamed(header, columnOfCode[issue.code] ?? issue.parameters.column);
    const exact = record.cells.findIndex((cell) => cell.line === line && cell.column === column);
    const missing = issue.code === "sheet-column-missing";
    return { issue, record: at - 1, column: missing ? null : (named ?? (exact < 0 ? null : exact)) };
  });
}

/** The last record that begins at or before a line. */
function recordAt(records: readonly SheetRecord[], line: number): number {
  let low = 0;
  let high = records.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (records[middle]!.line <= line) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function columnNamed(header: readonly string[], name: string | number | undefined): number | null {
  if (typeof name !== "string") return null;
  const found = header.findIndex((cell) => sheetColumn(cell) === name || plainWord(cell) === plainWord(name));
  return found < 0 ? null : found;
}
