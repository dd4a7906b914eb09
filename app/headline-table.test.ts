import { expect, test } from "vitest";
import type { HeadlineRow } from "./headline.ts";
import { headlineLines } from "./headline-table.ts";
import { createOutput } from "./output.ts";

const same = (text: string) => ({ en: text, ja: text });

function row(
  id: string,
  sample: string,
  value: string,
  notes: readonly string[],
  flags: readonly string[] = [],
) {
  const text = { value, interval: `[${value}]`, unit: same("nm"), notes: notes.map(same) };
  const rest = { value: 1, unit: "nm", interval: null, bound: null, qualifiers: {}, evidence: "" };
  return {
    id,
    title: same(id),
    subject: { level: "sample", sample },
    flags,
    text,
    ...rest,
  } satisfies HeadlineRow;
}

function lines(rows: readonly HeadlineRow[], columns: number) {
  const stream = { columns, write: () => true };
  const output = createOutput({ language: "en", json: false, environment: {}, out: stream, error: stream });
  return headlineLines(rows, output);
}

test("a number that is of something else than the others of its column has a mark, told below", () => {
  const rows = [
    row("D50", "A", "1.0", ["number"]),
    row("D50", "B", "20", ["number"], ["low", "drift"]),
    row("D50", "C", "3", ["volume"], ["low"]),
  ];
  expect(lines(rows, 100)).toEqual([
    "Sample  D50 (number)    Flags",
    "        nm",
    "A       1.0  [1.0]",
    "B        20   [20]      2",
    "C         3    [3]  *1  1",
    "*1 volume",
  ]);
});

test("two numbers of one sample, by two instruments, are two lines", () => {
  const rows = [row("D50", "A", "1", ["X"]), row("D50", "A", "2", ["Y"]), row("D90", "A", "3", ["X"])];
  expect(lines(rows, 100).slice(2)).toEqual(["A       1  [1]      3  [3]", "A       2  [2]  *1", "*1 Y"]);
});

test("quantities that the width does not hold are named, never cut", () => {
  const rows = [row("first", "A", "1", []), row("second", "A", "2", []), row("third", "A", "3", [])];
  expect(lines(rows, 28)).toEqual([
    "Sample  first   Flags",
    "        nm",
    "A       1  [1]",
    "Also in the report: second, third",
  ]);
});

test("no number at all is said", () => {
  expect(lines([], 80)).toEqual(["No number could be given."]);
});
