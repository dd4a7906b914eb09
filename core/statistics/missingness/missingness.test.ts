import { describe, expect, test } from "vitest";
import { matrixFrom } from "../feature-matrix.test-support.ts";
import { worstError } from "../golden.test-support.ts";
import { matrixOf } from "../linear-algebra/index.ts";
import { holm } from "../multiple-testing/index.ts";
import { detectionAt, missingnessByAbundance } from "./abundance.ts";
import { equalMissingness, missingnessByBatch } from "./batches.ts";
import { detectionByGroup, detectionOfPair, missingFractions } from "./counts.ts";
import { fisherExact } from "./fisher-exact.ts";
import golden from "./missingness.golden.json" with { type: "json" };
import fromR from "./missingness-r.golden.json" with { type: "json" };

const nan = Number.NaN;
const verdicts = {
  "left-censored": "consistent with left-censoring",
  "at random": "no relation with abundance seen",
  "bad run": "no relation with abundance seen",
} as const;

describe.each(Object.entries(golden.cases))("of the matrix %s", (name, wanted) => {
  const data = matrixFrom(wanted.input);
  const r = fromR.cases[name as keyof typeof fromR.cases];

  test("the logistic regression of detection on abundance is that of glm and statsmodels", () => {
    const found = missingnessByAbundance(data);
    const numbers = [found.intercept, found.slope, found.se, found.dispersion];
    const { intercept, slope, se, dispersion, lower, upper } = wanted.logistic;
    expect(worstError(numbers, [intercept, slope, se, dispersion])).toBeLessThan(1e-9);
    expect(worstError(numbers, r.logistic)).toBeLessThan(1e-9);
    expect(worstError([found.interval!.lower, found.interval!.upper], [lower, upper])).toBeLessThan(1e-8);
    expect(found.verdict).toBe(verdicts[name as keyof typeof verdicts]);
    expect(detectionAt(found, -intercept / slope)).toBeCloseTo(0.5, 9);
  });

  test("Cochran's Q of equal missingness is that of statsmodels and R", () => {
    const { q, df, p } = equalMissingness(data);
    expect(worstError([q, df, p], wanted.cochran)).toBeLessThan(1e-11);
    expect(worstError([q, df, p], r.cochran)).toBeLessThan(1e-11);
  });

  test("deviations of samples and batches are hypergeometric sums by NumPy, and by R's dhyper", () => {
    for (const [names, rows] of [
      [[..."12345678"], wanted.samples],
      [golden.batchNames, wanted.batches],
    ] as const) {
      const found = missingnessByBatch(data, names);
      const numbers = found.map(({ missing, expected, z, p }) => [missing, expected, z, p]);
      expect(worstError(numbers.flat(), rows.flat())).toBeLessThan(1e-9);
      expect(found.map(({ pHolm }) => pHolm)).toEqual(Array.from(holm(found.map(({ p }) => p))));
    }
    const ofBatches = missingnessByBatch(data, golden.batchNames);
    const flat = ofBatches.flatMap(({ missing, expected, z, p }) => [missing, expected, z, p]);
    expect(worstError(flat, r.batches)).toBeLessThan(1e-10);
  });
});

test("the bad run is found, in its batch and its samples", () => {
  const data = matrixFrom(golden.cases["bad run"].input);
  const flagged = (names: readonly string[]) =>
    missingnessByBatch(data, names)
      .filter(({ pHolm, z }) => pHolm < 0.01 && z > 0)
      .map(({ batch }) => batch);
  expect(flagged(golden.batchNames)).toEqual(["c"]);
  expect(flagged([..."12345678"])).toEqual(["6", "7"]);
});

