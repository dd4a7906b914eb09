import { fillText } from "vesica/kernel";
import { mostCells } from "vesica/study";
import { headerOfBlock, pasteTable } from "./columns.ts";
import {
  cellsOf,
  deleteRows,
  duplicateRows,
  fillDown,
  insertRows,
  mapRange,
  paste,
  rowsSelected,
  setCell,
} from "./edits.ts";
import type { Cells } from "./grid.ts";
import type { Moment } from "./history.ts";
import type { KeyCommand } from "./keys.ts";
import { at, type Range, rangeOf, stepped, tabbed } from "./selection.ts";
import { wantFocus, wantRow } from "./sheet-focus.ts";
import { edit, redo, select, sheet, tell, undo } from "./sheet-store.ts";
import { formatTsv, parseTsv } from "./tsv.ts";
import { words } from "./words.ts";

const present = (): Moment | null => sheet.get().history?.present ?? null;
const sizeOf = ({ grid }: Moment) => ({ rows: grid.rows.length, columns: grid.columns.length });

/** Does what a key means; false where the browser is to do its own, as at the sheet's ends with Tab. */
export function perform(command: KeyCommand, page: number): boolean {
  const now = present();
  if (!now) return false;
  const { grid, selection } = now;
  const size = sizeOf(now);
  wantFocus();
  if (command.kind === "move") {
    const head = stepped(command.extend ? selection.head : selection.active, command.step, size, page);
    if (command.extend) wantRow(head.row);
    if (command.extend) tellRange(rangeOf({ ...selection, head }));
    select(command.extend ? { ...selection, head } : { active: head, head });
    return true;
  }
  if (command.kind === "tab") {
    const next = tabbed(selection.active, command.back, size);
    if (next) select({ active: next, head: next });
    return next !== null;
  }
  if (command.kind === "select") {
    const { top, bottom, left, right } = rangeOf(selection);
    const last = { row: size.rows - 1, column: size.columns - 1 };
    if (command.what === "all") select({ ...at(0, 0), head: last });
    else if (command.what === "row") select(rowsSelected(grid, top, bottom));
    else select({ ...at(0, left), head: { row: last.row, column: right } });
    tellRange(rangeOf(present()!.selection));
    return true;
  }
  if (command.kind === "undo") undo();
  else if (command.kind === "redo") redo();
  else if (command.kind === "clear") clearCells();
  else if (command.kind === "fill down") fillCells();
  return true;
}

function tellRange({ top, bottom, left, right }: Range): void {
  tell(fillText(words.selected, { rows: bottom - top + 1, columns: right - left + 1 }));
}

export function clearCells(): void {
  const now = present();
  if (now) edit({ ...now, grid: mapRange(now.grid, rangeOf(now.selection), () => "") });
}

export function fillCells(): void {
  const now = present();
  if (now) edit({ ...now, grid: fillDown(now.grid, rangeOf(now.selection)) });
}

/** Writes a text into the active cell, or into the whole selection, and goes on. */
export function writeCell(text: string, then: "stay" | "down" | "up" | "next" | "back" | "fill"): void {
  const now = present();
  if (!now) return;
  const { active } = now.selection;
  const one = { top: active.row, bottom: active.row, left: active.column, right: active.column };
  const range = then === "fill" ? rangeOf(now.selection) : one;
  const rows = now.grid.rows.length;
  const needed = range.bottom >= rows ? range.bottom + 1 - rows : 0;
  const grid = mapRange(insertRows(now.grid, rows, needed), range, () => text);
  const size = { rows: grid.rows.length, columns: grid.columns.length };
  const moved =
    then === "down" || then === "up"
      ? stepped(active, then, size, 1)
      : then === "next" || then === "back"
        ? (tabbed(active, then === "back", size) ?? active)
        : null;
  if (moved) wantFocus();
  edit({ grid, selection: moved ? { active: moved, head: moved } : now.selection });
}

/** Writes into a cell of a row that is left while it is edited; nothing where the row is gone or changed meanwhile. */
export function writeLeft(cells: Cells | undefined, column: number, text: string): void {
  const now = present();
  const row = now && cells ? now.grid.rows.indexOf(cells) : -1;
  if (now && row >= 0) edit({ ...now, grid: setCell(now.grid, row, column, text) });
}

/** Shows a cell and gives it the focus. */
export function goTo(row: number, column: number): void {
  wantFocus();
  select(at(row, Math.max(0, column)));
}

/** The selected cells as a spreadsheet takes them. */
export function copiedText(): string {
  const now = present();
  if (!now) return "";
  const range = rangeOf(now.selection);
  tell(fillText(words.copied, { cells: cellCount(range) }));
  return formatTsv(cellsOf(now.grid, range));
}

function cellCount({ top, bottom, left, right }: Range): number {
  return (bottom - top + 1) * (right - left + 1);
}

/** Pastes what a spreadsheet copied; a table with its header goes to the columns of the same names. */
export function pasteText(text: string): void {
  const now = present();
  if (!now || text === "") return;
  const block = parseTsv(text);
  if (text.length > 16_000_000 || block.length * (block[0]?.length ?? 1) > mostCells) {
    tell(words.tooMuch);
    return;
  }
  const header = headerOfBlock(now.grid, block);
  const done = header
    ? pasteTable(now.grid, rangeOf(now.selection).top, header, block.slice(1))
    : paste(now.grid, now.selection, block);
  edit(done);
  const said = [
    fillText(words.pasted, { cells: done.pasted }),
    ...(header ? [words.byHeader] : []),
    ...(done.rowsAdded > 0 ? [fillText(words.rowsAdded, { rows: done.rowsAdded })] : []),
    ...(done.columnsLeftOut > 0 ? [fillText(words.leftOut, { columns: done.columnsLeftOut })] : []),
  ];
  tell({ en: said.map(({ en }) => en).join(" "), ja: said.map(({ ja }) => ja).join("") });
}

/** A row under the selection. */
export function addRow(): void {
  const now = present();
  if (!now) return;
  const before = now.grid.rows.length === 0 ? 0 : rangeOf(now.selection).bottom + 1;
  edit({ grid: insertRows(now.grid, before, 1), selection: at(before, now.selection.active.column) });
}

export function duplicateSelected(): void {
  const now = present();
  if (!now) return;
  const range = rangeOf(now.selection);
  const last = range.bottom + 1 + range.bottom - range.top;
  edit({
    grid: duplicateRows(now.grid, range),
    selection: rowsSelected(now.grid, range.bottom + 1, last),
  });
}

export function deleteSelected(): void {
  const now = present();
  if (!now) return;
  const range = rangeOf(now.selection);
  edit({ grid: deleteRows(now.grid, range), selection: at(range.top, now.selection.active.column) });
  tell(fillText(words.rowsDeleted, { rows: range.bottom - range.top + 1 }));
}
