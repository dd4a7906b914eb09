import { expect, test } from "vitest";
import { codes, value, worstError } from "./golden.test-support.ts";
import golden from "./mean-interval.golden.json" with { type: "json" };
import { geometricMeanInterval, meanInterval } from "./mean-interval.ts";
import python from "./t-test-python.golden.json" with { type: "json" };

const captures = [42.1, 45.3, 39.8, 44.0, 43.3];

test("TV-A5: mean, SD, CV and t-interval of five captures", () => {
  const { mean, sd, cv, interval } = value(meanInterval(captures));
  expect(worstError([mean, sd!, cv! * 100], [42.9, 2.08447, 4.8589])).toBeLessThan(1e-5);
  expect(worstError([interval!.lower, interval!.upper], [40.3118, 45.4882])).toBeLessThan(1e-5);
});

test("mean and t-interval agree with R and SciPy", () => {
  const { mean, sd, se, cv, interval } = value(meanInterval(captures));
  const ours = [mean, sd!, se!, cv!, interval!.lower, interval!.upper];
  expect(worstError(ours, golden.mean)).toBeLessThan(1e-13);
  expect(worstError(ours.slice(4), python.mean)).toBeLessThan(1e-13);
  const at90 = value(meanInterval(captures, 0.9)).interval!;
  expect(worstError([at90.lower, at90.upper], golden.at90)).toBeLessThan(1e-13);
  expect(at90).toMatchObject({ kind: "confidence", level: 0.9, method: "t-mean" });
});

test("geometric mean, SD, CV and interval agree with R and SciPy", () => {
  const found = value(geometricMeanInterval([9.1e8, 4.2e9, 1.7e9, 3.3e8]));
  const { geometricMean, geometricSd, geometricCv, interval } = found;
  const ours = [geometricMean, geometricSd!, geometricCv!, interval!.lower, interval!.upper];
  expect(worstError(ours, golden.geometric)).toBeLessThan(1e-12);
  expect(worstError(ours, python.geometric)).toBeLessThan(1e-12);
});

test("one value has a mean and nothing else", () => {
  expect(value(meanInterval([3]))).toEqual({ n: 1, mean: 3, sd: null, se: null, cv: null, interval: null });
  expect(value(geometricMeanInterval([3])).interval).toBeNull();
});

test("equal values have no interval of width zero", () => {
  const found = meanInterval([0.1, 0.1, 0.1]);
  expect(value(found).interval).toBeNull();
  expect(codes(found)).toEqual(["statistics-identical-replicates"]);
  expect(codes(geometricMeanInterval([0.1, 0.1, 0.1]))).toEqual(["statistics-identical-replicates"]);
});

test("no CV where the mean is not positive", () => {
  expect(value(meanInterval([-1, 0, 1])).cv).toBeNull();
});

test("what cannot be averaged is refused", () => {
  expect(codes(meanInterval([]))).toEqual(["statistics-no-values"]);
  expect(codes(meanInterval([1, Number.NaN]))).toEqual(["statistics-not-finite"]);
  expect(codes(geometricMeanInterval([1, 0, -2]))).toEqual(["statistics-not-positive"]);
  expect(codes(geometricMeanInterval([1, Number.NaN]))).toEqual(["statistics-not-finite"]);
  expect(() => meanInterval([1, 2], 95)).toThrow(RangeError);
});