test("Fisher's exact test is that of R and SciPy", () => {
  golden.fisher.forEach(({ table, p }, i) => {
    const [a, b, c, d] = table as [number, number, number, number];
    expect(worstError([fisherExact(a, b, c, d)], [p])).toBeLessThan(1e-11);
    expect(worstError([fisherExact(a, b, c, d)], [fromR.fisher[i]!])).toBeLessThan(1e-11);
  });
  expect(() => fisherExact(1.5, 0, 0, 1)).toThrow(RangeError);
});

const small = matrixOf([
  [1, 2, 3, nan, nan, nan],
  [1, nan, nan, 2, nan, nan],
  [nan, nan, nan, 5, 6, 7],
  [1, 2, 3, 4, 5, 6],
  [nan, nan, nan, nan, nan, nan],
  [nan, nan, nan, nan, 3, 4],
]);
const groups = ["a", "a", "a", "b", "b", "b"];

test("fractions missing by sample, feature and group", () => {
  const found = missingFractions(small);
  expect(Array.from(found.ofSamples)).toEqual([3 / 6, 4 / 6, 4 / 6, 3 / 6, 3 / 6, 3 / 6]);
  expect(Array.from(found.ofFeatures)).toEqual([0.5, 4 / 6, 0.5, 0, 1, 4 / 6]);
  expect(found).toMatchObject({ overall: 20 / 36, complete: 1, neverSeen: 1 });
  const byGroup = detectionByGroup(small, groups);
  expect(byGroup.groups).toEqual(["a", "b"]);
  expect(Array.from(byGroup.seen.values)).toEqual([3, 0, 1, 1, 0, 3, 3, 3, 0, 0, 0, 2]);
  expect(worstError(byGroup.missing, [11 / 18, 9 / 18])).toBeLessThan(1e-15);
});

test("features with fewer than two observations in both groups, and on/off features with Fisher's P", () => {
  const found = detectionOfPair(small, groups, ["a", "b"], 3);
  expect(found.tooFewInBoth).toBe(2);
  expect(found.onOff).toEqual([
    { row: 0, onlyIn: "a", seen: 3, p: expect.closeTo(0.1, 12) },
    { row: 2, onlyIn: "b", seen: 3, p: expect.closeTo(0.1, 12) },
  ]);
  expect(detectionOfPair(small, groups, ["a", "b"], 2).onOff.map(({ row }) => row)).toEqual([0, 2, 5]);
  expect(() => detectionOfPair(small, groups, ["a", "x"], 2)).toThrow(RangeError);
  expect(() => detectionOfPair(small, groups, ["a", "a"], 2)).toThrow(RangeError);
});

test("nothing missing, nothing seen, one abundance and few partly missing features cannot be told", () => {
  const complete = matrixOf(Array.from({ length: 20 }, (_, i) => [i, i + 1]));
  const empty = matrixOf([[nan, nan]]);
  const separated = matrixOf(Array.from({ length: 40 }, (_, i) => (i < 20 ? [i, nan] : [i, i])));
  const few = matrixOf(Array.from({ length: 30 }, (_, i) => (i % 5 === 1 && i < 25 ? [i, nan] : [i, i])));
  const same = matrixOf(Array.from({ length: 30 }, (_, i) => (i % 2 === 1 ? [3, nan] : [3, 3])));
  for (const data of [complete, empty, few, same]) {
    expect(missingnessByAbundance(data).verdict).toBe("cannot be told");
  }
  expect(missingnessByAbundance(complete)).toMatchObject({ features: 20, partlyMissing: 0, interval: null });
  expect(missingnessByAbundance(same).slope).toBeNaN();
  expect(missingnessByAbundance(separated).verdict).toBe("consistent with left-censoring");
  expect(missingnessByBatch(complete, ["1", "2"]).map(({ p, pHolm }) => [p, pHolm])).toEqual([
    [nan, nan],
    [nan, nan],
  ]);
  expect(equalMissingness(complete)).toEqual({ q: nan, df: 1, p: nan });
  expect(equalMissingness(matrixOf([[1], [nan]]))).toEqual({ q: nan, df: 0, p: nan });
});
