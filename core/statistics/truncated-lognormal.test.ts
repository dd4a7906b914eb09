import { describe, expect, test } from "vitest";
import { createRandom } from "../kernel/random.ts";
import { normalCdf } from "./distributions/index.ts";
import { codes, value, worstError } from "./golden.test-support.ts";
import { logNormalMass } from "./normal-mass.ts";
import golden from "./truncated-lognormal.golden.json" with { type: "json" };
import { type TruncatedLognormalOptions, truncatedLognormal } from "./truncated-lognormal.ts";
import fromR from "./truncated-lognormal-r.golden.json" with { type: "json" };

const edges = [50, 70, 90, 110, 130, 150, 170, 190, 210];
const counts = [40, 180, 320, 260, 120, 50, 20, 10];

test("TV-A4: median and sigma of the truncated log-normal", () => {
  const { median, sigma } = value(truncatedLognormal(edges, counts));
  expect(Math.abs(median - 107.4983)).toBeLessThan(1e-4);
  expect(Math.abs(sigma - 0.240687)).toBeLessThan(1e-6);
});

describe("truncated log-normal agrees with 40-digit maximum likelihood", () => {
  test.each(Object.entries(golden.fits))("%s", (_, wanted) => {
    const given: { lower?: number; upper?: null; effectiveN?: number } = wanted.options;
    const { upper, ...rest } = given;
    const options: TruncatedLognormalOptions =
      upper === null ? { ...rest, upper: Number.POSITIVE_INFINITY } : rest;
    const found = value(truncatedLognormal(wanted.edges, wanted.weights, options));
    expect(
      worstError(
        [found.mu, found.sigma, found.logLikelihood, found.coverage],
        [wanted.mu, wanted.sigma, wanted.logLikelihood, wanted.coverage],
      ),
    ).toBeLessThan(1e-9);
    expect(
      worstError(
        [found.covariance.mu, found.covariance.sigma],
        [wanted.covariance.mu, wanted.covariance.sigma],
      ),
    ).toBeLessThan(1e-7);
    const scale = Math.sqrt(wanted.covariance.mu * wanted.covariance.sigma);
    expect(Math.abs(found.covariance.muSigma - wanted.covariance.muSigma)).toBeLessThan(1e-7 * scale);
  });
});

test("truncated log-normal agrees with R's optim", () => {
  const cut = golden.fits.peakBelowTheCut;
  const ours = {
    "TV-A4": truncatedLognormal(edges, counts),
    noTruncation: truncatedLognormal(edges, counts, { lower: 0, upper: Number.POSITIVE_INFINITY }),
    lowerInsideABin: truncatedLognormal(edges, counts, { lower: 84 }),
    peakBelowTheCut: truncatedLognormal(cut.edges, cut.weights, { upper: Number.POSITIVE_INFINITY }),
  };
  for (const [name, found] of Object.entries(ours)) {
    const { mu, sigma } = value(found);
    expect(worstError([mu, sigma], fromR[name as keyof typeof ours]), name).toBeLessThan(1e-6);
  }
});

test("log of the normal mass keeps 12 digits in narrow intervals and far tails", () => {
  for (const [a, b, wanted] of golden.logMass as [number, number, number][]) {
    expect(worstError([logNormalMass(a, b)], [wanted]), `${a} to ${b}`).toBeLessThan(1e-12);
    expect(logNormalMass(-b, -a)).toBe(logNormalMass(a, b));
  }
  expect(logNormalMass(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)).toBe(0);
});

function binned(
  mu: number,
  sigma: number,
  from: number,
  width: number,
  bins: number,
): [Float64Array, Float64Array] {
  const bounds = Float64Array.from({ length: bins + 1 }, (_, i) => from + i * width);
  const mass = (i: number) => normalCdf((Math.log(bounds[i]!) - mu) / sigma);
  return [bounds, Float64Array.from({ length: bins }, (_, i) => 1e6 * (mass(i + 1) - mass(i)))];
}

