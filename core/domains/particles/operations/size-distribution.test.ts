import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRandom, isAccepted, isRefused } from "../../../kernel/index.ts";
import { betaSf } from "../../../statistics/distributions/index.ts";
import { orderStatisticRanks } from "../../../statistics/order-statistics.ts";
import { lognormalSizes } from "./lognormal-size.ts";
import golden from "./operations.golden.json" with { type: "json" };
import scipy from "./operations-scipy.golden.json" with { type: "json" };
import { describeSizes, type SizeOptions, sizeDistribution } from "./size-distribution.ts";
import { sizeMode } from "./size-mode.ts";

const edges = [50, 70, 90, 110, 130, 150, 170, 190, 210];
const counts = [40, 180, 320, 260, 120, 50, 20, 10];

function describeOrThrow(binEdges: number[], weights: number[], options: SizeOptions) {
  const result = describeSizes(binEdges, weights, options);
  if (!isAccepted(result)) throw new Error(result.issues[0]!.code);
  return result.value;
}

test("TV-A3 sizes of a log-normal of median 110 nm and sigma 0.30", () => {
  const found = lognormalSizes(Math.log(110), 0.3);
  const want = {
    d10: 74.8896,
    median: 110,
    d90: 161.5712,
    span: 0.788015,
    mode: 100.5324,
    mean: 115.0631,
    cv: 0.306878,
    d32: 137.7555,
    d43: 150.7285,
    volumeMedian: 144.0961,
    gsd: Math.exp(0.3),
  };
  for (const [name, value] of Object.entries(want)) {
    expect(Math.abs(found[name as keyof typeof want] / value - 1), name).toBeLessThan(1e-6);
  }
});

describe("TV-A4", () => {
  const found = describeOrThrow(edges, counts, { counts: true, tracks: 1000, fit: true });
  test("quantiles at the edges, mode by parabola, moments at the centres", () => {
    for (const [name, value] of Object.entries({
      d10: 76.6667,
      d50: 107.5,
      d90: 146.6667,
      mode: 104,
      mean: 110.4,
      sd: 27.0661,
    })) {
      expect(found[name as "d10"], name).toBeCloseTo(value, 4);
    }
    expect(found.span).toBeCloseTo((146.6667 - 76.6667) / 107.5, 5);
    expect(found.sdDivisor).toBe("n - 1");
    expect(found.binWidth).toEqual({ least: 20, greatest: 20 });
    expect(found.flags).toEqual([]);
  });
  test("truncated log-normal by maximum likelihood on bins", () => {
    expect(Math.abs(found.lognormal!.median / 107.4983 - 1)).toBeLessThan(1e-4);
    expect(Math.abs(found.lognormal!.sigma / 0.240687 - 1)).toBeLessThan(1e-4);
    for (const oracle of [golden, scipy]) {
      const { median, sigma } = oracle["truncated log-normal TV-A4"];
      expect(Math.abs(found.lognormal!.median / median - 1)).toBeLessThan(1e-7);
      expect(Math.abs(found.lognormal!.sigma / sigma - 1)).toBeLessThan(1e-7);
    }
    expect(found.lognormal!.gsd).toBeCloseTo(Math.exp(found.lognormal!.sigma), 12);
  });
  test("intervals hold their estimate and are null without the number of tracks", () => {
    for (const name of ["d10", "d50", "d90", "mean"] as const) {
      expect(found.intervals[name]!.lower).toBeLessThan(found[name]);
      expect(found.intervals[name]!.upper).toBeGreaterThan(found[name]);
    }
    const without = describeOrThrow(edges, counts, { counts: false });
    expect(Object.values(without.intervals)).toEqual([null, null, null, null]);
    expect(without.sdDivisor).toBe("n");
    expect(without.sd).toBeCloseTo(27.0661 * Math.sqrt(999 / 1000), 4);
  });
});

