import { formatNumber } from "vesica/report";
import { describe, expect, test } from "vitest";
import { parseMatrix, parseNumber, parseNumbers, printNumber } from "./number-text.ts";

describe("numbers as people write them", () => {
  test.each([
    ["1.5", 1.5],
    [" -2 ", -2],
    ["−3", -3],
    ["1e9", 1e9],
    [".5", 0.5],
    ["１２．５", 12.5],
    ["1.47 × 10⁹", 1.47e9],
    ["1 × 10⁻³", 1e-3],
    ["2x10^8", 2e8],
    ["12\u202f345", 12_345],
    ["12 345 678", 12_345_678],
  ])("%s is understood", (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  test.each(["", "1,5", "1.2.3", "abc", "1e999", "Infinity", "0x10", "1 23", "--1", "×10³"])(
    "“%s” is not guessed at",
    (text) => {
      expect(parseNumber(text)).toBeNull();
    },
  );

  test("what is printed is read again as the same number", () => {
    for (const value of [0, 1, -1.5, 1e6, 1.234567e11, 1e-7, 0.1 + 0.2, 123_456.789])
      expect(parseNumber(printNumber(value))).toBe(value);
    for (const value of [1.47e9, 12_300, 0.00012]) expect(parseNumber(formatNumber(value))).toBe(value);
  });
});

describe("columns and tables of numbers", () => {
  test.each([
    ["1\n2\n3", [1, 2, 3]],
    ["1\r\n2\r\n", [1, 2]],
    ["1\t2\t3", [1, 2, 3]],
    ["1, 2, 3", [1, 2, 3]],
    ["1;2; 3", [1, 2, 3]],
    ["\n\n1\n\n2\n", [1, 2]],
    ["", []],
  ])("%j", (text, values) => {
    expect(parseNumbers(text)).toEqual({ values });
  });

  test("names the word that is no number and its place", () => {
    expect(parseNumbers("1\n1,5\n2")).toEqual({ wrong: "1,5", at: 1 });
    expect(parseMatrix("1 2\n3 x")).toEqual({ wrong: "x", at: 1 });
  });

  test("keeps gaps where they may be", () => {
    expect(parseNumbers("-\n2\n\n4\nnull", true)).toEqual({ values: [null, 2, null, 4, null] });
  });

  test("reads rows", () => {
    expect(parseMatrix("1\t0.2\n0.1\t1\n")).toEqual({
      rows: [
        [1, 0.2],
        [0.1, 1],
      ],
    });
  });
});
