import { describe, expect, test } from "vitest";
import type { Result } from "../kernel/index.ts";
import { codes, value, worstError } from "./golden.test-support.ts";
import golden from "./linear-regression.golden.json" with { type: "json" };
import { type LinearRegression, linearRegression, predict } from "./linear-regression.ts";
import nist from "./linear-regression-nist.golden.json" with { type: "json" };
import { straightLine } from "./straight-line.ts";

function expectClose(actual: ArrayLike<number>, expected: readonly number[], relative: number): void {
  expect(worstError(actual, expected)).toBeLessThanOrEqual(relative);
}

const dilution = {
  x: [100, 200, 400, 800, 1600].map((factor) => Math.log10(1 / factor)),
  y: [9.1e8, 5.0e8, 2.55e8, 1.27e8, 6.6e7].map(Math.log10),
};
const curve = {
  x: [0, 1, 2, 4, 8, 16, 32],
  y: [0.11, 0.32, 0.48, 1.02, 1.79, 3.71, 7.02],
  weights: [40, 30, 0, 12, 5, 1.5, 0.4],
};
const two = {
  x: [1.2, 2.1, 3.3, 3.9, 5.2, 6.1, 7.4, 8.8],
  z: [0, 1, 0, 1, 1, 0, 1, 0],
  y: [2.31, 4.95, 4.52, 6.61, 8.02, 7.11, 10.4, 9.87],
};

const cases: [
  keyof typeof golden & ("dilution" | "weighted" | "two" | "origin"),
  () => Result<LinearRegression>,
  number[][],
  number[],
][] = [
  ["dilution", () => straightLine(dilution.x, dilution.y), [[-2.5], [-3.5]], [1, 1]],
  ["weighted", () => straightLine(curve.x, curve.y, { weights: curve.weights }), [[3], [20]], [20, 1]],
  [
    "two",
    () => linearRegression([two.x, two.z], two.y),
    [
      [4, 1],
      [9, 0],
    ],
    [1, 1],
  ],
  ["origin", () => linearRegression([curve.x], curve.y, { intercept: false }), [[3], [20]], [1, 1]],
];

describe("linear regression agrees with R's lm", () => {
  test.each(cases)("%s", (name, run, rows, weights) => {
    const wanted = golden[name];
    const fit = value(run());
    const { coefficients } = fit;
    expectClose(
      coefficients.map((c) => c.value),
      wanted.coefficients,
      1e-12,
    );
    expectClose(
      coefficients.map((c) => c.se),
      wanted.standardErrors,
      1e-10,
    );
    expectClose(
      coefficients.map((c) => c.p),
      wanted.p,
      1e-9,
    );
    expectClose(
      coefficients.map((c) => c.interval.lower),
      wanted.lower,
      1e-10,
    );
    expectClose(
      coefficients.map((c) => c.interval.upper),
      wanted.upper,
      1e-10,
    );
    expectClose(
      [fit.residualSd, fit.rSquared, fit.df],
      [...wanted.residualSd, ...wanted.rSquared, wanted.df],
      1e-10,
    );
    const predicted = rows.map((row, i) => predict(fit, row, weights[i]));
    expectClose(
      predicted.map((at) => at.value),
      wanted.fitted,
      1e-12,
    );
    expectClose(
      predicted.map((at) => at.se),
      wanted.fittedSe,
      1e-10,
    );
    expectClose(
      predicted.map((at) => at.interval.lower),
      wanted.lineLower,
      1e-10,
    );
    expectClose(
      predicted.map((at) => at.interval.upper),
      wanted.lineUpper,
      1e-10,
    );
    expectClose(
      predicted.map((at) => at.prediction.lower),
      wanted.oneLower,
      1e-10,
    );
    expectClose(
      predicted.map((at) => at.prediction.upper),
      wanted.oneUpper,
      1e-10,
    );
  });
});

test("TV-A9: dilution linearity, log10 C on log10 (1 / DF)", () => {
  const { slope, rSquared } = value(straightLine(dilution.x, dilution.y));
  expect(slope.value).toBeCloseTo(0.954776, 6);
  expect(slope.se).toBeCloseTo(0.01363, 6);
  expect(rSquared).toBeCloseTo(0.999389, 6);
});

describe("linear regression agrees with the NIST StRD certified values", () => {
  const relative = { Norris: 1e-12, NoInt1: 1e-13, Longley: 1e-10, Filip: 1e-6, Wampler4: 1e-7 };
  test.each(Object.entries(nist.sets))("%s", (name, set) => {
    const base = set.predictors as number[][];
    const predictors =
      set.powers === 1
        ? base
        : Array.from({ length: set.powers }, (_, k) => base[0]!.map((x) => x ** (k + 1)));
    const fit = value(linearRegression(predictors, set.y, { intercept: set.intercept }));
    const tolerance = relative[name as keyof typeof relative];
    expectClose(
      fit.coefficients.map((c) => c.value),
      set.coefficients,
      tolerance,
    );
    expectClose(
      fit.coefficients.map((c) => c.se),
      set.standardErrors,
      tolerance,
    );
    expectClose([fit.residualSd, fit.rSquared], [set.residualSd, set.rSquared], tolerance);
  });
});

describe("linear regression refuses", () => {
  test("as many coefficients as observations", () => {
    expect(codes(straightLine([1, 2], [3, 5]))).toEqual(["statistics-too-few-values"]);
    expect(codes(straightLine([1, 2, 3], [3, 5, 6], { weights: [1, 1, 0] }))).toEqual([
      "statistics-too-few-values",
    ]);
  });
  test("a predictor that does not vary", () => {
    expect(codes(straightLine([7, 7, 7, 7], [1, 2, 3, 4]))).toEqual(["statistics-collinear"]);
    expect(codes(straightLine([0.1, 0.1, 0.1, 0.1], [1, 2, 3, 4]))).toEqual(["statistics-collinear"]);
  });
  test("predictors that cannot be told apart", () => {
    const x = [1, 2, 3, 4, 5];
    expect(codes(linearRegression([x, x.map((v) => 3 - 2 * v)], [1, 3, 2, 5, 4]))).toEqual([
      "statistics-collinear",
    ]);
  });
  test("missing values and negative weights", () => {
    expect(codes(straightLine([1, 2, Number.NaN], [1, 2, 3]))).toEqual(["statistics-not-finite"]);
    expect(codes(straightLine([1, 2, 3, 4], [1, 2, 3, 5], { weights: [1, 1, 1, -1] }))).toEqual([
      "statistics-negative-weights",
    ]);
  });
});

test("R squared is not a number where y does not vary", () => {
  expect(value(straightLine([1, 2, 3, 4], [0.1, 0.1, 0.1, 0.1])).rSquared).toBeNaN();
});

test("a regression does not depend on the order or the unit of its observations", () => {
  const fit = value(straightLine(curve.x, curve.y));
  const turned = value(straightLine([...curve.x].reverse(), [...curve.y].reverse()));
  const scaled = value(
    straightLine(
      curve.x.map((x) => x * 1e9),
      curve.y.map((y) => y * 1e-3),
    ),
  );
  expectClose([turned.slope.value, turned.slope.se], [fit.slope.value, fit.slope.se], 1e-13);
  expectClose([scaled.slope.value * 1e12, scaled.slope.se * 1e12], [fit.slope.value, fit.slope.se], 1e-12);
});
