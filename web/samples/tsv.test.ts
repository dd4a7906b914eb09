import fc from "fast-check";
import { expect, test } from "vitest";
import { formatTsv, parseTsv } from "./tsv.ts";

test.each([
  [
    "a table of Excel ends with a line end",
    "a\tb\r\nc\td\r\n",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  ["a cell with a line end", '"one\ntwo"\tb', [["one\ntwo", "b"]]],
  ["doubled quotation marks", '"5"" disc"\tx', [['5" disc', "x"]]],
  ["an open quotation mark is a character", '"a\tb\nc', [['"a', "b"], ["c"]]],
  ["characters after a closing quotation mark", '"a"b\tc', [['"a"b', "c"]]],
  ["empty lines inside keep their place", "a\n\nb", [["a"], [""], ["b"]]],
  ["decimal commas stay as they are written", "1,5\t10.000,0", [["1,5", "10.000,0"]]],
  [
    "Japanese",
    "試料\t条件\r\nＡ\t対照",
    [
      ["試料", "条件"],
      ["Ａ", "対照"],
    ],
  ],
  ["one value", "x", [["x"]]],
  ["nothing", "", [[""]]],
])("%s", (_, text, rows) => {
  expect(parseTsv(text)).toEqual(rows);
});

test("what was copied is pasted the same", () => {
  const cell = fc.string({ unit: fc.constantFrom('"', "\t", "\n", "\r", "a", "試"), maxLength: 6 });
  const rows = fc
    .integer({ min: 1, max: 4 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }))
    .filter((table) => table.at(-1)!.length > 1 || table.at(-1)![0] !== "");
  fc.assert(
    fc.property(rows, (table) => {
      expect(parseTsv(formatTsv(table))).toEqual(table);
    }),
  );
});
