import { describe, expect, test } from "vitest";
import { createRandom, isAccepted, isRefused } from "../../../kernel/index.ts";
import { gammaSf } from "../../../statistics/distributions/index.ts";
import { finiteTrack, trackBroadening } from "./finite-track.ts";
import golden from "./operations-scipy.golden.json" with { type: "json" };
import { describeSizes } from "./size-distribution.ts";
import { deconvolveTracks } from "./track-deconvolution.ts";
import { broadening, broadeningQuantile, displacementsOf, logRatioCdf } from "./track-length.ts";

const tracksOf = (n: number) => ({ displacements: [n], weights: [1] });

test("TV-A2 mean ratio, CV and quantiles of found / true diameter", () => {
  for (const [n, mean, cv] of [
    [5, 1.25, 0.57735],
    [15, 1.071429, 0.27735],
    [30, 1.034483, 0.188982],
  ] as const) {
    expect(broadening(tracksOf(n)).meanRatio!).toBeCloseTo(mean, 6);
    expect(broadening(tracksOf(n)).cv!).toBeCloseTo(cv, 6);
  }
  // SciPy 1.17.1: n / gamma(n).isf(p)
  for (const [n, ratios] of [
    [5, [0.5462380080764069, 1.0704554778227708, 2.537878382972048]],
    [15, [0.6853544264581436, 1.0226332073225826, 1.622265180185602]],
    [30, [0.7587066856862534, 1.011213237813755, 1.3892761350115894]],
  ] as const) {
    for (const [i, p] of [0.05, 0.5, 0.95].entries())
      expect(broadeningQuantile(p, n)).toBeCloseTo(ratios[i]!, 12);
  }
});

test("moments that do not exist are null", () => {
  expect(broadening(tracksOf(1))).toEqual({ meanRatio: null, cv: null });
  expect(broadening(tracksOf(2))).toEqual({ meanRatio: 2, cv: null });
});

test("the table of the kernel agrees with the gamma distribution to 2e-5", () => {
  const mixture = { displacements: [3, 12, 60], weights: [1, 5, 2] };
  const cdf = logRatioCdf(mixture);
  for (let u = -2.9991; u < 3; u += 0.0137) {
    const exact = mixture.displacements.reduce(
      (sum, n, i) => sum + (mixture.weights[i]! / 8) * gammaSf(n * Math.exp(-u), n),
      0,
    );
    expect(Math.abs(cdf(u) - exact)).toBeLessThan(2e-5);
  }
});

test("frames become displacements, one less, and single frames drop out", () => {
  expect(displacementsOf([1, 6, 6, 11, 2])).toEqual({ displacements: [1, 5, 10], weights: [1, 2, 1] });
});

const edges = Array.from({ length: 121 }, (_, i) => 5 * i);

/** Histogram of `count` particles of true sizes 100 nm (CV 5 %), each found through a track of 8 to 19 frames. */
function broadened(seed: number, count: number): { weights: number[]; frames: number[] } {
  const random = createRandom(seed);
  const weights = edges.slice(1).map(() => 0);
  const frames: number[] = [];
  while (frames.length < count) {
    const n = 7 + random.integer(12);
    const found = (100 * (1 + 0.05 * random.normal()) * n) / random.gamma(n);
    if (found >= 600) continue;
    weights[Math.floor(found / 5)]!++;
    frames.push(n + 1);
  }
  return { weights, frames };
}

function deconvolved(seed: number, count: number) {
  const { weights, frames } = broadened(seed, count);
  const result = deconvolveTracks(edges, weights, displacementsOf(frames), { mostIterations: 500 });
  if (!isAccepted(result)) throw new Error("refused");
  const sizes = describeSizes(edges, Array.from(result.value.weights), { counts: false });
  const raw = describeSizes(edges, weights, { counts: true });
  if (!isAccepted(sizes) || !isAccepted(raw)) throw new Error("refused");
  return { ...result.value, found: weights, sizes: sizes.value, raw: raw.value };
}