describe("weightings", () => {
  test("surface and volume means are D[3,2] and D[4,3] of the bin centres", () => {
    const { surface, volume } = describeOrThrow(edges, counts, { counts: true });
    const moment = (k: number) => counts.reduce((sum, count, i) => sum + count * (60 + 20 * i) ** k, 0);
    expect(surface.mean).toBeCloseTo(moment(3) / moment(2), 9);
    expect(volume.mean).toBeCloseTo(moment(4) / moment(3), 9);
    expect(volume.d50).toBeGreaterThan(surface.d50);
  });
  test("a fine log-normal histogram gives the closed forms of its volume median and D[4,3]", () => {
    const fine = Array.from({ length: 4001 }, (_, i) => 5 + 0.25 * i);
    const density = fine.slice(1).map((upper) => {
      const d = upper - 0.125;
      return Math.exp(-((Math.log(d / 110) / 0.3) ** 2) / 2) / d;
    });
    const { volume, mode } = describeOrThrow(fine, density, { counts: false });
    const want = lognormalSizes(Math.log(110), 0.3);
    expect(Math.abs(volume.d50 / want.volumeMedian - 1)).toBeLessThan(1e-5);
    expect(Math.abs(volume.mean / want.d43 - 1)).toBeLessThan(1e-5);
    expect(Math.abs(mode / want.mode - 1)).toBeLessThan(1e-5);
  });
});

describe("mode", () => {
  test("bins of unequal width compare by density, and the mode stays inside the fullest", () => {
    expect(sizeMode([0, 10, 20, 60, 70], [1, 20, 40, 5]).mode).toBe(20);
  });
  test("two equal neighbours: the edge between them, by plateau as by parabola", () => {
    expect(sizeMode([0, 10, 20, 30, 40], [1, 5, 5, 1])).toEqual({ mode: 20, atEdge: false, tie: false });
  });
  test("equal bins apart: the smaller diameter, with the tie told", () => {
    const { mode, tie } = sizeMode([0, 10, 20, 30, 40, 50, 60, 70], [1, 5, 1, 1, 1, 5, 1]);
    expect([mode, tie]).toEqual([15, true]);
  });
  test("the fullest bin at the end: its centre, with the edge told", () => {
    expect(sizeMode([0, 10, 20, 30], [9, 5, 1])).toEqual({ mode: 5, atEdge: true, tie: false });
  });
});

describe("order-statistic intervals", () => {
  test("ranks as the binomial quantiles of R and SciPy give them, none for the decile of 10", () => {
    const { n, p, lower, upper } = golden.ranks;
    expect(scipy.ranks).toEqual({ lower, upper });
    for (const i of n.keys()) expect(orderStatisticRanks(n[i]!, p[i]!, 0.95)).toEqual([lower[i], upper[i]]);
    expect(orderStatisticRanks(10, 0.1, 0.95)).toBeNull();
  });
  test("the ranks cover the quantile with at least the level, and one rank less does not", () => {
    fc.assert(
      fc.property(fc.integer({ min: 40, max: 3000 }), fc.constantFrom(0.1, 0.5, 0.9), (n, p) => {
        const ranks = orderStatisticRanks(n, p, 0.95);
        if (!ranks) return;
        const [lower, upper] = ranks;
        const binomialCdf = (k: number, of: number, share: number) => betaSf(share, k + 1, of - k);
        expect(binomialCdf(lower - 1, n, p)).toBeLessThan(0.025);
        expect(binomialCdf(lower, n, p)).toBeGreaterThanOrEqual(0.025);
        expect(1 - binomialCdf(upper - 1, n, p)).toBeLessThanOrEqual(0.025 + 1e-12);
      }),
      { numRuns: 200 },
    );
  });
});

test("95 % intervals of D10, D50, D90 and mean hold the truth in 93 to 99.5 % of 1000 histograms of 300 tracks", () => {
  const random = createRandom(7);
  const bins = Array.from({ length: 301 }, (_, i) => 2 * i);
  const want = lognormalSizes(Math.log(110), 0.3);
  const truth = { d10: want.d10, d50: want.median, d90: want.d90, mean: want.mean };
  const held = { d10: 0, d50: 0, d90: 0, mean: 0 };
  for (let sample = 0; sample < 1000; sample++) {
    const weights = bins.slice(1).map(() => 0);
    for (let i = 0; i < 300; i++) {
      weights[Math.min(299, Math.floor((110 * Math.exp(0.3 * random.normal())) / 2))]!++;
    }
    const { intervals } = describeOrThrow(bins, weights, { counts: true, tracks: 300 });
    for (const name of ["d10", "d50", "d90", "mean"] as const) {
      if (intervals[name]!.lower <= truth[name] && truth[name] <= intervals[name]!.upper) held[name]++;
    }
  }
  for (const [name, count] of Object.entries(held)) {
    expect(count, name).toBeGreaterThanOrEqual(930);
    expect(count, name).toBeLessThanOrEqual(995);
  }
});

