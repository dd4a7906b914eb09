import { describe, expect, test } from "vitest";
import { matrixFrom, numbers } from "../feature-matrix.test-support.ts";
import { codes, value, worstError } from "../golden.test-support.ts";
import { matrixOf } from "../linear-algebra/index.ts";
import { factorNormalised, medianNormalised, subsetNormalised } from "./centring.ts";
import { cyclicLoessNormalised } from "./cyclic-loess.ts";
import { lowess } from "./lowess.ts";
import golden from "./normalisation.golden.json" with { type: "json" };
import fromR from "./normalisation-r.golden.json" with { type: "json" };
import { quantileNormalised } from "./quantile.ts";

type Block = { rows: number; columns: number; values: (number | null)[] };
type Case = Record<
  "median" | "offsets" | "quantile" | "cyclicLoess" | "adaptiveLoess" | "preprocessCore",
  (number | null)[]
>;
const cases = Object.entries(golden.cases as unknown as Record<string, Case & { input: Block }>);
const rCases = fromR.cases as unknown as Record<string, Case>;
const nan = Number.NaN;

describe.each(cases)("of the matrix %s", (name, wanted) => {
  const data = matrixFrom(wanted.input);
  const r = rCases[name]!;

  test("medians are brought to the mean of the medians, as NumPy and R do", () => {
    const found = value(medianNormalised(data));
    expect(worstError(found.data.values, numbers(wanted.median))).toBeLessThan(1e-12);
    expect(worstError(found.data.values, numbers(r.median))).toBeLessThan(1e-12);
    expect(worstError(found.offsets!, numbers(wanted.offsets))).toBeLessThan(1e-11);
  });

  test("quantile normalisation averages ties and interpolates missing values as limma and NumPy do", () => {
    const found = value(quantileNormalised(data)).data.values;
    expect(worstError(found, numbers(wanted.quantile))).toBeLessThan(1e-12);
    expect(worstError(found, numbers(r.quantile))).toBeLessThan(1e-12);
    if (r.preprocessCore) expect(worstError(found, numbers(r.preprocessCore))).toBeLessThan(1e-12);
  });
});

describe.each(cases.filter(([name]) => rCases[name]!.cyclicLoess))("of the matrix %s", (name, wanted) => {
  test("cyclic loess is limma's fast one", () => {
    const data = matrixFrom(wanted.input);
    const r = rCases[name]!;
    const found = value(cyclicLoessNormalised(data)).data.values;
    expect(worstError(found, numbers(r.cyclicLoess))).toBeLessThan(1e-11);
    if (wanted.cyclicLoess) expect(worstError(found, numbers(wanted.cyclicLoess))).toBeLessThan(1e-9);
    if (!r.adaptiveLoess) return;
    const adaptive = value(cyclicLoessNormalised(data, { span: "adaptive" })).data.values;
    expect(worstError(adaptive, numbers(r.adaptiveLoess))).toBeLessThan(1e-11);
  });
});

test("lowess is Cleveland's, by R and statsmodels: spans, rounds, interpolation, ties and an outlier", () => {
  golden.lowess.forEach(({ x, y, span, rounds, delta, fitted }, i) => {
    const found = lowess(numbers(x), numbers(y), { span, robustRounds: rounds, delta });
    expect(worstError(found, fromR.lowess[i]!)).toBeLessThan(1e-11);
    expect(worstError(found, fitted)).toBeLessThan(rounds === 0 ? 1e-11 : 1e-6);
  });
});

test("a subset's median and a factor per sample are subtracted", () => {
  const bySubset = value(
    subsetNormalised(matrixFrom(golden.cases.missing.input as Block), golden.subset.rows),
  );
  expect(worstError(bySubset.data.values, numbers(golden.subset.data))).toBeLessThan(1e-12);
  expect(worstError(bySubset.offsets!, golden.subset.offsets)).toBeLessThan(1e-11);
  const complete = matrixFrom(golden.cases.complete.input);
  const byFactor = value(factorNormalised(complete, numbers(golden.factor.factors)));
  expect(worstError(byFactor.data.values, golden.factor.data)).toBeLessThan(1e-12);
  expect(worstError(byFactor.offsets!, golden.factor.offsets)).toBeLessThan(1e-12);
  expect(byFactor.assumes).toEqual(["factor-proportional"]);
});

