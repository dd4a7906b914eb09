import { expect, test } from "vitest";
import { worstError } from "./golden.test-support.ts";
import fromR from "./quantiles.golden.json" with { type: "json" };
import { histogramQuantile, quantile, quantiles, weightedQuantile } from "./quantiles.ts";
import fromPython from "./quantiles-python.golden.json" with { type: "json" };

const x = [42.1, 45.3, 39.8, 44, 43.3, 39.8, 51.25, 12.5, 60];
const w = [1, 2.5, 0.3, 4, 0, 1.2, 0.7, 3, 0.05];
const edges = [50, 70, 90, 110, 130, 150, 170, 190, 210];
const counts = [40, 180, 320, 260, 120, 50, 20, 10];

test("quantiles use type 7 of Hyndman and Fan", () => {
  expect(worstError(quantiles(x, fromR.p), fromR.type7)).toBeLessThan(1e-14);
  expect(worstError(quantiles(x, fromR.p), fromPython.type7)).toBeLessThan(1e-14);
});

test("weighted quantiles use type 7 with Kish's sample size", () => {
  const ours = fromR.p.map((p) => weightedQuantile(x, w, p));
  expect(worstError(ours, fromR.weighted)).toBeLessThan(1e-13);
  expect(worstError(ours, fromPython.weighted)).toBeLessThan(1e-13);
});

test("equal weights of any size give the unweighted quantile", () => {
  for (const p of fromR.p) {
    expect(
      worstError(
        [
          weightedQuantile(
            x,
            x.map(() => 0.37),
            p,
          ),
        ],
        [quantile(x, p)],
      ),
    ).toBeLessThan(1e-14);
  }
});

test("histogram quantiles interpolate cumulative counts at the bin edges", () => {
  const ours = fromR.p.map((p) => histogramQuantile(edges, counts, p));
  expect(worstError(ours, fromR.histogram)).toBeLessThan(1e-14);
  expect(worstError(ours, fromPython.histogram)).toBeLessThan(1e-14);
});

test("TV-A4: D10, D50 and D90 of the histogram", () => {
  const found = [0.1, 0.5, 0.9].map((p) => histogramQuantile(edges, counts, p));
  expect(worstError(found, [76.6667, 107.5, 146.6667])).toBeLessThan(1e-6);
});

test("histogram quantiles pass over empty bins at the ends and inside", () => {
  const ragged = [0, 10, 15, 30, 70, 71];
  const mass = [0, 2.5, 0.25, 4, 1.75];
  const inside = fromR.p.slice(1);
  const ours = inside.map((p) => histogramQuantile(ragged, mass, p));
  expect(worstError(ours, fromR.ragged.slice(1))).toBeLessThan(1e-13);
  expect(histogramQuantile(ragged, mass, 0)).toBe(10);
  expect(histogramQuantile([0, 1, 5, 6, 9], [2, 0, 2, 0], 0.5)).toBe(1);
  expect(histogramQuantile([0, 1, 5, 6, 9], [2, 0, 2, 0], 1)).toBe(6);
});

test("no quantile where weights are negative or nothing is there", () => {
  expect(histogramQuantile([0, 1, 2, 3], [4, -1, 4], 0.5)).toBeNaN();
  expect(histogramQuantile([0, 1, 2], [0, 0], 0.5)).toBeNaN();
  expect(quantile([], 0.5)).toBeNaN();
  expect(quantile([1, Number.NaN, 3], 0.5)).toBeNaN();
  expect(weightedQuantile([1, 2], [0, 0], 0.5)).toBeNaN();
  expect(weightedQuantile([1, 2], [1, -1], 0.5)).toBeNaN();
});

test("a probability outside 0 to 1 and columns of two lengths are faults of the caller", () => {
  expect(() => quantile(x, 1.01)).toThrow(RangeError);
  expect(() => histogramQuantile([0, 1, 2], [1], 0.5)).toThrow(RangeError);
  expect(() => weightedQuantile([1, 2], [1], 0.5)).toThrow(RangeError);
});
