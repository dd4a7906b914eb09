import { roleOf } from "vesica/study";
import { columnIndex, meaningOf } from "./columns.ts";
import { type Cells, type Grid, isBlank } from "./grid.ts";

/** Columns that may stay empty, at a price that the reader is told. */
const gapColumns = ["donor", "condition", "dilution"] as const;
export type GapColumn = (typeof gapColumns)[number];

function isGapColumn(name: string): name is GapColumn {
  return gapColumns.some((column) => column === name);
}

/** Where the columns are that decide whether an empty cell is a gap. */
export interface GapPlaces {
  readonly file: number;
  readonly role: number;
  /** Files that record how much they were diluted. */
  readonly recorded: ReadonlySet<string>;
}

export function gapPlaces(grid: Grid, recorded: ReadonlySet<string>): GapPlaces {
  return { file: columnIndex(grid, "file"), role: columnIndex(grid, "role"), recorded };
}

/** The column whose empty cell costs a sample something; null where it costs nothing. */
export function gapAt(
  header: string,
  cells: Cells,
  column: number,
  { file, role, recorded }: GapPlaces,
): GapColumn | null {
  const name = meaningOf(header);
  if (!isGapColumn(name) || (cells[column] ?? "").trim() !== "" || isBlank(cells)) return null;
  if (roleOf(cells[role] ?? "") !== "sample") return null;
  return name === "dilution" && recorded.has((cells[file] ?? "").trim()) ? null : name;
}

export interface Gap {
  readonly name: GapColumn;
  /** Rows of samples with nothing there; without such a column every row of a sample. */
  readonly rows: number;
  /** The first of them. */
  readonly first: number;
  /** -1 where the sheet has no such column. */
  readonly column: number;
}

/** What rows of samples leave open. */
export function gapsOf(grid: Grid, recorded: ReadonlySet<string>): readonly Gap[] {
  const places = gapPlaces(grid, recorded);
  return gapColumns.flatMap((name): Gap[] => {
    const column = columnIndex(grid, name);
    let rows = 0;
    let first = -1;
    for (const [index, cells] of grid.rows.entries()) {
      if (
        gapAt(name, column < 0 ? [...cells, ""] : cells, column < 0 ? cells.length : column, places) === null
      )
        continue;
      if (rows === 0) first = index;
      rows++;
    }
    return rows > 0 ? [{ name, rows, first, column }] : [];
  });
}
