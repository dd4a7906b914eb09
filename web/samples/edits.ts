import { mostSheetRows } from "vesica/study";
import type { Cells, Grid } from "./grid.ts";
import { at, type Range, rangeOf, type Selection } from "./selection.ts";

/** A changed sheet and what is selected in it. */
export interface Edit {
  readonly grid: Grid;
  readonly selection: Selection;
}

const blankRow = (grid: Grid): Cells => grid.columns.map(() => "");

/** The cells of a range. */
export function cellsOf({ rows }: Grid, { top, bottom, left, right }: Range): readonly Cells[] {
  return rows.slice(top, bottom + 1).map((row) => row.slice(left, right + 1));
}

/** The grid with other texts in a range; rows and grid that stay the same are the same objects. */
export function mapRange(
  grid: Grid,
  { top, bottom, left, right }: Range,
  text: (cell: string, row: number, column: number) => string,
): Grid {
  let changed = false;
  const rows = grid.rows.map((cells, row) => {
    if (row < top || row > bottom) return cells;
    const next = cells.map((cell, column) =>
      column < left || column > right ? cell : text(cell, row, column),
    );
    if (next.every((cell, column) => cell === cells[column])) return cells;
    changed = true;
    return next;
  });
  return changed ? { ...grid, rows } : grid;
}

export function setCell(grid: Grid, row: number, column: number, text: string): Grid {
  return mapRange(grid, { top: row, bottom: row, left: column, right: column }, () => text);
}

/** The range's first row copied into the others; of one row, the row above into it. */
export function fillDown(grid: Grid, range: Range): Grid {
  const above = range.top === range.bottom;
  const source = grid.rows[above ? range.top - 1 : range.top];
  if (!source) return grid;
  return mapRange(grid, above ? range : { ...range, top: range.top + 1 }, (_, __, column) => source[column]!);
}

/** Empty rows before row `before`. */
export function insertRows(grid: Grid, before: number, count: number): Grid {
  const fresh = Array.from({ length: Math.min(count, mostSheetRows - grid.rows.length) }, () =>
    blankRow(grid),
  );
  return withRows(grid, [...grid.rows.slice(0, before), ...fresh, ...grid.rows.slice(before)]);
}

/** The range's rows once more beneath it. */
export function duplicateRows(grid: Grid, { top, bottom }: Range): Grid {
  const copies = grid.rows.slice(top, bottom + 1).map((row) => [...row]);
  return withRows(grid, [...grid.rows.slice(0, bottom + 1), ...copies, ...grid.rows.slice(bottom + 1)]);
}

export function deleteRows(grid: Grid, { top, bottom }: Range): Grid {
  return withRows(grid, [...grid.rows.slice(0, top), ...grid.rows.slice(bottom + 1)]);
}

function withRows(grid: Grid, rows: readonly Cells[]): Grid {
  return rows.length === grid.rows.length || rows.length > mostSheetRows ? grid : { ...grid, rows };
}

/** What became of pasted cells. */
export interface Pasted extends Edit {
  readonly pasted: number;
  /** Columns that had no place right of the last one. */
  readonly columnsLeftOut: number;
  readonly rowsAdded: number;
}

/** A block of cells from the active range's first cell on; rows grow, one value fills the whole selection. */
export function paste(grid: Grid, selection: Selection, block: readonly Cells[]): Pasted {
  const range = rangeOf(selection);
  const [first] = block;
  if (block.length === 1 && first!.length === 1) {
    const filled = mapRange(grid, range, () => first![0]!);
    const pasted = (range.bottom - range.top + 1) * (range.right - range.left + 1);
    return { grid: filled, selection, pasted, columnsLeftOut: 0, rowsAdded: 0 };
  }
  const tall = Math.min(repeats(block.length, range.bottom - range.top + 1), mostSheetRows - range.top);
  const widest = Math.max(...block.map((row) => row.length));
  const wide = repeats(widest, range.right - range.left + 1);
  const right = Math.min(grid.columns.length, range.left + wide) - 1;
  const rowsAdded = Math.max(0, range.top + tall - grid.rows.length);
  const area = { top: range.top, bottom: range.top + tall - 1, left: range.left, right };
  const changed = mapRange(insertRows(grid, grid.rows.length, rowsAdded), area, (_, row, column) => {
    const source = block[(row - area.top) % block.length]!;
    return source[(column - area.left) % widest] ?? "";
  });
  return {
    grid: changed,
    selection: {
      active: { row: area.top, column: area.left },
      head: { row: area.bottom, column: area.right },
    },
    pasted: tall * (right - range.left + 1),
    columnsLeftOut: range.left + wide - 1 - right,
    rowsAdded,
  };
}

/** A selection that holds the block several times over is filled with it, as spreadsheets do. */
function repeats(block: number, selected: number): number {
  return selected > block && selected % block === 0 ? selected : block;
}

/** The selection on whole rows. */
export function rowsSelected(grid: Grid, top: number, bottom: number): Selection {
  return { ...at(top, 0), head: { row: bottom, column: grid.columns.length - 1 } };
}
