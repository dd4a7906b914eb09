import { expect, test } from "vitest";
import { readStudyYaml } from "./study-yaml.ts";

function faults(text: string) {
  const study = readStudyYaml(text, []);
  return "value" in study ? [] : study.issues.map(({ code, place }) => [code, place?.line, place?.column]);
}

test("reads a study, and Japanese text", () => {
  expect(readStudyYaml("title: 細胞外小胞\nseed: 7\n", [])).toMatchObject({
    value: { title: "細胞外小胞", seed: 7 },
  });
});

test.each([
  ["a tab for indentation", "design:\n\treference: a\n", [["study-yaml", 2, 1]]],
  ["a key twice", "title: a\ntitle: b\n", [["study-yaml", 2, 1]]],
  ["an open quote", "title: 'a\n", [["study-yaml", expect.any(Number), expect.any(Number)]]],
  ["a misspelt key", "title: a\nquestoin: b\n", [["study-unknown-key", 2, 1]]],
  [
    "a misspelt key further in",
    "imports:\n  - match: a\n    format: f\n    colums: {}\n",
    [["study-unknown-key", 4, 5]],
  ],
  ["a wrong value", "title: a\nseed: -1\n", [["study-value", 2, 1]]],
  ["no mapping", "- a\n", [["study-not-a-mapping", undefined, undefined]]],
  ["nothing", "", [["study-not-a-mapping", undefined, undefined]]],
  ["an unknown tag that would run code", "title: !!js/function 'x'\n", []],
])("%s is refused with its line", (_, text, expected) => {
  expect(faults(text)).toEqual(expected);
});

test("a bomb of aliases and a well of brackets are refused quickly", () => {
  const keys = [..."abcdefghijk"];
  const bomb = keys.map(
    (key, at) =>
      `${key}: &${key} [${Array(9)
        .fill(at === 0 ? "x" : `*${keys[at - 1]}`)
        .join(", ")}]`,
  );
  expect(faults(bomb.join("\n"))).toHaveLength(1);
  expect(faults(`title: ${"[".repeat(200)}${"]".repeat(200)}`)).toHaveLength(1);
  expect(faults(`title: ${"[".repeat(250_000)}`)).toHaveLength(1);
  expect(faults(`title:\n  ${"- ".repeat(100_000)}`)).toHaveLength(1);
  const many = Array.from({ length: 20_000 }, (_, at) => `k${at}: 1`);
  expect(faults(many.join("\n"))).toHaveLength(50);
});
