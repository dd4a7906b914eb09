import fc from "fast-check";
import { expect, test } from "vitest";
import { type Grid, isBlank, readGrid, writeGrid } from "./grid.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const gridOf = (given: Uint8Array): Grid => {
  const reading = readGrid(given);
  if (!("grid" in reading)) throw new Error(reading.fault);
  return reading.grid;
};

const cell = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.string({ unit: fc.constantFrom('"', ",", ";", "\t", "\n", "\r", " ", "é", "試", "a"), maxLength: 6 }),
);
const name = cell.map((text) => `c${text.replace(/[\r\n]/g, "")}x`);
const grids = fc.integer({ min: 1, max: 6 }).chain((width) =>
  fc.record({
    separator: fc.constantFrom(",", ";", "\t"),
    columns: fc.array(name, { minLength: width, maxLength: width }),
    rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 8 }),
  }),
);

test("what was written is read again, without blank rows", () => {
  fc.assert(
    fc.property(grids, (grid) => {
      const again = gridOf(writeGrid(grid));
      const separator = grid.columns.length > 1 ? grid.separator : ",";
      expect(again).toEqual({ ...grid, separator, rows: grid.rows.filter((row) => !isBlank(row)) });
    }),
  );
});

test("writing what was read gives the same bytes from then on", () => {
  fc.assert(
    fc.property(grids, (grid) => {
      const once = writeGrid(gridOf(writeGrid(grid)));
      expect(writeGrid(gridOf(once))).toEqual(once);
    }),
  );
});

test("any bytes are read as a grid or refused, never thrown", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (any) => void readGrid(any)));
});

test("unknown columns, their order and the separator are kept", () => {
  const text = "Zeta;file;sample;Ort\n-12,5;a.csv;S1;Köln\n";
  const grid = gridOf(bytes(text));
  expect(grid.columns).toEqual(["Zeta", "file", "sample", "Ort"]);
  expect(new TextDecoder().decode(writeGrid(grid))).toBe('Zeta;file;sample;Ort\n"-12,5";a.csv;S1;Köln\n');
  expect([...writeGrid(grid).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});

test("a sheet in Shift_JIS is read and written as UTF-8", () => {
  const sheet = Uint8Array.of(0x8e, 0x8e, 0x97, 0xbf, 0x2c, 0x66, 0x69, 0x6c, 0x65, 10, 0x53, 0x2c, 0x61, 10);
  expect(gridOf(sheet)).toEqual({ separator: ",", columns: ["試料", "file"], rows: [["S", "a"]] });
});

test("a cell beyond the header gives a column without a name; empty line ends do not", () => {
  expect(gridOf(bytes("file,sample,,\na,S,,\nb,T,x,\n")).columns).toEqual(["file", "sample", ""]);
});

test("an empty sheet begins with file and sample", () => {
  expect(gridOf(bytes("")).columns).toEqual(["file", "sample"]);
});

test("an open quote is refused with its place", () => {
  expect(readGrid(bytes('file,sample\na,"S\n'))).toEqual({ fault: "quotes", line: 2, column: 3 });
  expect(readGrid(bytes(`a${",x".repeat(400)}\n`))).toEqual({ fault: "size" });
});
