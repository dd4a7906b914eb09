import { expect, test } from "vitest";
import { offsetOf } from "./text-place.ts";

test.each([
  [1, 1, 0],
  [2, 2, 4],
  [3, 1, 6],
  [9, 1, 6],
  [3, 9, 8],
])("line %i, column %i is at %i", (line, column, offset) => {
  expect(offsetOf("a\r\nbc\nde", line, column)).toBe(offset);
});
