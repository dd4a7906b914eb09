import { featureNumbers, featureWords } from "vesica/kernel";
import { csvTable, featureCsv } from "vesica/report";
import { expect, test } from "vitest";
import { firstCellDifference } from "./csv-difference.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const title = { en: "", ja: "" };
const named = (genes: readonly string[], q: readonly number[]) =>
  featureCsv({
    name: "a, b",
    columns: [featureWords("gene", title, genes), featureNumbers("q", title, "1", q)],
  } as never);
const differ = (before: string, after: string) => firstCellDifference(bytes(before), bytes(after));

test("a table of features is told by its name, the row's feature and the column", () => {
  expect(differ(named(["CD9", 'A"\n,B'], [1, 0.25]), named(["CD9", 'A"\n,B'], [1, 0.125]))).toEqual({
    table: "a, b",
    row: 2,
    key: 'A"\n,B',
    column: "q",
    before: "0.25",
    after: "0.125",
  });
});

test.each([
  ["a changed cell between quotes", [["x"], ['1"2,3']], [["x"], ['1"2,4']], [1, "x", '1"2,3', '1"2,4']],
  [
    "an empty cell",
    [
      ["x", "y"],
      ["a", 1],
    ],
    [
      ["x", "y"],
      ["a", null],
    ],
    [1, "y", "1", ""],
  ],
  ["a head", [["x", "y"]], [["x", "z"]], [0, "y", "y", "z"]],
  [
    "a row that is gone",
    [
      ["x", "y"],
      ["a", 1],
    ],
    [["x", "y"]],
    [1, "x, y", "a, 1", undefined],
  ],
  [
    "a row more",
    [["x", "y"]],
    [
      ["x", "y"],
      ["a", 1],
    ],
    [1, "x, y", undefined, "a, 1"],
  ],
] as const)("%s", (_, before, after, [row, column, was, is]) => {
  expect(differ(csvTable(before), csvTable(after))).toMatchObject({
    table: "",
    row,
    column,
    before: was,
    after: is,
  });
});

test("the same bytes, other line ends and rows of another length are told by no cell", () => {
  const table = csvTable([
    ["x", "y"],
    ["a", 1],
  ]);
  expect(differ(table, table)).toBeNull();
  expect(differ(table, table.replaceAll("\r", ""))).toBeNull();
  expect(differ(table, table.replace("a,1", "a,b,1"))).toBeNull();
});
