import { roles } from "vesica/study";
import { columnIndex, meaningOf } from "./columns.ts";
import type { Grid } from "./grid.ts";

/** What cells can be completed from besides the sheet itself. */
export interface Sources {
  readonly files: readonly string[];
  /** Captures of a file. */
  capturesOf(file: string): readonly string[];
  /** Values of a room's own column; null where it has no closed list. */
  valuesOf(column: string): readonly string[] | null;
}

const dilutions = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000];
const mostShown = 60;
const mostValues = 2000;

/** What a cell of that column can be completed with, before anything is typed. */
export function candidatesFor(grid: Grid, row: number, column: number, sources: Sources): readonly string[] {
  const name = meaningOf(grid.columns[column] ?? "");
  if (name === "role") return roles;
  if (name === "dilution") return dilutions.map(String);
  const cell = (of: string) => grid.rows[row]?.[columnIndex(grid, of)]?.trim() ?? "";
  if (name === "capture") return sources.capturesOf(cell("file")).filter((capture) => capture !== "");
  if (name !== "file") return sources.valuesOf(name) ?? valuesIn(grid, column);
  const used = new Set(grid.rows.map((cells) => cells[column]!.trim()));
  const [fresh, listed] = [false, true].map((wanted) =>
    sources.files.filter((file) => used.has(file) === wanted),
  );
  return [...fresh!, ...listed!];
}

/** The different texts of a column, most frequent first. */
function valuesIn(grid: Grid, column: number): readonly string[] {
  const counts = new Map<string, number>();
  for (const cells of grid.rows) {
    const text = cells[column]!.trim();
    if (text === "" || (counts.size >= mostValues && !counts.has(text))) continue;
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([text]) => text);
}

/** The candidates that hold what was typed, those that begin with it first. */
export function matching(candidates: readonly string[], typed: string): readonly string[] {
  const plain = (text: string) => text.normalize("NFKC").toLowerCase();
  const word = plain(typed.trim());
  const held = candidates.filter((candidate) => plain(candidate).includes(word));
  const [first, others] = [true, false].map((wanted) =>
    held.filter((candidate) => plain(candidate).startsWith(word) === wanted),
  );
  return [...first!, ...others!].slice(0, mostShown);
}