test("scaling the diameters scales every size, whatever the weights", () => {
  const histogram = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(histogram, fc.double({ min: 0.1, max: 20, noNaN: true }), (weights, factor) => {
      fc.pre(weights.some((weight) => weight > 0));
      const one = describeOrThrow(edges, weights, { counts: false });
      const scaled = describeOrThrow(
        edges.map((edge) => edge * factor),
        weights,
        { counts: false },
      );
      for (const name of ["d10", "d50", "d90", "mean", "mode"] as const) {
        expect(Math.abs(scaled[name] / (one[name] * factor) - 1)).toBeLessThan(1e-9);
      }
      expect(one.d10).toBeLessThanOrEqual(one.d50);
      expect(one.d50).toBeLessThanOrEqual(one.d90);
    }),
  );
});

test("refused: disorder, negative or missing weights, no particles", () => {
  const code = (binEdges: number[], weights: number[]) => {
    const result = describeSizes(binEdges, weights, { counts: true });
    return isRefused(result) ? result.issues[0]!.code : "accepted";
  };
  expect(code([50, 40, 60], [1, 1])).toBe("particles-bins-invalid");
  expect(code([50, 60], [1, 1])).toBe("particles-bins-invalid");
  expect(code([50, 60, 70], [1, -1])).toBe("particles-bins-invalid");
  expect(code([50, 60, 70], [1, Number.NaN])).toBe("particles-bins-invalid");
  expect(code([50, 60, Number.POSITIVE_INFINITY], [1, 1])).toBe("particles-bins-invalid");
  expect(code([50, 60, 70], [0, 0])).toBe("particles-no-particles");
});

test("the operation warns and gives no fit where a log-normal cannot be fitted", () => {
  const parameters = sizeDistribution.parameters.parse({});
  const result = sizeDistribution.run(
    { edges: [50, 60, 70], weights: [3, 1], weightsAre: "counts" },
    parameters,
  );
  if (!isAccepted(result)) throw new Error("refused");
  expect(result.value.lognormal).toBeNull();
  expect(result.warnings.map((issue) => issue.code)).toEqual(["statistics-too-few-bins"]);
});

const real = join(process.env.VESICA_DATA ?? "../shared/data", "nta/nanosight-tidynano/beads.csv");

test.skipIf(!existsSync(real))(
  "real NanoSight export: the mean and SD that it prints, and its D10, D50, D90 one bin width above what it prints",
  () => {
    const rows = readFileSync(real, "latin1")
      .split(/\r?\n/)
      .map((line) => line.split(","));
    const printed = (name: string) =>
      rows
        .find((row) => row[0] === name)!
        .slice(1, 13)
        .map(Number);
    const first = rows.findIndex((row) => row[0]!.startsWith("Bin centre")) + 1;
    const bins = rows.slice(first, first + 1000);
    const nanometres = Array.from({ length: 1001 }, (_, i) => i);
    for (let video = 0; video < 12; video++) {
      const weights = bins.map((row) => Number(row[video + 1]));
      const found = describeOrThrow(nanometres, weights, { counts: false });
      expect(Math.abs(found.mean - printed("Mean")[video]!), `mean ${video}`).toBeLessThanOrEqual(0.0501);
      expect(Math.abs(found.sd! - printed("SD")[video]!), `SD ${video}`).toBeLessThanOrEqual(0.0501);
      for (const name of ["d10", "d50", "d90"] as const) {
        const offset = found[name] - printed(name.toUpperCase())[video]!;
        expect(Math.abs(offset - 1), `${name} ${video}`).toBeLessThanOrEqual(0.0501);
      }
    }
  },
);
