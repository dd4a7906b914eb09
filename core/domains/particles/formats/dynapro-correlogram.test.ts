import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isRefused, type NumberColumn, type Result } from "../../../kernel/index.ts";
import { fuzzReader } from "../../../testing/fuzz.test-support.ts";
import type { DlsMeasurement, DlsRecord } from "../measurement.ts";
import { dynaproCorrelogram } from "./dynapro-correlogram.ts";

const data = process.env.VESICA_DATA ?? "../shared/data";
const path = `${data}/dls/dynapro-correlogram/test.csv`;
const isThere = existsSync(path);

const delays = Array.from({ length: 40 }, (_, i) => Number((0.1 * 1.6 ** i).toPrecision(4)));

/** Curves of one decay each, `offset` 0 for g2 - 1 and 1 for g2. */
function curves(heading: string, offset: number, decimal = ".", delimiter = ","): string {
  const cell = (value: number) => String(Number(value.toPrecision(6))).replace(".", decimal);
  const rows = delays.map((delay) =>
    [delay, offset + 0.25 * Math.exp(-delay / 300), offset + 0.5 * Math.exp(-delay / 900)]
      .map(cell)
      .join(delimiter),
  );
  return `${[heading, "EV A1 12:02:17", "EV A2 12:05:51"].join(delimiter)}\n${rows.join("\n")}\n`;
}

function read(content: string | Uint8Array<ArrayBuffer>): Promise<Result<DlsMeasurement>> {
  return dynaproCorrelogram.read(new Blob([content]), { name: "curves.csv" });
}

async function outcome(content: string | Uint8Array<ArrayBuffer>) {
  const result = await read(content);
  if (isRefused(result)) return { codes: result.issues.map((issue) => issue.code), records: [] };
  return { codes: result.warnings.map((issue) => issue.code), records: result.value.records };
}

function column(record: DlsRecord, name: string): Float64Array {
  return (record.correlogram!.columns.find((one) => one.name === name) as NumberColumn).values;
}

function latin1(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 255);
}

describe("what is exported is decided by what the curves end at", () => {
  test("curves that end at 0 are g2 - 1 and stay", async () => {
    const { codes, records } = await outcome(curves("Time (us)", 0));
    expect(codes).toEqual([]);
    expect(records.map((record) => record.name)).toEqual(["EV A1 12:02:17", "EV A2 12:05:51"]);
    expect(column(records[0]!, "g2")[0]).toBe(0.249917);
    expect([...column(records[0]!, "delay")]).toEqual(delays);
  });
  test("curves that end at 1 are g2; 1 is taken off without new digits", async () => {
    const { codes, records } = await outcome(curves("Time (us)", 1));
    expect(codes).toEqual(["dynapro-baseline-taken"]);
    expect(column(records[0]!, "g2")[0]).toBe(0.24992);
  });
  test("curves that end elsewhere are left out", async () => {
    const { codes, records } = await outcome(curves("Time (us)", 0.5));
    expect(codes).toEqual(["dynapro-no-curve", "dls-baseline-unclear", "dls-baseline-unclear"]);
    expect(records).toEqual([]);
  });
});

describe("units of the delay", () => {
  test.each([
    ["Time (µs)", 1],
    ["Time (μs)", 1],
    ["Tau (ns)", 1e-3],
    ["Delay time [ms]", 1e3],
    ["Time (s)", 1e6],
  ])("%s", async (heading, factor) => {
    const { codes, records } = await outcome(curves(heading, 0));
    expect(codes).toEqual([]);
    expect(column(records[0]!, "delay")[3]).toBeCloseTo(delays[3]! * factor, 9);
  });
  test.each(["Time (\ufffds)", "Time (?s)", "Time (ﾂｵs)"])("%s is garbled and told", async (heading) => {
    const { codes, records } = await outcome(curves(heading, 0));
    expect(codes).toEqual(["dynapro-unit-unreadable"]);
    expect([...column(records[0]!, "delay")]).toEqual(delays);
  });
  test("a micro sign in Windows-1252 is read", async () => {
    expect((await outcome(latin1(curves("Time (µs)", 0)))).codes).toEqual([]);
  });
});

test("decimal commas between semicolons are read", async () => {
  const { codes, records } = await outcome(curves("Time (us)", 0, ",", ";"));
  expect(codes).toEqual([]);
  expect(column(records[1]!, "g2")[0]).toBe(0.499944);
});

test("a point that is not a number is left out of its curve only, and told", async () => {
  const text = curves("Time (us)", 0).replace("0.249917", "overload");
  const { codes, records } = await outcome(text);
  expect(codes).toEqual(["dls-points-left-out", "dls-number-unreadable"]);
  expect(records.map((record) => column(record, "g2").length)).toEqual([39, 40]);
});

test("delays that run back refuse the file", async () => {
  const lines = curves("Time (us)", 0).split("\n");
  const swapped = [lines[0], lines[5], ...lines.slice(1, 5), ...lines.slice(6)].join("\n");
  expect((await outcome(swapped)).codes[0]).toBe("dynapro-no-curve");
});

test("another table is refused with its first heading", async () => {
  const result = await read("Sample,Value\n1,2\n");
  if (!isRefused(result)) throw new Error("accepted");
  expect(result.issues[0]!.code).toBe("dynapro-not-a-correlogram");
  expect(result.issues[0]!.parameters).toEqual({ header: "Sample" });
});

test("a time course in even steps is not taken for a correlogram", () => {
  const rows = Array.from({ length: 30 }, (_, i) => `${i + 1},${1 + i / 10}`);
  const head = new TextEncoder().encode(`Time (s),Response\n${rows.join("\n")}\n`);
  expect(dynaproCorrelogram.sniff(head, "sensorgram.csv")).toBe(0);
  expect(dynaproCorrelogram.sniff(new TextEncoder().encode(curves("Time (us)", 1)), "a.csv")).toBe(0.85);
});

test("cuts at every byte and 10,000 mutations: no throw, no hang, no number without a warning", async () => {
  const tally = await fuzzReader(
    dynaproCorrelogram,
    new TextEncoder().encode(curves("Time (us)", 0)),
    "a.csv",
    {
      linesMayBeCut: true,
      mayBeNegative: /^records\.\d+\.correlogram\.columns\.1\./,
    },
  );
  expect(tally.mutations.refused).toBeGreaterThan(0);
});

test.skipIf(!isThere)(`the real file of ${data}: two curves of 374 points, garbled unit told`, async () => {
  const bytes = new Uint8Array(readFileSync(path));
  expect(dynaproCorrelogram.sniff(bytes, "test.csv")).toBe(0.85);
  const { codes, records } = await outcome(bytes);
  expect(codes).toEqual(["dynapro-unit-unreadable", "dynapro-baseline-taken"]);
  expect(records.map((record) => record.name)).toEqual([
    "carbonic anhydrase A1 12:02:17",
    "carbonic anhydrase A2 12:05:51",
  ]);
  const g2 = column(records[1]!, "g2");
  expect([g2.length, g2[0], g2[1], g2.at(-1)]).toEqual([374, 0.08139, 0.11774, 0]);
  const delay = column(records[0]!, "delay");
  expect([delay[0], delay.at(-1)]).toEqual([0.1, 9227470]);
});
