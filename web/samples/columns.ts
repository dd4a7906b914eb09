import { plainWord } from "vesica/kernel";
import { mostSheetRows, sheetColumn } from "vesica/study";
import type { Edit, Pasted } from "./edits.ts";
import type { Cells, Grid } from "./grid.ts";
import { isBlank, mostColumns } from "./grid.ts";
import { at } from "./selection.ts";

/** What a header means: a column that Vesica knows, else the header's own words. */
export function meaningOf(header: string): string {
  return sheetColumn(header) ?? plainWord(header);
}

/** The place of the column that means `name`; -1 where there is none. */
export function columnIndex(grid: Grid, name: string): number {
  return grid.columns.findIndex((header) => meaningOf(header) === meaningOf(name));
}

/** Whether a column of that name can be added or take it: it has words, and no other column means the same. */
export function isFreeName(grid: Grid, name: string, own = -1): boolean {
  const found = columnIndex(grid, name);
  return name.trim() !== "" && (found < 0 || found === own) && grid.columns.length <= mostColumns;
}

/** An empty column at the end. */
export function addColumn(grid: Grid, name: string): Grid {
  if (!isFreeName(grid, name) || grid.columns.length >= mostColumns) return grid;
  return {
    ...grid,
    columns: [...grid.columns, name.trim()],
    rows: grid.rows.map((row) => [...row, ""]),
  };
}

export function renameColumn(grid: Grid, column: number, name: string): Grid {
  if (!isFreeName(grid, name, column)) return grid;
  return { ...grid, columns: grid.columns.with(column, name.trim()) };
}

/** The grid without a column; the last one stays. */
export function removeColumn(grid: Grid, column: number): Grid {
  if (grid.columns.length === 1) return grid;
  return {
    ...grid,
    columns: grid.columns.toSpliced(column, 1),
    rows: grid.rows.map((row) => row.toSpliced(column, 1)),
  };
}

/**
 * The columns that the first row of a pasted table names, where it is a header: two or more names, each once, all of
 * them columns of the grid or known to Vesica; else null.
 */
export function headerOfBlock(grid: Grid, block: readonly Cells[]): Cells | null {
  const [first = []] = block;
  const names = first.map((name) => name.trim());
  const meant = names.map(meaningOf);
  const isKnown = (name: string) => sheetColumn(name) !== null || columnIndex(grid, name) >= 0;
  const isHeader =
    block.length > 1 && names.length > 1 && new Set(meant).size === names.length && names.every(isKnown);
  return isHeader ? names : null;
}

/** A table with its header pasted from `row` on, each column into the one of its name; columns that are not there are added. */
export function pasteTable(grid: Grid, row: number, header: Cells, body: readonly Cells[]): Pasted {
  const whole = header.reduce((wider, name) => addColumn(wider, name), grid);
  const places = header.map((name) => columnIndex(whole, name));
  const before = grid.rows.every(isBlank) ? 0 : row;
  const rows = [...whole.rows];
  for (const [index, cells] of body.slice(0, mostSheetRows - before).entries()) {
    const next = [...(rows[before + index] ?? whole.columns.map(() => ""))];
    for (const [from, to] of places.entries()) if (to >= 0) next[to] = cells[from] ?? "";
    rows[before + index] = next;
  }
  return {
    grid: { ...whole, rows },
    selection: {
      ...at(before, 0),
      head: { row: before + body.length - 1, column: whole.columns.length - 1 },
    },
    pasted: body.length * header.length,
    columnsLeftOut: 0,
    rowsAdded: Math.max(0, rows.length - grid.rows.length),
  };
}

/** Rows by column names added at the end, or in place of a sheet of blank rows; columns that are not there are added where a row fills them. */
export function addNamedRows(grid: Grid, named: readonly Readonly<Record<string, string>>[]): Edit {
  const filled = [...new Set(named.flatMap((row) => Object.keys(row).filter((name) => row[name] !== "")))];
  const whole = filled.reduce((wider, name) => addColumn(wider, name), grid);
  const kept = whole.rows.filter((row) => !isBlank(row));
  const fresh = named.map((row) => {
    const cells = whole.columns.map(() => "");
    for (const name of filled) cells[columnIndex(whole, name)] = row[name] ?? "";
    return cells;
  });
  const rows = [...kept, ...fresh].slice(0, mostSheetRows);
  return {
    grid: { ...whole, rows },
    selection: { ...at(kept.length, 0), head: { row: rows.length - 1, column: whole.columns.length - 1 } },
  };
}
