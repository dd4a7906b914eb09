import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAccepted } from "../../../../kernel/index.ts";
import { codes, value } from "../../../../statistics/golden.test-support.ts";
import { type BeadPeaks, findBeadPeaks } from "./bead-peaks.ts";
import { beadPeaks } from "./bead-peaks-operation.ts";
import { simulatedBeads } from "./beads-simulated.test-support.ts";
import { isUsable } from "./peak-flags.ts";

const ladder = [0, 50, 150, 450, 1350, 4000, 12_000, 36_000];
const even = (n: number, count = ladder.length) => new Array<number>(count).fill(n);

const medians = (peaks: BeadPeaks) => peaks.peaks.map(({ channels }) => channels[0]!.median);
const flags = (peaks: BeadPeaks) => peaks.peaks.map(({ channels }) => channels[0]!.flags);

/** Every median within `part` of the truth, or within 2 units of a blank. */
function expectLadder(peaks: BeadPeaks, truth: readonly number[], part: number): void {
  expect(peaks.peaks).toHaveLength(truth.length);
  medians(peaks).forEach((median, k) => {
    expect(Math.abs(median - truth[k]!), `peak ${k}`).toBeLessThan(Math.max(2, part * truth[k]!));
  });
}

describe.each([8, null])("populations by density and mixture, %s expected", (expected) => {
  const found = (seed: number, sizes: readonly number[], more = {}) =>
    findBeadPeaks(simulatedBeads(seed, { medians: ladder, sizes, ...more }), { expected });

  test("of equal sizes", () => {
    const peaks = value(found(1, even(1000)));
    expectLadder(peaks, ladder, 0.02);
    expect(peaks.outside).toBeLessThan(0.001);
    peaks.peaks.slice(2).forEach(({ n, channels: [channel] }) => {
      expect(n).toBeGreaterThan(990);
      expect(channel!.robustCv!).toBeLessThan(0.09);
      expect(channel!.interval!.lower).toBeLessThan(channel!.median);
      expect(channel!.interval!.upper).toBeGreaterThan(channel!.median);
    });
  });
  test("of sizes from 200 to 3000", () => {
    const peaks = value(found(4, [3000, 250, 900, 2000, 300, 1500, 250, 1000], { noise: 8 }));
    expectLadder(peaks, ladder, 0.05);
    expect(peaks.peaks.every(({ populations }) => populations === 1)).toBe(true);
  });
  test("of 40 events each", () => {
    const peaks = value(found(3, even(40), { noise: 8 }));
    expectLadder(peaks, ladder, 0.05);
    expect(flags(peaks).every((list) => list.includes("few_events"))).toBe(true);
  });
  test("with 15 % doublets, which move no median by 1 %", () => {
    expectLadder(value(found(5, even(1000), { noise: 8, doublets: 0.15 })), ladder, 0.01);
  });
  test("with the brightest one saturated, which is flagged and not usable", () => {
    const result = found(6, even(1000), { noise: 8, top: 30_000 });
    const peaks = value(result);
    expectLadder(peaks, [...ladder.slice(0, 7), 30_000], 0.02);
    expect(flags(peaks)[7]).toContain("saturated");
    expect(isUsable(peaks.peaks[7]!.channels[0]!)).toBe(false);
    expect(codes(result)).toContain("cytometry-bead-peaks-saturated");
  });
});

describe("populations that do not stand apart", () => {
  test("a dim pair in one peak is told as merged and not usable", () => {
    const result = findBeadPeaks(simulatedBeads(2, { medians: ladder, sizes: even(1000), noise: 30 }), {
      expected: 8,
    });
    const peaks = value(result);
    expect(peaks.peaks).toHaveLength(7);
    expect(peaks.peaks[0]!.populations).toBe(2);
    expect(flags(peaks)[0]).toContain("merged");
    expect(isUsable(peaks.peaks[0]!.channels[0]!)).toBe(false);
    expect(codes(result)).toEqual(["cytometry-bead-peaks-fewer", "cytometry-bead-peaks-unresolved"]);
  });
  test("a second channel tells the pair apart", () => {
    const columns = simulatedBeads(2, { medians: ladder, sizes: even(1000), noise: 30 }, [1, 8]);
    const peaks = value(findBeadPeaks(columns, { expected: 8 }));
    expect(peaks.peaks).toHaveLength(8);
    expect(Math.abs(peaks.peaks[1]!.channels[0]!.median - 50)).toBeLessThan(4);
    expect(peaks.peaks[1]!.channels[1]!.median / 400).toBeCloseTo(1, 1);
  });
  test("three channels cluster together", () => {
    const columns = simulatedBeads(12, { medians: ladder, sizes: even(500), noise: 30 }, [1, 8, 3]);
    expect(value(findBeadPeaks(columns, { expected: 8 })).peaks).toHaveLength(8);
  });
  test("the tail that a detector cuts off stays with its peak", () => {
    const columns = simulatedBeads(7, { medians: ladder, sizes: even(1000), noise: 8, top: 37_000 });
    const peaks = value(findBeadPeaks(columns, { expected: 8 }));
    expect(peaks.peaks).toHaveLength(8);
    expect(peaks.peaks[7]!.n).toBeCloseTo(1000, 0);
    expect(flags(peaks)[7]).toContain("near_saturation");
  });
});

