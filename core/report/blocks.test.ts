import { expect, test } from "vitest";
import { type TableBlock, withoutEmptyColumns } from "./blocks.ts";

test("heads over several columns shrink with the columns that go, and go with the last of them", () => {
  const table: TableBlock = {
    kind: "table",
    id: "t",
    caption: "",
    groups: [
      { head: "", span: 1 },
      { head: "two", span: 2 },
      { head: "none", span: 2 },
      { head: "", span: 1 },
    ],
    columns: ["a", "b", "c", "d", "e", "f"].map((head) => ({ head })),
    rows: [{ cells: ["", "1", "", "", [], "2"] }],
  };
  const { columns, groups } = withoutEmptyColumns(table);
  expect(columns.map(({ head }) => head)).toEqual(["a", "b", "f"]);
  expect(groups).toEqual([
    { head: "", span: 1 },
    { head: "two", span: 1 },
    { head: "", span: 1 },
  ]);
});