test.each([
  [80, 0.35, 70],
  [30, 0.8, 70],
  [110, 0.05, 50],
  [10, 1, 70],
  [110, 2, 50],
])("exact counts of a log-normal of median %d and sigma %d cut at %d give it back", (median, sigma, cut) => {
  const found = value(truncatedLognormal(...binned(Math.log(median), sigma, cut, 0.5, 1000)));
  expect(worstError([found.median, found.sigma], [median, sigma])).toBeLessThan(1e-8);
  expect(found.iterations).toBeLessThan(25);
});

test("TV-A8: what is seen of a log-normal of median 80 and sigma 0.35 above 70", () => {
  const [bounds, weights] = binned(Math.log(80), 0.35, 70, 2, 400);
  const { coverage } = value(truncatedLognormal(bounds, weights, { upper: Number.POSITIVE_INFINITY }));
  expect(coverage).toBeCloseTo(0.648591, 5);
});

test("the unit of the sizes and of the weights does not matter, the effective n scales the covariance", () => {
  const base = value(truncatedLognormal(edges, counts));
  const other = value(
    truncatedLognormal(
      edges.map((edge) => edge * 1e-9),
      counts.map((count) => count * 3.5e7),
      { effectiveN: 250 },
    ),
  );
  expect(worstError([other.median * 1e9, other.sigma], [base.median, base.sigma])).toBeLessThan(1e-9);
  expect(worstError([other.covariance.sigma], [4 * base.covariance.sigma])).toBeLessThan(1e-7);
});

test("empty bins change nothing but the truncation points", () => {
  const found = value(truncatedLognormal([20, ...edges, 400], [0, ...counts, 0], { lower: 50, upper: 210 }));
  expect(found.sigma).toBe(value(truncatedLognormal(edges, counts)).sigma);
});

describe("truncated log-normal refuses", () => {
  test("fewer than three bins with particles", () => {
    expect(codes(truncatedLognormal([50, 60, 70, 80], [0, 12, 20]))).toEqual(["statistics-too-few-bins"]);
    expect(codes(truncatedLognormal(edges, counts, { lower: 170 }))).toEqual(["statistics-too-few-bins"]);
  });
  test.each([
    ["falls as 1 / d", (d: number) => 1 / d],
    ["falls as 1 / d^2", (d: number) => 1 / (d * d)],
    ["is flat", () => 1],
    ["rises", (d: number) => d],
  ])("a histogram that %s: its peak lies far outside the bins", (_, density) => {
    const bounds = Array.from({ length: 101 }, (_, i) => 50 + 2 * i);
    const weights = bounds.slice(1).map((edge) => 1e4 * density(edge - 1));
    expect(codes(truncatedLognormal(bounds, weights))).toEqual(["statistics-lognormal-not-identified"]);
  });
  test("negative and missing weights", () => {
    expect(codes(truncatedLognormal([1, 2, 3, 4], [3, -1, 2]))).toEqual(["statistics-negative-weights"]);
    expect(codes(truncatedLognormal([1, 2, 3, 4], [3, Number.NaN, 2]))).toEqual(["statistics-not-finite"]);
  });
});

test("a 95 % Wald interval of mu covers the truth (200 histograms of 500 particles)", () => {
  const [bounds, mass] = binned(Math.log(90), 0.3, 70, 5, 60);
  const total = mass.reduce((sum, one) => sum + one, 0);
  let covered = 0;
  for (let i = 0; i < 200; i++) {
    const stream = createRandom(20240501).split("coverage", i);
    const drawn = new Float64Array(mass.length);
    for (let k = 0; k < 500; k++) {
      let left = stream.uniform() * total;
      let bin = 0;
      while (left > mass[bin]! && bin < mass.length - 1) left -= mass[bin++]!;
      drawn[bin]!++;
    }
    const { mu, covariance } = value(truncatedLognormal(bounds, drawn));
    if (Math.abs(mu - Math.log(90)) < 1.96 * Math.sqrt(covariance.mu)) covered++;
  }
  // 95 % of 200 +- 3.3 binomial SD
  expect(covered).toBeGreaterThanOrEqual(180);
});
