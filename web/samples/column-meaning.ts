import type { Text } from "vesica/kernel";
import { plainWord } from "vesica/kernel";
import { type SheetColumn, sheetColumn, sheetColumns } from "vesica/study";
import type { OwnColumn } from "../worker/check-sheet.ts";
import { columnWords } from "./column-words.ts";
import { isFreeName } from "./columns.ts";
import type { Grid } from "./grid.ts";
import { words } from "./words.ts";

/** What a column of that header holds. */
export function wordsOfColumn(header: string, ownColumns: readonly OwnColumn[]): Text {
  const known = sheetColumn(header);
  if (known) return columnWords[known];
  const own = ownColumns.find(({ name }) => plainWord(name) === plainWord(header));
  return own?.words ?? words.keptColumn;
}

/** The columns that a sheet can still get by name, Vesica's own first. */
export function columnsToAdd(grid: Grid, ownColumns: readonly OwnColumn[]): readonly string[] {
  const known = Object.keys(sheetColumns) as SheetColumn[];
  const names = [...known, ...ownColumns.map(({ name }) => name)];
  return names.filter((name) => isFreeName(grid, name));
}
