import { expect, test } from "vitest";
import type { HeadlineRow } from "../run/headline.ts";
import { headlineLines } from "./headline-table.ts";
import { createOutput } from "./output.ts";

const same = (text: string) => ({ en: text, ja: text });

function row(
  id: string,
  sample: string,
  value: string,
  notes: readonly string[],
  flags: readonly string[] = [],
  qualifiers: Readonly<Record<string, string>> = {},
) {
  const marker = same(qualifiers.channel ?? "");
  const domain = id.split(".")[0]!;
  const shown = { value, interval: `[${value}]`, unit: same("nm"), notes: notes.map(same) };
  const text = { domain: same(`Room ${domain}`), marker, ...shown };
  const rest = { value: 1, unit: "nm", interval: null, bound: null, qualifiers, evidence: "" };
  return {
    domain,
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
    "Room D50",
    "Sample  D50             Flags",
    "        nm (number)",
    "A       1.0  [1.0]",
    "B        20   [20]      2",
    "C         3    [3]  *1  1",
    "*1 volume",
  ]);
});

test("two numbers of one sample, by two instruments, are two lines", () => {
  const rows = [row("D.50", "A", "1", ["X"]), row("D.50", "A", "2", ["Y"]), row("D.90", "A", "3", ["X"])];
  expect(lines(rows, 100).slice(3)).toEqual(["A       1  [1]      3  [3]", "A       2  [2]  *1", "*1 Y"]);
});

test("quantities that the width does not hold are named, never cut", () => {
  const rows = [row("a.first", "A", "1", []), row("a.second", "A", "2", []), row("a.third", "A", "3", [])];
  expect(lines(rows, 28)).toEqual([
    "Room a",
    "Sample  a.first  Flags",
    "        nm",
    "A       1  [1]",
    "Also in the report: a.second, a.third",
  ]);
});

test("each room has its own table, with a column for each marker and lines only for what it measured", () => {
  const marked = (sample: string, value: string, channel: string) =>
    row("b.part", sample, value, [], [], { channel });
  const rows = [
    row("a.size", "A", "1", [], ["low"]),
    row("a.size", "B", "2", []),
    marked("A", "3", "PE"),
    marked("C", "4", "PE"),
    marked("A", "5", "APC"),
    marked("C", "6", "APC"),
  ];
  expect(lines(rows, 45)).toEqual([
    "Room a",
    "Sample  a.size  Flags",
    "        nm",
    "A       1  [1]  1",
    "B       2  [2]",
    "",
    "Room b",
    "Sample  b.part PE  b.part APC  Flags",
    "        nm         nm",
    "A       3  [3]     5  [5]",
    "C       4  [4]     6  [6]",
  ]);
  const more = [...rows, marked("A", "7", "FITC"), row("b.size", "A", "8", [])];
  expect(lines(more, 30).at(-1)).toBe("Also in the report: b.part (APC, FITC), b.size");
  expect(lines(rows, 30).slice(-3)).toEqual([
    "A       3  [3]",
    "C       4  [4]",
    "Also in the report: b.part (APC)",
  ]);
});

test("no number at all is said", () => {
  expect(lines([], 80)).toEqual(["No number could be given."]);
});

test("a channel or a note that would steer the terminal or fill it is shown as harmless, short text", () => {
  const steer = "\u001b[2J\u202e";
  const rows = ["A", "B"].flatMap((sample) => [
    row("fraction", sample, "1.0", [steer], [], { channel: steer }),
    row("count", sample, "1.0", [], [], { channel: `${steer}${"x".repeat(1000)}` }),
  ]);
  for (const columns of [300, 40]) {
    const text = lines(rows, columns).join("\n");
    expect(text).toContain("\\u001b[2J\\u202e");
    expect(text).not.toMatch(/[\u001b\u202e]|x{40}/);
  }
});
