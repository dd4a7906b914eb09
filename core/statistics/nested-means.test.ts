import { describe, expect, test } from "vitest";
import { createRandom } from "../kernel/random.ts";
import { codes, value, worstError } from "./golden.test-support.ts";
import { meanInterval } from "./mean-interval.ts";
import golden from "./nested-means.golden.json" with { type: "json" };
import { nestedMean } from "./nested-means.ts";
import fromR from "./nested-means-r.golden.json" with { type: "json" };
import type { NestedFactor } from "./nesting.ts";

function factorsOf(names: readonly string[], paths: readonly string[]): NestedFactor[] {
  return names.map((name, k) => ({ name, labels: paths.map((path) => path.split("/")[k]!) }));
}

function design(name: keyof typeof golden.designs) {
  const { factors, paths, values } = golden.designs[name];
  return value(nestedMean(values, factorsOf(factors, paths)));
}

describe("nested means agree with quadratic forms of projections", () => {
  test.each(Object.keys(golden.designs) as (keyof typeof golden.designs)[])("%s", (name) => {
    const wanted = golden.designs[name];
    const found = design(name);
    expect(
      worstError(
        [found.mean, found.se!, found.interval!.lower, found.interval!.upper],
        [wanted.mean, wanted.se, wanted.lower, wanted.upper],
      ),
    ).toBeLessThan(1e-11);
    expect(worstError([found.df!], [wanted.df])).toBeLessThan(1e-11);
    expect(found.components.map((one) => one.df)).toEqual(wanted.componentDf);
    expect(found.components.map((one) => one.units)).toEqual(wanted.units);
    found.components.forEach((one, i) => {
      const component = (wanted.components as (number | null)[])[i]!;
      if (component === null) expect(one.estimated).toBeNull();
      else expect(worstError([one.estimated!], [component])).toBeLessThan(1e-11);
    });
  });
});

test("variance components agree with R's aov and the textbook mean squares", () => {
  for (const name of ["balanced", "unbalanced"] as const) {
    const found = design(name).components.map((one) => one.estimated!);
    expect(worstError(found, fromR[name].components)).toBeLessThan(1e-10);
  }
  const { mean, interval } = design("balanced");
  expect(
    worstError(
      [mean, interval!.lower, interval!.upper],
      [...fromR.balanced.mean, ...fromR.balanced.interval],
    ),
  ).toBeLessThan(1e-12);
  expect(worstError([design("unbalanced").se!], fromR.unbalanced.se)).toBeLessThan(1e-12);
});

test("TV-A5: captures alone give the t-interval of their mean", () => {
  const { mean, interval, uncoveredLevels, intervalLevel } = design("plain");
  const plain = value(meanInterval([42.1, 45.3, 39.8, 44.0, 43.3]));
  expect(worstError([mean, interval!.lower, interval!.upper], [42.9, 40.3118, 45.4882])).toBeLessThan(1e-5);
  expect(worstError([interval!.lower], [plain.interval!.lower])).toBeLessThan(1e-14);
  expect([uncoveredLevels, intervalLevel]).toEqual([[], "capture"]);
});

test("one donor: the interval is between preparations and says nothing of donors", () => {
  const { uncoveredLevels, intervalLevel, components, interval } = design("oneDonor");
  expect(uncoveredLevels).toEqual(["donor"]);
  expect(intervalLevel).toBe("preparation");
  expect(interval!.method).toBe("t-nested-means");
  expect(components[0]).toMatchObject({ level: "donor", units: 1, estimated: null, includes: [] });
});

test("a negative component is told as estimated and truncated", () => {
  const donor = design("negativeComponent").components[0]!;
  expect(donor.estimated).toBeLessThan(0);
  expect(donor.truncated).toBe(0);
});

test("a level that is not replicated is part of the level above it", () => {
  const labels = ["A", "A", "B", "B", "C", "C"];
  const factors = [
    { name: "donor", labels },
    { name: "preparation", labels: ["1", "1", "1", "1", "1", "1"] },
  ];
  const { components, uncoveredLevels } = value(nestedMean([1, 2, 4, 5, 9, 8], factors));
  expect(components.map((one) => one.includes)).toEqual([["donor", "preparation"], [], ["capture"]]);
  expect(components[1]!.estimated).toBeNull();
  expect(uncoveredLevels).toEqual([]);
  const without = value(nestedMean([1, 2, 4, 5, 9, 8], factors.slice(0, 1)));
  expect(components[0]!.estimated).toBe(without.components[0]!.estimated);
});

