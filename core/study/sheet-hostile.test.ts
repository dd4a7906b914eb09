import { expect, test } from "vitest";
import { isAccepted } from "../kernel/index.ts";
import { editDistance } from "./names.ts";
import { parseSheet } from "./sheet.ts";

const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => `${line(index)}\n`).join("");

function codesOf(text: string, files?: readonly string[]): readonly string[] {
  const result = parseSheet(new TextEncoder().encode(text), { name: "s.csv", ...(files ? { files } : {}) });
  const issues = isAccepted(result) ? result.warnings : result.issues;
  expect(issues.length).toBeLessThanOrEqual(501);
  return [...new Set(issues.map(({ code }) => code))];
}

const hostile: readonly (readonly [string, string, readonly string[], (readonly string[])?])[] = [
  [
    "a line of half a million cells threw a RangeError",
    `file,sample\na,S${",x".repeat(500_000)}\n`,
    ["sheet-cells"],
  ],
  ["16 million line ends took eight seconds", "\n".repeat(16_000_000), ["sheet-too-large"]],
  ["two million cells", ",".repeat(2_000_000), ["sheet-too-large"]],
  ["a hundred thousand headers", `file,sample${",x".repeat(100_000)}\na,S\n`, ["sheet-too-large"]],
  ["a header of five megabytes was compared letter by letter", `file,sample,${"a".repeat(5e6)}\na,S\n`, []],
  [
    "two patterns of ten thousand stars were multiplied",
    `file,sample,capture\na,S,${"*a".repeat(5000)}b\na,S,${"*a".repeat(5000)}c\n`,
    ["sheet-sample-name"],
  ],
  [
    "thousands of patterns of one file were held against each other",
    `file,sample,capture\n${lines(9000, (i) => `a,S,d${i}*e`)}`,
    ["sheet-file-twice", "sheet-more-issues"],
  ],
  [
    "thousands of patterns that cannot meet",
    `file,sample,capture\n${lines(9000, (i) => `a,S,d${String(i).padStart(5, "0")}x*`)}`,
    ["sheet-many-patterns"],
  ],
  [
    "20,000 files that are not there were each searched among 20,000",
    `file,sample\n${lines(20_000, (i) => `m${i}.csv,S`)}`,
    ["sheet-no-such-file", "sheet-more-issues"],
    Array.from({ length: 20_000 }, (_, i) => `n${i}.csv`),
  ],
];

test.each(hostile.map(([title, ...given]) => [title, given] as const))("%s", (_, [text, codes, files]) => {
  expect(codesOf(text, files)).toEqual(codes);
});

test("columns and samples named as members of every object stay text", () => {
  const text = "file,sample,__proto__,constructor\na,__proto__,1,2\n";
  const result = parseSheet(new TextEncoder().encode(text), { name: "s.csv" });
  expect(isAccepted(result) && result.value[0]!.sample).toBe("__proto__");
  expect(isAccepted(result) && Object.entries(result.value[0]!.extra)).toEqual([
    ["__proto__", "1"],
    ["constructor", "2"],
  ]);
  expect(Object.getPrototypeOf({})).toBe(Object.prototype);
});

test.each([
  ["kitten", "sitting", 3],
  ["", "abc", 3],
  ["abc", "abc", 0],
  ["flaw", "lawn", 2],
])("editDistance of %s and %s is %i, and no more than the most asked for", (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
  for (const most of [1, 2, 3, 4]) expect(editDistance(a, b, most)).toBe(Math.min(distance, most));
});
