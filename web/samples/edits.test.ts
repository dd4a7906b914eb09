import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addColumn,
  addNamedRows,
  columnIndex,
  headerOfBlock,
  isFreeName,
  pasteTable,
  removeColumn,
  renameColumn,
} from "./columns.ts";
import {
  cellsOf,
  deleteRows,
  duplicateRows,
  fillDown,
  insertRows,
  mapRange,
  paste,
  setCell,
} from "./edits.ts";
import type { Grid } from "./grid.ts";
import { begun, changed, redone, undone } from "./history.ts";
import { at, rangeOf, stepped, tabbed, within } from "./selection.ts";

const grid: Grid = {
  separator: ",",
  columns: ["file", "sample", "Ort"],
  rows: [
    ["a", "S1", "x"],
    ["b", "S2", "y"],
    ["c", "S3", "z"],
  ],
};
const range = (top: number, left: number, bottom = top, right = left) => ({ top, bottom, left, right });
const selection = (top: number, left: number, bottom = top, right = left) => ({
  active: { row: top, column: left },
  head: { row: bottom, column: right },
});

test("a cell is set; rows that stay are the same objects, and the same text is no change", () => {
  const next = setCell(grid, 1, 2, "q");
  expect(next.rows[1]).toEqual(["b", "S2", "q"]);
  expect(next.rows[0]).toBe(grid.rows[0]);
  expect(setCell(grid, 1, 2, "y")).toBe(grid);
});

test("fill down copies the first row of the range, or the row above one cell", () => {
  expect(fillDown(grid, range(0, 1, 2, 2)).rows.map((row) => row.join())).toEqual([
    "a,S1,x",
    "b,S1,x",
    "c,S1,x",
  ]);
  expect(fillDown(grid, range(2, 2)).rows[2]).toEqual(["c", "S3", "y"]);
  expect(fillDown(grid, range(0, 0))).toBe(grid);
});

test("rows are inserted, duplicated beneath and deleted", () => {
  expect(insertRows(grid, 1, 2).rows.map(([file]) => file)).toEqual(["a", "", "", "b", "c"]);
  const twice = duplicateRows(grid, range(0, 0, 1, 0));
  expect(twice.rows.map(([file]) => file)).toEqual(["a", "b", "a", "b", "c"]);
  expect(new Set(twice.rows).size).toBe(5);
  expect(deleteRows(grid, range(1, 0, 2, 0)).rows).toEqual([grid.rows[0]]);
});

test("one value fills the selection; a block grows rows and leaves columns beyond the edge out", () => {
  expect(cellsOf(paste(grid, selection(0, 1, 2, 2), [["k"]]).grid, range(0, 1, 2, 2)).flat()).toEqual(
    Array(6).fill("k"),
  );
  const block = [
    ["1", "2"],
    ["3", "4"],
  ];
  const pasted = paste(grid, at(2, 2), block);
  expect(pasted.grid.rows.slice(2)).toEqual([
    ["c", "S3", "1"],
    ["", "", "3"],
  ]);
  expect(pasted).toMatchObject({ rowsAdded: 1, columnsLeftOut: 1 });
  expect(rangeOf(pasted.selection)).toEqual(range(2, 2, 3, 2));
});

test("a selection that holds the block twice is filled with it", () => {
  const pasted = paste(grid, selection(0, 0, 1, 0), [["k", "l"]]);
  expect(pasted.grid.rows.map((row) => row.join())).toEqual(["k,l,x", "k,l,y", "c,S3,z"]);
});

test("copying a range and pasting it in its place changes nothing", () => {
  const spot = fc.record({ row: fc.nat(2), column: fc.nat(2) });
  fc.assert(
    fc.property(spot, spot, (active, head) => {
      const block = cellsOf(grid, rangeOf({ active, head }));
      const isOne = block.length === 1 && block[0]!.length === 1;
      expect(paste(grid, isOne ? { active, head: active } : { active, head }, block).grid).toBe(grid);
    }),
  );
});