test("one capture in each preparation: captures and preparations are one level", () => {
  const labels = ["A", "A", "B", "B", "B"];
  const factors = [
    { name: "donor", labels },
    { name: "preparation", labels: ["1", "2", "1", "2", "3"] },
  ];
  const { components } = value(nestedMean([1, 2, 4, 5, 9], factors));
  expect(components[1]).toMatchObject({ includes: ["preparation", "capture"], df: 3 });
  expect(components[2]).toMatchObject({ estimated: null, df: 0 });
});

test("nothing replicated: a mean without interval and every level uncovered", () => {
  const found = nestedMean([7], [{ name: "donor", labels: ["A"] }]);
  expect(value(found)).toMatchObject({
    mean: 7,
    se: null,
    df: null,
    interval: null,
    uncoveredLevels: ["donor", "capture"],
  });
  expect(codes(found)).toEqual(["statistics-nothing-replicated"]);
});

test("donors of one mean: no interval of width zero", () => {
  const found = nestedMean([1, 3, 2, 2], [{ name: "donor", labels: ["A", "A", "B", "B"] }]);
  expect(value(found)).toMatchObject({ mean: 2, interval: null, intervalLevel: "donor" });
  expect(codes(found)).toEqual(["statistics-identical-replicates"]);
});

test("no values and missing values are refused", () => {
  expect(codes(nestedMean([], []))).toEqual(["statistics-no-values"]);
  expect(codes(nestedMean([1, Number.NaN], []))).toEqual(["statistics-not-finite"]);
  expect(() => nestedMean([1, 2], [{ name: "donor", labels: ["A"] }])).toThrow(RangeError);
});

test("the order of rows does not matter, and a label counts within its parent only", () => {
  const { factors, paths, values } = golden.designs.unbalanced;
  const order = paths.map((_, i) => (i * 7) % paths.length);
  const turned = value(
    nestedMean(
      order.map((i) => values[i]!),
      factorsOf(
        factors,
        order.map((i) => paths[i]!),
      ),
    ),
  );
  const renamed = value(
    nestedMean(
      values,
      factorsOf(
        factors,
        paths.map((path) => `${path[0]}/${path}`.replace(/\/(.)\/(.)/, "/$1$2")),
      ),
    ),
  );
  const { mean, se, df } = design("unbalanced");
  for (const found of [turned, renamed])
    expect(worstError([found.mean, found.se!, found.df!], [mean, se!, df!])).toBeLessThan(1e-12);
});

function covered(
  shape: (donor: number) => readonly number[],
  sds: readonly [number, number, number],
  seed: number,
): number {
  let count = 0;
  for (let replicate = 0; replicate < 1000; replicate++) {
    const stream = createRandom(seed).split("coverage", replicate);
    const normal = (sd: number) => stream.normal(0, sd);
    const paths: string[] = [];
    const values: number[] = [];
    for (let donor = 0; donor < 3; donor++) {
      const ofDonor = normal(sds[0]);
      shape(donor).forEach((captures, preparation) => {
        const ofPreparation = normal(sds[1]);
        for (let capture = 0; capture < captures; capture++) {
          paths.push(`${donor}/${preparation}`);
          values.push(10 + ofDonor + ofPreparation + normal(sds[2]));
        }
      });
    }
    const { interval } = value(nestedMean(values, factorsOf(["donor", "preparation"], paths)));
    if (interval!.lower <= 10 && 10 <= interval!.upper) count++;
  }
  return count;
}

// 95 % of 1000 is 950 with a binomial SD of 6.9: 927 to 973 holds all but 1 in 1000 seeds
test.each([
  ["balanced 3 x 3 x 3", () => [3, 3, 3], [2, 1, 0.5]],
  ["balanced, no spread between donors", () => [3, 3, 3], [0, 1, 1]],
  ["unbalanced", (donor: number) => [[5, 1], [2, 2, 4], [3]][donor]!, [2, 1, 0.5]],
] as const)("intervals of level 0.95 cover the truth as often: %s", (_, shape, sds) => {
  const count = covered(shape, sds as readonly [number, number, number], 20240501);
  expect(count).toBeGreaterThanOrEqual(927);
  expect(count).toBeLessThanOrEqual(973);
});
