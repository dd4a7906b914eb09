import fc from "fast-check";
import { expect, test } from "vitest";
import {
  gridHistogram,
  gridIndex,
  gridLower,
  gridQuantile,
  gridQuantileInterval,
} from "../operations/gates/grid.ts";
import {
  asHistogram,
  eventsAbove,
  eventsOf,
  onGrid,
  partAbove,
  pooledSpectrum,
  upperMagnitudeOfNegatives,
} from "./spectra.ts";
import type { Spectrum } from "./summary.ts";

const spectrum = (values: ArrayLike<number>): Spectrum => {
  const bins = gridHistogram(values);
  return { indices: bins.map(({ index }) => index), counts: bins.map(({ count }) => count) };
};
const finite = fc.array(fc.float({ min: -1000, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 200 });

test("counts above a line of the grid are those of plain counting", () => {
  fc.assert(
    fc.property(finite, fc.nat({ max: 199 }), (values, at) => {
      const threshold = gridLower(gridIndex(values[at % values.length]!));
      const plain = values.filter((value) => gridIndex(value) >= gridIndex(threshold));
      const above = threshold > 0 ? values.filter((value) => value >= threshold) : plain;
      expect(eventsAbove(spectrum(values), threshold)).toBe(above.length);
      expect(eventsOf(partAbove(spectrum(values), threshold))).toBe(above.length);
    }),
  );
});

test("pooled spectra are the spectrum of all values", () => {
  fc.assert(
    fc.property(finite, finite, (a, b) => {
      const pooled = pooledSpectrum([spectrum(a), spectrum(b)]);
      expect(pooled).toEqual(spectrum([...a, ...b]));
      expect(eventsOf(pooled)).toBe(a.length + b.length);
      expect(asHistogram(pooled)).toEqual(gridHistogram([...a, ...b]));
    }),
  );
  expect(eventsOf(pooledSpectrum([]))).toBe(0);
});

test("tallies by raw bits come out in ascending order", () => {
  const bits = (x: number) => new Uint32Array(Float32Array.of(x).buffer)[0]! >>> 18;
  const bins = [3, -5, -700].map((x) => ({ index: bits(x), count: 1 }));
  expect(onGrid({ bins, least: -700, greatest: 3 } as never)).toEqual(spectrum([-700, -5, 3]));
});

test("the width of noise is what 95 of 100 negative values do not exceed", () => {
  const values = Array.from({ length: 100 }, (_, i) => -(i + 1));
  const found = upperMagnitudeOfNegatives(spectrum([...values, 1, 2, 3]));
  // the fifth of the largest magnitudes is 96; the grid is 1/32 octave wide at most 1/32 of the value
  expect(found).toBeGreaterThanOrEqual(95);
  expect(found).toBeLessThanOrEqual(96 * (1 + 1 / 32));
  expect(upperMagnitudeOfNegatives(spectrum([1, 2]))).toBe(0);
});

test("the median of the grid is within its width of the exact one, and its interval encloses both", () => {
  const positive = fc.array(fc.float({ min: 1, max: Math.fround(1e6), noNaN: true }), {
    minLength: 30,
    maxLength: 300,
  });
  fc.assert(
    fc.property(positive, (values) => {
      const sorted = [...values].sort((a, b) => a - b);
      const [a, b] = [sorted[Math.ceil(sorted.length / 2) - 1]!, sorted[Math.floor(sorted.length / 2)]!];
      const bins = gridHistogram(values);
      const median = gridQuantile(bins, 0.5);
      const interval = gridQuantileInterval(bins, 0.5, 0.95);
      expect(median).toBeGreaterThanOrEqual(a / (1 + 1 / 32));
      expect(median).toBeLessThanOrEqual(b * (1 + 1 / 32));
      expect(interval!.lower).toBeLessThanOrEqual(a);
      expect(interval!.upper).toBeGreaterThanOrEqual(b);
      expect(interval!.lower).toBeLessThanOrEqual(median);
      expect(interval!.upper).toBeGreaterThanOrEqual(median);
    }),
  );
});

test("too few values for order statistics have no interval", () => {
  expect(gridQuantileInterval(gridHistogram([1, 2, 3, 4, 5]), 0.5, 0.95)).toBeNull();
  // P(all six on one side) = 2 / 64
  expect(gridQuantileInterval(gridHistogram([1, 2, 3, 4, 5, 6]), 0.5, 0.95)).not.toBeNull();
});
