import type { Issue } from "../../../../kernel/index.ts";
import { LineCount, libraryIssues } from "./issues.ts";
import { cellsOf, linesOf } from "./text.ts";

export interface LibraryRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/** Rows of a table with the header's columns by their names in upper case. */
export interface LibraryTable {
  readonly column: ReadonlyMap<string, number>;
  readonly rows: readonly LibraryRow[];
  readonly issues: readonly Issue[];
}

const mostColumns = 200;

/** Delimiter and header of the first line that is not blank, where it has all of `wanted`; null else. */
export function headerOf(
  lines: readonly string[],
  wanted: readonly string[],
): { delimiter: string; names: readonly string[]; at: number } | null {
  const at = lines.findIndex((line) => line.trim() !== "");
  const line = lines[at];
  if (line === undefined || line.length > 65_536) return null;
  for (const delimiter of ["\t", ";", ","]) {
    const names = cellsOf(line, delimiter, mostColumns)?.map((name) => name.toUpperCase()) ?? [];
    if (wanted.every((name) => names.includes(name))) return { delimiter, names, at };
  }
  return null;
}

/** The table of a text whose header has the columns `wanted` (in upper case); null where it has not. */
export function libraryTable(text: string, wanted: readonly string[]): LibraryTable | null {
  const { lines, ended } = linesOf(text);
  const header = headerOf(lines, wanted);
  if (header === null) return null;
  const { delimiter, names, at } = header;
  const uneven = new LineCount();
  const rows: LibraryRow[] = [];
  for (let i = at + 1; i < lines.length; i++) {
    if (lines[i]!.trim() === "") continue;
    const cells = cellsOf(lines[i]!, delimiter, names.length + mostColumns);
    const even = cells !== null && cells.length >= names.length;
    if (even && cells.slice(names.length).every((cell) => cell === "")) rows.push({ cells, line: i + 1 });
    else uneven.add(i + 1);
  }
  const column = new Map(names.map((name, i) => [name, i]));
  const issues = [...uneven.issues("library-lines-uneven"), ...lineEnd(ended)];
  return { column, rows, issues };
}

/** The warning of a text whose last line has no line end. */
export function lineEnd(ended: boolean): readonly Issue[] {
  return ended ? [] : [libraryIssues.raise("library-no-line-end")];
}
