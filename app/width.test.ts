import { expect, test } from "vitest";
import { alignedLines, displayWidth, harmless, shortened, shortenedInside } from "./width.ts";

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

test("shortenedInside keeps the folder's beginning and more of the name's end", () => {
  expect(shortenedInside("Fig_2/AD45_F3-Summary.csv", 16)).toBe("Fig_2…ummary.csv");
  expect(shortenedInside("血漿/患者1-Summary.csv", 15)).toBe("血漿/…mmary.csv");
  expect(shortenedInside("a.csv", 5)).toBe("a.csv");
});

test("harmless shows what would steer a terminal", () => {
  expect(harmless("a\u001b[31mb\u202ec\n")).toBe("a\\u001b[31mb\\u202ec\n");
});
