import { expect, test } from "vitest";
import { patternChoices } from "./patterns.ts";

const names = ["a.jpg", "notes/b.jpg", "notes/c.txt", "notes/d.jpg"];
const choices = (name: string, all = names) =>
  patternChoices(name, all).map(({ kind, pattern, count }) => [kind, pattern, count]);

test("the file, its folder and files named alike are offered with their counts", () => {
  expect(choices("notes/b.jpg")).toEqual([
    ["file", "notes/b.jpg", 1],
    ["folder", "notes/*", 3],
    ["kind", "*.jpg", 3],
  ]);
  expect(choices("a.jpg")).toEqual([
    ["file", "/a.jpg", 1],
    ["kind", "*.jpg", 3],
  ]);
});

test("a choice that means the same files as another is left out", () => {
  expect(choices("notes/c.txt")).toEqual([
    ["file", "notes/c.txt", 1],
    ["folder", "notes/*", 3],
  ]);
});
