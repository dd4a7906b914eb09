import { expect, test } from "vitest";
import { parseCell } from "./decimal.ts";

test("millions of digits before a letter are looked at once", () => {
  expect(parseCell(`${"1".repeat(200_000)}x`)).toBeNaN();
  expect([parseCell("7."), parseCell(".5"), parseCell("1.25e2")]).toEqual([7, 0.5, 125]);
});