describe("Richardson-Lucy on a narrow truth", () => {
  const runs = Array.from({ length: 20 }, (_, i) => deconvolved(i + 1, 1000));
  test("conserves the total and never gives a negative bin", () => {
    for (const { weights } of runs) {
      expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1000, 8);
      expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
    }
  });
  test("stops because counting noise is reached", () => {
    for (const { stoppedBy, deviance, groups } of runs) {
      expect(stoppedBy).not.toBe("limit");
      if (stoppedBy === "discrepancy") expect(deviance).toBeLessThanOrEqual(groups);
    }
  });
  test("the mean of the truth lies within three standard errors of the found sizes, in all of 20 samples", () => {
    for (const { sizes, raw } of runs) {
      expect(Math.abs(sizes.mean - 100)).toBeLessThan((3 * raw.sd!) / Math.sqrt(1000));
      expect(raw.mean - 100).toBeGreaterThan((3 * raw.sd!) / Math.sqrt(1000));
    }
  });
  test("at least two thirds of the variance that tracks added are gone, in half of the samples 85 %", () => {
    const removed = runs
      .map(({ sizes, raw }) => (raw.sd! ** 2 - sizes.sd! ** 2) / (raw.sd! ** 2 - 25))
      .sort();
    expect(removed[0]!).toBeGreaterThan(2 / 3);
    expect(removed[10]!).toBeGreaterThan(0.85);
  });
  test("the width that is left is not less than the truth's by more than its counting error", () => {
    for (const { sizes } of runs) expect(sizes.sd!).toBeGreaterThan(5 * (1 - 3 / Math.sqrt(2000)));
  });
});

test("seven iterations as NumPy makes them from the definition with SciPy's gamma distribution", () => {
  const { found, "after 7": want } = golden["richardson-lucy"];
  const result = deconvolveTracks(
    found.map((_, i) => 20 + 20 * i).concat(420),
    found,
    { displacements: [6, 10, 25], weights: [0.5, 0.3, 0.2] },
    { tracks: 1e12, mostIterations: 7 },
  );
  if (!isAccepted(result)) throw new Error("refused");
  expect([result.value.iterations, result.value.stoppedBy]).toEqual([7, "limit"]);
  for (const [i, weight] of result.value.weights.entries())
    expect(Math.abs(weight - want[i]!)).toBeLessThan(0.01);
});

test("an infinitely sharp kernel leaves the histogram as it is", () => {
  const weights = [0, 10, 40, 60, 30, 5, 0];
  const wide = [50, 70, 90, 110, 130, 150, 170, 190];
  const result = deconvolveTracks(wide, weights, tracksOf(100_000), { mostIterations: 2000 });
  if (!isAccepted(result)) throw new Error("refused");
  for (const [i, weight] of result.value.weights.entries())
    expect(Math.abs(weight - weights[i]!)).toBeLessThan(3);
});

test("concentrations with the number of tracks give the shape that counts give", () => {
  const { weights, frames } = broadened(5, 1000);
  const lengths = displacementsOf(frames);
  const counts = deconvolveTracks(edges, weights, lengths, { mostIterations: 500 });
  const scaled = deconvolveTracks(
    edges,
    weights.map((weight) => weight * 1.3e5),
    lengths,
    { tracks: 1000, mostIterations: 500 },
  );
  if (!isAccepted(counts) || !isAccepted(scaled)) throw new Error("refused");
  expect(scaled.value.iterations).toBe(counts.value.iterations);
  for (const [i, weight] of scaled.value.weights.entries()) {
    expect(weight / 1.3e5).toBeCloseTo(counts.value.weights[i]!, 6);
  }
});

test("refused without track lengths", () => {
  const parameters = finiteTrack.parameters.parse({});
  for (const frames of [[], [1, 1]]) {
    const result = finiteTrack.run({ edges: [50, 60, 70], weights: [3, 1], frames }, parameters);
    if (!isRefused(result)) throw new Error("accepted");
    expect(result.issues[0]!.code).toBe("particles-no-track-lengths");
  }
});

test("the operation on broadening gives the 5, 50 and 95 % ratios", () => {
  const result = trackBroadening.run({ displacements: 5 }, {});
  if (!isAccepted(result)) throw new Error("refused");
  expect(result.value.ratio.p95).toBeCloseTo(2.53788, 5);
});
