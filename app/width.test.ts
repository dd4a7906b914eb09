import { expect, test } from "vitest";
import { alignedLines, displayWidth, harmless, shortened, shortenedPath, wrapped } from "./width.ts";

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

test("shortenedPath cuts folders before the name", () => {
  expect(shortenedPath("Fig_2/raw/AD45_F3.csv", 16)).toBe("Fig…/AD45_F3.csv");
  expect(shortenedPath("血漿/患者1.csv", 12)).toBe("…/患者1.csv");
  expect(shortenedPath("raw/AD45_F3-Summary.csv", 12)).toBe("AD45_F3-Sum…");
  expect(shortenedPath("a/b.csv", 7)).toBe("a/b.csv");
});

test("harmless shows what would steer a terminal", () => {
  expect(harmless("a\u001b[31mb\u202ec\n")).toBe("a\\u001b[31mb\\u202ec\n");
});

test.each([
  ["Counting beads in their gate", 14, ["Counting beads", "in their gate"]],
  ["取り込み体積 (uL)", 8, ["取り込み", "体積", "(uL)"]],
  ["", 8, []],
  ["abcdefghij", 4, ["abcd", "efgh", "ij"]],
])("wrapped(%s, %i) breaks at spaces, and inside a word that is longer", (text, width, lines) => {
  expect(wrapped(text, width)).toEqual(lines);
});

test("a text of many marks without width is cut in one pass", () => {
  const marks = "\u0301".repeat(200_000);
  expect(shortened(`abc${marks}def`, 5)).toBe(`abc${marks}d…`);
});
