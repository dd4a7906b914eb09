import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { EventData } from "../../measurement.ts";
import { eventData, fullPlan, uniform } from "./events.test-support.ts";
import { emptyPlan } from "./plan.ts";
import { runEvents } from "./run.ts";
import { mergeTallies } from "./tally.ts";

const spread = (next: () => number) => (next() < 0.3 ? next() * 40 - 20 : 10 ** (next() * 3.2) - 30 * next());

function rowsOf(events: number, channels: number, seed: number): number[][] {
  const next = uniform(seed);
  return Array.from({ length: events }, () => Array.from({ length: channels }, () => spread(next)));
}

const floats = (count: number) => Array.from({ length: count }, () => ({}));

const odd = [
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  1e-42,
  -1e-44,
  -0,
  3.4e38,
  -3.4e38,
];

function oddRows(): number[][] {
  const next = uniform(5);
  return rowsOf(5003, 7, 4).map((row) =>
    next() < 0.2 ? row.map((value) => (next() < 0.3 ? odd[Math.floor(next() * odd.length)]! : value)) : row,
  );
}

function mixedInts(littleEndian: boolean): EventData {
  const next = uniform(9);
  const kinds = [
    { kind: "uint", bytes: 2, mask: 1023 },
    { kind: "uint", bytes: 4, mask: 0xffffffff, factor: 1 / 4000000 },
    { kind: "uint", bytes: 1, mask: null, factor: 4 },
    { kind: "uint", bytes: 3, mask: 0x3ffff, factor: 0.01 },
    { kind: "uint", bytes: 2, mask: 1023, logarithmic: { decades: 4, first: 0.5, range: 1024 } },
    { kind: "float", bytes: 8, factor: 0.5 },
    { kind: "uint", bytes: 8, mask: 2 ** 40 - 1 },
  ] as const;
  const rows = Array.from({ length: 4099 }, () =>
    kinds.map((kind) =>
      kind.kind === "float" ? spread(next) : Math.floor(next() * 2 ** (8 * Math.min(6, kind.bytes))),
    ),
  );
  return eventData(kinds, rows, littleEndian);
}

describe("runEvents", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  const cases: [string, EventData][] = [
    ["little-endian floats", eventData(floats(7), rowsOf(9001, 7, 1), true)],
    ["big-endian floats", eventData(floats(7), rowsOf(4095, 7, 2), false)],
    [
      "floats with gains",
      eventData(
        floats(7).map((_, i) => ({ factor: 1 / (i + 1) })),
        rowsOf(103, 7, 3),
        false,
      ),
    ],
    ["values that are not finite, tiny, huge or -0", eventData(floats(7), oddRows(), false)],
    ["mixed integers, little-endian", mixedInts(true)],
    ["mixed integers, big-endian", mixedInts(false)],
    ["one event", eventData(floats(7), rowsOf(1, 7, 1), true)],
    ["no event", eventData(floats(7), [], true)],
  ];

  test.each(cases)("gives the same bits in WebAssembly and in TypeScript: %s", async (_, data) => {
    const wasm = await runEvents(data, fullPlan);
    expect(await runEvents(data, fullPlan, { kernel: "reference" })).toEqual(wasm);
    expect(wasm.usable).toBe(wasm.spectra[0]!.events);
  });

  test.each(cases)("gives the same tally from ranges merged as from one run: %s", async (_, data) => {
    const whole = await runEvents(data, fullPlan);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(data.events), { maxLength: 3 }), async (cuts) => {
        const ends = [...cuts.sort((a, b) => a - b), data.events];
        const parts = await Promise.all(
          ends.map((end, i) =>
            runEvents(data, fullPlan, { from: ends[i - 1] ?? 0, count: end - (ends[i - 1] ?? 0) }),
          ),
        );
        expect(mergeTallies(parts.reverse())).toEqual(whole);
      }),
      { numRuns: 5 },
    );
  });

  test("counts events with a value that is not finite apart, in no gate", async () => {
    const rows = rowsOf(50, 7, 8);
    rows[3]![0] = Number.NaN;
    rows[17]![4] = Number.POSITIVE_INFINITY;
    rows[20]![6] = Number.NaN;
    const tally = await runEvents(eventData(floats(7), rows, true), fullPlan);
    expect(tally.usable).toBe(48);
    expect(tally.gates[1]! + tally.gates[4]!).toBe(48);
  });

  test("runs without WebAssembly, with the same results", async () => {
    const [, data] = cases[1]!;
    const wasm = await runEvents(data, fullPlan);
    vi.resetModules();
    vi.stubGlobal("WebAssembly", undefined);
    const fresh = await import("./run.ts");
    expect(await fresh.runEvents(data, fullPlan)).toEqual(wasm);
  });

  test("runs without SIMD, with the same results", async () => {
    const [, data] = cases[1]!;
    const wasm = await runEvents(data, fullPlan);
    vi.resetModules();
    vi.spyOn(WebAssembly, "compile").mockRejectedValueOnce(new WebAssembly.CompileError("no SIMD"));
    const fresh = await import("./run.ts");
    expect(await fresh.runEvents(data, fullPlan)).toEqual(wasm);
  });

  test("stops when aborted", async () => {
    const [, data] = cases[0]!;
    await expect(runEvents(data, fullPlan, { signal: AbortSignal.abort() })).rejects.toThrow();
  });

  test("runs events wider than a slice, and events without a field", async () => {
    const wide = Array.from({ length: 300_000 }, (_, i) => (i < 8 ? {} : { bytes: 8 }));
    const rows = rowsOf(3, 8, 6).map((row) => [...row, ...new Array(wide.length - 8).fill(1)]);
    const narrow = await runEvents(eventData(floats(8), rows, true), fullPlan);
    expect(await runEvents(eventData(wide, rows, true), fullPlan)).toEqual(narrow);
    const nothing = { ...eventData([], [], true), events: 5 };
    expect(await runEvents(nothing, emptyPlan)).toMatchObject({ events: 5, usable: 5 });
  });

  test("tells its progress", async () => {
    const rows = rowsOf(40_000, 7, 6);
    const told: number[] = [];
    const options = { from: 100, progress: (events: number) => told.push(events) };
    await runEvents(eventData(floats(7), rows, true), fullPlan, options);
    expect(told).toEqual([36_864, 39_900]);
  });

  test("throws where the blob ends before its last event", async () => {
    const [, data] = cases[0]!;
    await expect(runEvents({ ...data, events: data.events + 1 }, fullPlan)).rejects.toThrow("ends before");
  });
});
