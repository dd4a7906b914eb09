import { expect, test } from "vitest";
import { asDecimal } from "./fcs-keywords.ts";

test.each([
  ["12", 12],
  ["-1.5e3", -1500],
  ["+.5", 0.5],
  ["7.", 7],
  [".", null],
  ["1e", null],
  ["1.2.3", null],
  ["0x10", null],
  ["1e999", null],
  ["", null],
])("%j is the number %j", (words, number) => {
  expect(asDecimal(words)).toBe(number);
});

test("millions of digits before a letter are looked at once", () => {
  expect(asDecimal(`${"1".repeat(200_000)}x`)).toBeNull();
  expect(asDecimal(`1.${"1".repeat(200_000)}e`)).toBeNull();
});
