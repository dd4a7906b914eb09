import fc from "fast-check";
import { expect, test } from "vitest";
import { globMatches, globsOverlap, pathMatches } from "./glob.ts";

test.each([
  ["*", "", true],
  ["a*c", "abbc", true],
  ["a*c", "abb", false],
  ["*_1*", "x_1_2", true],
  ["a", "A", false],
  ["a.c", "abc", false],
])("globMatches(%s, %s) is %s", (pattern, name, expected) => {
  expect(globMatches(pattern, name)).toBe(expected);
});

test("globsOverlap agrees with a search of all short names", () => {
  const letters = ["", "a", "b"];
  const names = letters.flatMap((w) =>
    letters.flatMap((x) => letters.flatMap((y) => letters.map((z) => w + x + y + z))),
  );
  const pattern = fc.array(fc.constantFrom("a", "b", "*"), { maxLength: 4 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(pattern, pattern, (a, b) => {
      const common = names.some((name) => globMatches(a, name) && globMatches(b, name));
      if (common) expect(globsOverlap(a, b)).toBe(true);
      if (globsOverlap(a, b) && a.replaceAll("*", "").length + b.replaceAll("*", "").length <= 4)
        expect(common).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ["*.csv", "deep/er/a.csv", true],
  ["raw/*.csv", "raw/a.csv", true],
  ["raw/*.csv", "raw/x/a.csv", false],
  ["raw/**/*.csv", "raw/a.csv", true],
  ["raw/**/*.csv", "raw/x/y/a.csv", true],
  ["old", "a/old/b.csv", true],
  ["old/", "old/b.csv", true],
  ["old", "older/b.csv", false],
])("pathMatches(%s, %s) is %s", (pattern, path, expected) => {
  expect(pathMatches(pattern, path)).toBe(expected);
});

test("a pattern with many stars takes no long time", () => {
  expect(pathMatches(`${"*a".repeat(100)}*b`, "a".repeat(5000))).toBe(false);
  expect(pathMatches(`${"**/a/".repeat(50)}b`, "a/".repeat(2000))).toBe(false);
});