test("a detector that ends in the middle of the brightest population splits no dim pair apart to make up the number", () => {
  const medians = [0, 17, 68, 234, 986, 2889];
  const columns = simulatedBeads(144, { medians, sizes: even(1800, 6), noise: 13, cv: 0.054, top: 2873 });
  const peaks = value(findBeadPeaks(columns, { expected: 6 }));
  expect(peaks.peaks).toHaveLength(5);
  expect(peaks.peaks[0]!.populations).toBe(2);
  expect(peaks.peaks[4]!.n).toBeGreaterThan(1700);
  expect(isUsable(peaks.peaks[4]!.channels[0]!)).toBe(false);
});

test("property: extreme values never throw and never give a number that is not finite", () => {
  const extreme = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(0, 1e-300, 5e-324, 1e308, -1e308, 1, -1),
  );
  fc.assert(
    fc.property(
      fc.array(extreme, { minLength: 20, maxLength: 60 }),
      fc.integer({ min: 1, max: 9 }),
      (values, expected) => {
        const parsed = beadPeaks.parameters.parse({ expected });
        const result = beadPeaks.run({ channels: [{ name: "x", values, maximum: null }] }, parsed);
        if (isAccepted(result))
          expect(JSON.stringify(result.value)).not.toMatch(/:null,"robustSd"|"median":null/);
      },
    ),
    { numRuns: 60, seed: 3, endOnFailure: true },
  );
});

test("windows by hand replace the automatic peaks", () => {
  const columns = simulatedBeads(1, { medians: ladder, sizes: even(500) });
  const peaks = value(
    findBeadPeaks(columns, {
      windows: [
        [3000, 5000],
        [300, 600],
      ],
    }),
  );
  expect(peaks.method).toBe("windows");
  expect(medians(peaks).map((median) => Math.round(median / 50) * 50)).toEqual([450, 4000]);
  expect(codes(findBeadPeaks(columns, { windows: [[600, 300]] }))).toEqual(["cytometry-bead-window-invalid"]);
  expect(
    codes(
      findBeadPeaks(columns, {
        windows: [
          [0, 300],
          [200, 400],
        ],
      }),
    ),
  ).toEqual(["cytometry-bead-window-invalid"]);
  expect(codes(findBeadPeaks(columns, { windows: [[1e6, 2e6]] }))).toEqual(["cytometry-bead-window-empty"]);
});

test("a known detector maximum flags a peak whose spread reaches above 85.6 % of it", () => {
  const columns = simulatedBeads(1, { medians: ladder, sizes: even(500) });
  const at = (maximum: number) => flags(value(findBeadPeaks(columns, { expected: 8, maxima: [maximum] })))[7];
  expect(at(45_000)).toContain("near_saturation");
  expect(at(60_000)).toEqual([]);
});

test("input that cannot be used is refused", () => {
  expect(codes(findBeadPeaks([]))).toEqual(["cytometry-bead-no-columns"]);
  expect(codes(findBeadPeaks([[1, 2], [1]]))).toEqual(["cytometry-bead-no-columns"]);
  expect(codes(findBeadPeaks([[1, 2, 3]]))).toEqual(["cytometry-bead-too-few-events"]);
  expect(codes(findBeadPeaks([[...even(30, 30), Number.NaN]]))).toEqual(["cytometry-bead-not-finite"]);
  expect(codes(findBeadPeaks([even(5, 30)]))).toEqual(["cytometry-bead-no-spread"]);
});

test("property: never throws, peaks rise, shares sum to at most 1, scaling all values scales the medians", () => {
  const sample = fc.array(fc.integer({ min: -1e4, max: 1e6 }), { minLength: 20, maxLength: 120 });
  fc.assert(
    fc.property(sample, fc.option(fc.integer({ min: 1, max: 9 })), (events, expected) => {
      const result = findBeadPeaks([events], { expected });
      if (!isAccepted(result)) return;
      const found = medians(result.value);
      expect(found.every((median, k) => k === 0 || median >= found[k - 1]!)).toBe(true);
      expect(result.value.peaks.reduce((sum, { share }) => sum + share, 0)).toBeLessThan(1 + 1e-9);
      const doubled = findBeadPeaks([events.map((x) => 2 * x)], { expected });
      expect(isAccepted(doubled) && medians(doubled.value)).toEqual(found.map((median) => 2 * median));
    }),
    { numRuns: 60, seed: 7, endOnFailure: true },
  );
});
