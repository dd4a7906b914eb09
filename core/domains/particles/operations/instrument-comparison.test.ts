import { describe, expect, test } from "vitest";
import { code, relativeError, run, value } from "./golden.test-support.ts";
import { compareInstruments, type InstrumentRun, instrumentComparison } from "./instrument-comparison.ts";
import { lognormalSizes } from "./lognormal-size.ts";
import golden from "./operations.golden.json" with { type: "json" };

/** A run of which each capture has `totals` particles/mL spread evenly from `from` to `to` nm in bins of `width`. */
function flat(
  name: string,
  totals: readonly number[],
  from: number,
  to: number,
  width: number,
): InstrumentRun {
  const bins = (to - from) / width;
  const edges = Array.from({ length: bins + 1 }, (_, i) => from + i * width);
  const captures = totals.map((total) => ({ edges, concentration: edges.slice(1).map(() => total / bins) }));
  return { name, lowerLimit: from, upperLimit: to, state: "original", captures };
}

describe("the window that both see", () => {
  const nta = { ...flat("NTA", [4.1e9, 4.4e9, 3.9e9], 0, 1000, 10), lowerLimit: 70, upperLimit: 600 };
  const trps = { ...flat("TRPS", [3.0e9, 3.3e9], 50, 410, 7.5), lowerLimit: 85, upperLimit: 405 };
  const found = value(compareInstruments(nta, trps));
  test("is from the greater lower to the lesser upper limit", () => {
    expect(found.window).toEqual({ lower: 85, upper: 405 });
  });
  test("cuts bins by their share of width", () => {
    expect(
      relativeError(found.concentration.values[0], Math.cbrt(4.1 * 4.4 * 3.9) * 1e9 * 0.32),
    ).toBeLessThan(1e-12);
    expect(found.d50.values[0]).toBeCloseTo(245, 9);
    expect(found.d50.values[1]).toBeCloseTo(245, 9);
  });
  test("ratio and interval as R gives them from the captures' logarithms", () => {
    const scale = 0.32 / (320 / 360);
    expect(relativeError(found.concentration.ratio, golden.instruments.ratio * scale)).toBeLessThan(1e-12);
    const { lower, upper } = found.concentration.interval!;
    expect(relativeError(lower, golden.instruments.interval[0]! * scale)).toBeLessThan(1e-10);
    expect(relativeError(upper, golden.instruments.interval[1]! * scale)).toBeLessThan(1e-10);
    expect(found.flags).toEqual(["interval_between_captures_only"]);
  });
  test("ends where the bins end", () => {
    const short = { ...trps, upperLimit: 900 };
    expect(value(compareInstruments(nta, short)).window.upper).toBe(410);
  });
});

test("one sample seen from 60 and from 110 nm: totals differ, the window agrees", () => {
  const { median } = lognormalSizes(Math.log(100), 0.35);
  const edges = Array.from({ length: 196 }, (_, i) => 10 + 3 * i);
  const density = edges.slice(1).map((upper) => {
    const d = upper - 1.5;
    return (
      (1e10 * 3 * Math.exp(-((Math.log(d / median) / 0.35) ** 2) / 2)) / (d * 0.35 * Math.sqrt(2 * Math.PI))
    );
  });
  const seenFrom = (limit: number) => ({
    name: `from ${limit}`,
    lowerLimit: limit,
    upperLimit: 500,
    state: "as measured" as const,
    captures: [{ edges, concentration: density.map((one, i) => (edges[i]! >= limit ? one : 0)) }],
  });
  const found = value(compareInstruments(seenFrom(61), seenFrom(112)));
  expect(found.concentration.ratio).toBeCloseTo(1, 12);
  expect(found.d50.ratio).toBeCloseTo(1, 12);
  expect(found.concentration.interval).toBeNull();
  expect(found.flags).toEqual(["no_interval"]);
});

test("refused: an unknown limit by name, no overlap, other states, nothing in the window", () => {
  const one = flat("A", [1e9], 50, 250, 10);
  const result = compareInstruments(one, { ...one, name: "B", upperLimit: null });
  expect(code(result)).toBe("particles-window-limit-unknown");
  expect("issues" in result && result.issues[0]!.message.en).toContain("B: upperLimit");
  expect(code(compareInstruments(one, flat("B", [1e9], 300, 500, 10)))).toBe("particles-window-empty");
  expect(code(compareInstruments(one, { ...one, state: "as measured" }))).toBe("particles-state-differs");
  expect(code(compareInstruments(one, { ...one, captures: [] }))).toBe("particles-no-particles");
  const empty = { ...one, captures: [{ edges: [50, 250, 400], concentration: [0, 1e9] }] };
  expect(code(run(instrumentComparison, { first: one, second: empty }))).toBe("particles-no-particles");
});
