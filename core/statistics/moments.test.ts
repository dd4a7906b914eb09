import { expect, test } from "vitest";
import { worstError } from "./golden.test-support.ts";
import { histogramMoments, mean, variance, weightedMoments } from "./moments.ts";
import fromR from "./quantiles.golden.json" with { type: "json" };
import golden from "./quantiles-python.golden.json" with { type: "json" };

const x = [42.1, 45.3, 39.8, 44, 43.3, 39.8, 51.25, 12.5, 60];
const w = [1, 2.5, 0.3, 4, 0, 1.2, 0.7, 3, 0.05];

test("TV-A4: mean and SD of a histogram from frequencies at the centres of its bins", () => {
  const found = histogramMoments(
    [50, 70, 90, 110, 130, 150, 170, 190, 210],
    [40, 180, 320, 260, 120, 50, 20, 10],
    "frequency",
  );
  expect(found.mean).toBeCloseTo(110.4, 10);
  expect(found.sd).toBeCloseTo(27.0661, 4);
  expect(worstError([found.mean, found.sd], fromR.histogramMeanSd)).toBeLessThan(1e-13);
  const { mean: centre, sd, skewness, excessKurtosis } = golden.histogramMoments;
  expect(
    worstError(
      [found.mean, found.sd, found.skewness, found.excessKurtosis],
      [centre, sd, skewness, excessKurtosis],
    ),
  ).toBeLessThan(1e-12);
});

test("weighted moments divide by what the weights are", () => {
  const wanted = golden.weightedMoments;
  const found = weightedMoments(x, w, "population");
  expect(worstError([found.mean], fromR.weightedMean)).toBeLessThan(1e-14);
  expect(worstError([found.mean, found.effectiveN], [wanted.mean, wanted.effectiveN])).toBeLessThan(1e-14);
  expect(
    worstError([found.skewness, found.excessKurtosis], [wanted.skewness, wanted.excessKurtosis]),
  ).toBeLessThan(1e-12);
  for (const kind of ["population", "frequency", "importance"] as const) {
    const ours = [weightedMoments(x, w, kind).variance];
    expect(worstError(ours, [wanted[kind]])).toBeLessThan(1e-13);
    expect(worstError(ours, fromR[kind])).toBeLessThan(1e-13);
  }
});

test("importances give the same moments in any unit, frequencies do not", () => {
  const scaled = w.map((weight) => weight * 1e9);
  expect(
    worstError([weightedMoments(x, scaled, "importance").sd], [weightedMoments(x, w, "importance").sd]),
  ).toBeLessThan(1e-14);
  expect(
    worstError([weightedMoments(x, scaled, "frequency").sd], [weightedMoments(x, w, "frequency").sd]),
  ).toBeGreaterThan(0.01);
});

test("no moments without weight, no variance of one value", () => {
  expect(weightedMoments([1, 2], [0, 0], "population").mean).toBeNaN();
  expect(weightedMoments([1, 2], [1, -1], "population").mean).toBeNaN();
  expect(weightedMoments([1], [1], "frequency").variance).toBeNaN();
  expect(variance([1])).toBeNaN();
});

test("mean and variance keep their digits far from zero", () => {
  const far = Array.from({ length: 1001 }, (_, i) => 1e9 + (i % 2 === 0 ? 0.2 : 0.4));
  expect(Math.abs(mean(far) - 1e9 - (0.2 * 501 + 0.4 * 500) / 1001)).toBeLessThan(2e-7);
  expect(worstError([variance([1e8 + 4, 1e8 + 7, 1e8 + 13, 1e8 + 16])], [30])).toBe(0);
});
