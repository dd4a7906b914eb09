import { type FeatureTable, featureNumbers, featureWords } from "vesica/kernel";
import { expect, test } from "vitest";
import { foundRows, nextSorting, rowTexts, sortedRows } from "./rows.ts";

const title = { en: "", ja: "" };
const table = {
  columns: [
    featureWords("gene", title, ["CD9", "cd63", "CD10", "", "ＡＰＯＢ"]),
    featureNumbers("q", title, "1", [0.5, Number.NaN, -1, 0.5, 1e-9]),
    featureWords("name", title, [
      "Tetraspanin 29",
      "Tetraspanin-30",
      "<b>Neprilysin</b>",
      "",
      "Apolipoprotein",
    ]),
  ],
} as unknown as FeatureTable;

test.each([
  [null, [0, 1, 2, 3, 4]],
  [{ column: 1, direction: "ascending" }, [2, 4, 0, 3, 1]],
  [{ column: 1, direction: "descending" }, [0, 3, 4, 2, 1]],
  [{ column: 0, direction: "ascending" }, [4, 0, 2, 1, 3]],
  [{ column: 0, direction: "descending" }, [1, 2, 0, 4, 3]],
  [{ column: 9, direction: "ascending" }, [0, 1, 2, 3, 4]],
] as const)(
  "rows sorted by %j: numbers by size, words with their numbers, the empty last",
  (sorting, order) => {
    expect([...sortedRows(table, sorting)]).toEqual(order);
  },
);

test.each([
  ["cd", [1, 0, 2]],
  ["apob", [4]],
  ["tetra 30", [1]],
  ["<B>", [2]],
  ["9 2", [0]],
  ["no such", []],
  [" ", [1, 0, 2, 4]],
])("rows that hold every word of %j stay in their order", (wanted, found) => {
  const rows = Uint32Array.of(1, 0, 2, 4);
  expect([...foundRows(rows, rowTexts(table), wanted)]).toEqual(found);
});

test("a column is sorted up, then down, then not at all", () => {
  const up = nextSorting({ column: 3, direction: "descending" }, 1);
  const down = nextSorting(up, 1);
  expect([up, down, nextSorting(down, 1)]).toEqual([
    { column: 1, direction: "ascending" },
    { column: 1, direction: "descending" },
    null,
  ]);
});
