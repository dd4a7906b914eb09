import { describe, expect, test } from "vitest";
import { createRandom } from "../kernel/random.ts";
import golden from "./bootstrap.golden.json" with { type: "json" };
import {
  bcaInterval,
  bootstrap,
  bootstrapReplicates,
  jackknife,
  percentileInterval,
  type UnitStatistic,
} from "./bootstrap.ts";
import python from "./bootstrap-python.golden.json" with { type: "json" };
import { codes, value, worstError } from "./golden.test-support.ts";
import { mean, standardDeviation } from "./moments.ts";
import { quantile } from "./quantiles.ts";

const { x } = golden;
const pick = (units: Int32Array) => Float64Array.from(units, (unit) => x[unit]!);
const statistics: Record<"mean" | "cv" | "median", UnitStatistic> = {
  mean: (units) => mean(pick(units)),
  cv: (units) => standardDeviation(pick(units)) / mean(pick(units)),
  median: (units) => quantile(pick(units), 0.5),
};
const everyUnit = Int32Array.from(x.keys());

describe("bootstrap intervals agree with R and SciPy on the same resamples", () => {
  test.each(Object.keys(statistics) as (keyof typeof statistics)[])("%s", (name) => {
    const statistic = statistics[name];
    const replicates = golden.resamples.map((drawn) => statistic(Int32Array.from(drawn)));
    const leftOut = jackknife(x.length, statistic);
    expect(worstError(leftOut, golden[name].jackknife)).toBeLessThan(1e-13);
    const percentile = value(percentileInterval(replicates));
    const bca = value(bcaInterval(replicates, statistic(everyUnit), leftOut));
    for (const oracle of [golden[name], python[name]]) {
      expect(worstError([percentile.lower, percentile.upper], oracle.percentile)).toBeLessThan(1e-12);
      expect(worstError([bca.lower, bca.upper], oracle.bca)).toBeLessThan(1e-12);
    }
  });
});

test("blocks of any size give the same replicates", () => {
  const random = createRandom(7);
  const whole = bootstrapReplicates(12, statistics.mean, random, 0, 50);
  const blocks = [
    [0, 1],
    [1, 33],
    [33, 50],
  ].map(([from, to]) => bootstrapReplicates(12, statistics.mean, random, from!, to!));
  expect(blocks.flatMap((block) => [...block])).toEqual([...whole]);
  expect(new Set(whole).size).toBeGreaterThan(40);
});

test("every unit is drawn about equally often", () => {
  const drawn = new Float64Array(12);
  const tally: UnitStatistic = (units) => {
    for (const unit of units) drawn[unit]!++;
    return 0;
  };
  bootstrapReplicates(12, tally, createRandom(1), 0, 1000);
  // 12 000 draws: 1000 for each unit with an SD of 30.3
  for (const count of drawn) expect(Math.abs(count - 1000)).toBeLessThan(4 * 30.3);
});

test("the bootstrap gives estimate and interval, and doubts few units", () => {
  const found = value(bootstrap(12, statistics.mean, createRandom(7)));
  expect(found.estimate).toBe(statistics.mean(everyUnit));
  expect(found.interval.method).toBe("bootstrap-bca");
  expect(found.interval.lower).toBeLessThan(found.estimate);
  expect(found.interval.upper).toBeGreaterThan(found.estimate);
  const few = bootstrap(9, statistics.mean, createRandom(7), { method: "percentile", replicates: 99 });
  expect(codes(few)).toEqual(["statistics-bootstrap-few-units"]);
  expect(value(few).interval.method).toBe("bootstrap-percentile");
});

test("what cannot be bootstrapped is refused", () => {
  const random = createRandom(7);
  expect(codes(bootstrap(2, statistics.mean, random))).toEqual(["statistics-too-few-values"]);
  expect(codes(percentileInterval([]))).toEqual(["statistics-no-values"]);
  expect(codes(percentileInterval([1, Number.NaN, 2]))).toEqual(["statistics-bootstrap-undefined"]);
  expect(codes(bcaInterval([2, 3, 4], 1, [1, 2, 3]))).toEqual(["statistics-bootstrap-one-sided"]);
  expect(codes(bcaInterval([2, 3, 4], 3, [3, 3, 3]))).toEqual(["statistics-no-spread"]);
});