test("a pasted table with headers goes to its columns, known ones are added", () => {
  const block = [
    ["ドナー", "ファイル名", "試料"],
    ["D1", "d.csv", "S9"],
  ];
  const header = headerOfBlock(grid, block)!;
  const pasted = pasteTable(grid, 3, header, block.slice(1));
  expect(pasted.grid.columns).toEqual(["file", "sample", "Ort", "ドナー"]);
  expect(pasted.grid.rows[3]).toEqual(["d.csv", "S9", "", "D1"]);
  expect(
    headerOfBlock(grid, [
      ["d.csv", "S9"],
      ["e.csv", "S8"],
    ]),
  ).toBeNull();
  expect(headerOfBlock(grid, [["file", "sample"]])).toBeNull();
});

test("columns are added, renamed and removed; no two mean the same", () => {
  expect(isFreeName(grid, "Filename")).toBe(false);
  expect(addColumn(grid, "試料")).toBe(grid);
  const wider = addColumn(grid, " donor ");
  expect(wider.columns.at(-1)).toBe("donor");
  expect(renameColumn(wider, 3, "condition").columns[3]).toBe("condition");
  expect(renameColumn(wider, 3, "sample")).toBe(wider);
  expect(removeColumn(wider, 0).rows[0]).toEqual(["S1", "x", ""]);
  expect(columnIndex(wider, "ドナー")).toBe(3);
});

test("named rows are added at the end, in place of blank ones", () => {
  const blank = insertRows(grid, 3, 1);
  const { grid: next } = addNamedRows(blank, [{ file: "n.csv", capture: "", sample: "N", dilution: "500" }]);
  expect(next.columns).toEqual(["file", "sample", "Ort", "dilution"]);
  expect(next.rows.slice(3)).toEqual([["n.csv", "N", "", "500"]]);
});

test("undo and redo lead back and forth; a new change forgets what was undone", () => {
  const origin = { grid, selection: at(0, 0), bytes: new Uint8Array([1]) };
  const one = changed(begun(origin), { grid: setCell(grid, 0, 0, "1"), selection: at(0, 0) });
  const two = changed(one, { grid: setCell(one.present.grid, 0, 0, "2"), selection: at(0, 0) });
  expect(undone(undone(two)!)!.present).toBe(origin);
  expect(undone(begun(origin))).toBeNull();
  const back = undone(two)!;
  expect(redone(back)!.present).toBe(two.present);
  expect(changed(back, { grid, selection: at(0, 0) }).future).toEqual([]);
  expect(changed(two, { grid: two.present.grid, selection: at(1, 1) }).past).toBe(two.past);
});

test("any change undone is the grid before it", () => {
  const area = fc
    .tuple(fc.nat(2), fc.nat(2), fc.nat(2), fc.nat(2))
    .map(([a, b, c, d]) => rangeOf(selection(a, b, c, d)));
  fc.assert(
    fc.property(area, fc.string(), (where, text) => {
      const edit = { grid: mapRange(grid, where, () => text), selection: at(0, 0) };
      const after = changed(begun({ grid, selection: at(0, 0), bytes: null }), edit);
      expect(after.past.length === 0 ? grid : undone(after)!.present.grid).toBe(grid);
    }),
  );
});

test("steps hold at the edges; Tab goes in reading order and out at the ends", () => {
  const size = { rows: 3, columns: 3 };
  expect(stepped({ row: 0, column: 0 }, "up", size, 10)).toEqual({ row: 0, column: 0 });
  expect(stepped({ row: 0, column: 1 }, "page down", size, 10)).toEqual({ row: 2, column: 1 });
  expect(stepped({ row: 0, column: 1 }, "last", size, 10)).toEqual({ row: 2, column: 2 });
  expect(tabbed({ row: 0, column: 2 }, false, size)).toEqual({ row: 1, column: 0 });
  expect(tabbed({ row: 2, column: 2 }, false, size)).toBeNull();
  expect(tabbed({ row: 0, column: 0 }, true, size)).toBeNull();
  expect(within(selection(5, 5), size)).toEqual(at(2, 2));
  expect(within(selection(5, 5), { rows: 0, columns: 2 }).active.row).toBe(0);
});
