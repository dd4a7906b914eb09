import { expect, test } from "vitest";
import { alignedLines, displayWidth, harmless, shortened } from "./width.ts";

test.each([
  ["abc", 3],
  ["試料", 4],
  ["ｶﾞ", 2],
  ["が".normalize("NFD"), 2],
  ["10⁸", 3],
  ["（個）", 6],
  ["𠮷", 2],
  ["", 0],
])("displayWidth(%s) is %i", (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test("alignedLines aligns Japanese and Latin cells by their columns", () => {
  expect(
    alignedLines(
      [
        ["試料", "1"],
        ["a", "10"],
      ],
      [1],
    ),
  ).toEqual(["試料   1", "a     10"]);
});

test("shortened never cuts half a character", () => {
  expect([shortened("試料名", 6), shortened("試料名", 5), shortened("試料名", 4)]).toEqual([
    "試料名",
    "試料…",
    "試…",
  ]);
});

test("harmless shows what would steer a terminal", () => {
  expect(harmless("a\u001b[31mb\u202ec\n")).toBe("a\\u001b[31mb\\u202ec\n");
});
