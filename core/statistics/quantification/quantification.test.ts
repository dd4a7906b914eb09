import { describe, expect, test } from "vitest";
import { createRandom } from "../../kernel/index.ts";
import { matrixFrom, numbers } from "../feature-matrix.test-support.ts";
import { codes, value, worstError } from "../golden.test-support.ts";
import { type Matrix, matrixOf } from "../linear-algebra/index.ts";
import { ibaq, nsaf, topThree } from "./label-free.ts";
import { maxLfq } from "./max-lfq.ts";
import golden from "./quantification.golden.json" with { type: "json" };
import fromR from "./quantification-r.golden.json" with { type: "json" };

const nan = Number.NaN;
const groups = Int32Array.from(golden.groups);

describe("MaxLFQ", () => {
  test.each(golden.maxLfq.map((one, i) => ({ ...one, i })))(
    "least squares over all pairs by NumPy and R: $leastShared shared, level by $level",
    ({ leastShared, level, data, i }) => {
      const options = { leastShared, level: level as "total" | "mean" };
      const found = value(maxLfq(matrixFrom(golden.peptides), groups, options)).data;
      expect([found.rows, found.columns]).toEqual([13, 6]);
      expect(worstError(found.values, numbers(data))).toBeLessThan(1e-12);
      expect(worstError(found.values, numbers(fromR.maxLfq[i]!))).toBeLessThan(1e-12);
    },
  );

  test("peptides that follow one profile give it back exactly, whatever is missing", () => {
    const random = createRandom(4);
    const profile = Array.from({ length: 7 }, () => random.normal(0, 2));
    const peptides = Array.from({ length: 15 }, () => {
      const efficiency = random.normal(20, 2);
      return profile.map((x) => (random.uniform() < 0.4 ? nan : x + efficiency));
    });
    const { data, components } = value(maxLfq(matrixOf(peptides), new Int32Array(15)));
    expect(Array.from(components)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    const differences = Array.from(data.values, (x, j) => x - profile[j]!);
    for (const difference of differences) expect(difference).toBeCloseTo(differences[0]!, 11);
  });

  test("the total linear intensity is kept, by sets of samples that no ratio connects", () => {
    const apart = matrixOf([
      [3, 4, nan, nan, 2],
      [2, 3, nan, nan, nan],
      [nan, nan, 5, 7, nan],
      [nan, nan, 4, 6, nan],
    ]);
    const found = maxLfq(apart, new Int32Array(4));
    expect(codes(found)).toEqual(["quantification-disconnected"]);
    const { data, components } = value(found);
    expect(Array.from(components)).toEqual([0, 0, 1, 1, -1]);
    const sums = (columns: number[]) => columns.reduce((sum, j) => sum + power(data.values[j]!), 0);
    expect(sums([0, 1])).toBeCloseTo(8 + 16 + 4 + 8, 9);
    expect(sums([2, 3])).toBeCloseTo(32 + 128 + 16 + 64, 9);
    expect(data.values[1]! - data.values[0]!).toBeCloseTo(1, 12);
    expect(data.values[3]! - data.values[2]!).toBeCloseTo(2, 12);
    expect(data.values[4]).toBeNaN();
  });

  test("a protein with too few shared peptides is missing; peptides without a group are left out", () => {
    const peptides = matrixOf([
      [1, 2],
      [5, 5],
      [5, 5],
    ]);
    const { data } = value(maxLfq(peptides, Int32Array.of(0, 1, -1)));
    expect(data.values).toEqual(Float64Array.of(nan, nan, nan, nan));
    const one = value(maxLfq(peptides, Int32Array.of(0, 1, -1), { leastShared: 1 })).data;
    expect(worstError(one.values, [1, 2, 5, 5])).toBeLessThan(1e-14);
  });

  test("infinite and missing data are refused", () => {
    const infinite = matrixOf([[Number.NEGATIVE_INFINITY, 1]]);
    expect(codes(maxLfq(infinite, new Int32Array(1)))).toEqual(["matrix-infinite"]);
    expect(codes(maxLfq(matrixOf([[nan]]), new Int32Array(1)))).toEqual(["matrix-nothing-observed"]);
    expect(() => maxLfq(matrixOf([[1]]), new Int32Array(2))).toThrow(RangeError);
    expect(() => maxLfq(matrixOf([[1]]), new Int32Array(1), { leastShared: 0 })).toThrow(RangeError);
  });
});

const power = (x: number) => 2 ** x;
const column = (...values: number[]): Matrix => ({
  rows: values.length,
  columns: 1,
  values: Float64Array.from(values),
});

test("TV-E1: NSAF of three proteins", () => {
  const found = value(nsaf(column(120, 45, 300), Float64Array.of(600, 237, 1500)));
  expect(Array.from(found.values, (x) => x.toFixed(6))).toEqual(["0.339056", "0.321888", "0.339056"]);
});

test("NSAF by NumPy, with a missing count; a sample without counts is missing", () => {
  const found = value(nsaf(matrixFrom(golden.counts), numbers(golden.lengths)));
  expect(worstError(found.values, numbers(golden.nsaf))).toBeLessThan(1e-12);
  expect(value(nsaf(column(0, nan), Float64Array.of(1, 2))).values).toEqual(Float64Array.of(nan, nan));
});

test("iBAQ divides by the number of theoretical peptides; a length or number of 0 is refused", () => {
  expect(
    value(
      ibaq(
        matrixOf([
          [12, nan],
          [9, 3],
        ]),
        Float64Array.of(4, 3),
      ),
    ).values,
  ).toEqual(Float64Array.of(3, nan, 3, 1));
  expect(codes(ibaq(column(1, 2), Float64Array.of(0, 3)))).toEqual(["quantification-length"]);
  expect(codes(nsaf(column(1, 2), Float64Array.of(nan, 3)))).toEqual(["quantification-length"]);
  expect(() => ibaq(column(1), Float64Array.of(1, 2))).toThrow(RangeError);
});

test("top three is the mean of the three most intense peptides, missing below three unless fewer will do", () => {
  const linear = matrixFrom(golden.linear);
  expect(worstError(topThree(linear, groups).values, numbers(golden.topThree))).toBeLessThan(1e-12);
  expect(worstError(topThree(linear, groups, 1).values, numbers(golden.topOfAny))).toBeLessThan(1e-12);
  expect(() => topThree(linear, groups, 0)).toThrow(RangeError);
});