test("total protein misleads where contaminants differ: the core set does not", () => {
  const core = [20, 21, 22, 23, 24];
  const contaminants = [25, 26, 27, 28, 29, 30, 31];
  const data = matrixOf([...core.map((x) => [x, x]), ...contaminants.map((x) => [x, x + 3])]);
  const byAll = value(medianNormalised(data)).data.values;
  const byCore = value(subsetNormalised(data, [0, 1, 2, 3, 4])).data.values;
  expect(byCore[1]! - byCore[0]!).toBe(0);
  expect(byAll[1]! - byAll[0]!).toBe(-3);
});

test("infinite values, nothing observed, one sample, bad factors and an unseen subset are refused", () => {
  const infinite = matrixOf([
    [1, 2],
    [Number.NEGATIVE_INFINITY, 3],
  ]);
  const nothing = matrixOf([[nan, nan]]);
  for (const normalise of [medianNormalised, quantileNormalised, cyclicLoessNormalised]) {
    expect(codes(normalise(infinite))).toEqual(["matrix-infinite"]);
    expect(codes(normalise(nothing))).toEqual(["matrix-nothing-observed"]);
  }
  expect(codes(quantileNormalised(matrixOf([[1], [2]])))).toEqual(["normalisation-one-sample"]);
  expect(codes(cyclicLoessNormalised(matrixOf([[1], [2]])))).toEqual(["normalisation-one-sample"]);
  const small = matrixOf([
    [1, 2],
    [nan, 3],
  ]);
  expect(codes(factorNormalised(small, Float64Array.of(0, 1)))).toEqual(["normalisation-factor"]);
  expect(codes(factorNormalised(small, Float64Array.of(1, nan)))).toEqual(["normalisation-factor"]);
  expect(codes(subsetNormalised(small, [1]))).toEqual(["normalisation-empty-subset"]);
  expect(() => subsetNormalised(small, [2])).toThrow(RangeError);
  expect(() => factorNormalised(small, Float64Array.of(1))).toThrow(RangeError);
  expect(() => cyclicLoessNormalised(small, { span: 0 })).toThrow(RangeError);
});

test("an empty sample is named and does not move the others; one sample alone keeps its values", () => {
  const data = matrixOf([
    [1, nan, 3],
    [2, nan, 4],
    [4, nan, 9],
  ]);
  const without = matrixOf([
    [1, 3],
    [2, 4],
    [4, 9],
  ]);
  for (const normalise of [medianNormalised, quantileNormalised, cyclicLoessNormalised]) {
    const found = normalise(data);
    expect(codes(found)).toEqual(["matrix-empty-samples"]);
    const rest = value(found).data.values.filter((_, k) => k % 3 !== 1);
    expect(rest).toEqual(value(normalise(without)).data.values);
    expect(value(found).data.values.filter((_, k) => k % 3 === 1)).toEqual(Float64Array.of(nan, nan, nan));
  }
  expect(value(medianNormalised(matrixOf([[1], [5], [nan]]))).data.values).toEqual(
    Float64Array.of(1, 5, nan),
  );
});

test("a single feature keeps its values under quantiles and loses its differences under centring", () => {
  const row = matrixOf([[3, 8, nan]]);
  expect(value(quantileNormalised(row)).data.values).toEqual(Float64Array.of(3, 8, nan));
  expect(value(medianNormalised(row)).data.values).toEqual(Float64Array.of(5.5, 5.5, nan));
  for (const x of value(cyclicLoessNormalised(matrixOf([[3, 8]]))).data.values)
    expect(x).toBeGreaterThan(2.9);
});
