import { accepted, type Interval, portable, type Result, refused } from "../kernel/index.ts";
import { tSf } from "./distributions/index.ts";
import { statisticsIssues } from "./issues.ts";
import { leastSquares } from "./least-squares.ts";
import { tInterval } from "./mean-interval.ts";
import { allFinite, identical, requireLength, type Values } from "./values.ts";

export interface RegressionOptions {
  /** Of each observation, proportional to 1 / variance; an observation of weight 0 is left out. */
  readonly weights?: Values;
  /** False for a regression through the origin. */
  readonly intercept?: boolean;
  readonly level?: number;
}

export interface Coefficient {
  readonly value: number;
  readonly se: number;
  readonly interval: Interval;
  /** Two-sided, against 0. */
  readonly p: number;
}

export interface LinearRegression {
  /** The intercept first where there is one, then one for each predictor. */
  readonly coefficients: readonly Coefficient[];
  readonly hasIntercept: boolean;
  /** Of the coefficients, by rows. */
  readonly covariance: Float64Array;
  /** Observations used. */
  readonly n: number;
  readonly df: number;
  /** Of an observation of weight 1. */
  readonly residualSd: number;
  /** Of the weighted sum of squares about the mean, or about 0 without intercept; NaN where y does not vary. */
  readonly rSquared: number;
  readonly level: number;
}

/**
 * Linear regression of `y` on `predictors` (one array each) by weighted least squares.
 * Issues: `statistics-not-finite`, `statistics-negative-weights`, `statistics-too-few-values` (at least one more
 * observation than coefficients), `statistics-collinear`.
 */
export function linearRegression(
  predictors: readonly Values[],
  y: Values,
  options: RegressionOptions = {},
): Result<LinearRegression> {
  const { weights = new Float64Array(y.length).fill(1), intercept = true, level = 0.95 } = options;
  for (const column of [...predictors, weights]) requireLength("regression", column, y.length);
  if (![...predictors, y, weights].every(allFinite))
    return refused(statisticsIssues.raise("statistics-not-finite"));
  const negative = weights.filter((weight: number) => weight < 0).length;
  if (negative > 0) return refused(statisticsIssues.raise("statistics-negative-weights", { n: negative }));
  const used = Array.from(weights.keys()).filter((i) => weights[i]! > 0);
  const n = used.length;
  const p = predictors.length + (intercept ? 1 : 0);
  if (n <= p) return refused(statisticsIssues.raise("statistics-too-few-values", { n, needed: p + 1 }));

  const roots = Float64Array.from(used, (i) => Math.sqrt(weights[i]!));
  const scaled = (column: Values) => Float64Array.from(used, (i, row) => column[i]! * roots[row]!);
  const design = intercept ? [roots, ...predictors.map(scaled)] : predictors.map(scaled);
  const right = scaled(y);
  const solved = leastSquares(design, right);
  if (solved === null) return refused(statisticsIssues.raise("statistics-collinear"));

  const df = n - p;
  const residual = sumOfSquares(solved.residuals);
  const variance = residual / df;
  const covariance = solved.inverseGram.map((value) => value * variance);
  const coefficients = Array.from(solved.coefficients, (value, k) => {
    const se = Math.sqrt(covariance[k * p + k]!);
    const interval = tInterval(value, se, df, level, "t-regression");
    return { value, se, interval, p: 2 * tSf(Math.abs(value / se), df) };
  });
  const total = intercept ? sumOfSquares(leastSquares([roots], right)!.residuals) : sumOfSquares(right);
  return accepted({
    coefficients,
    hasIntercept: intercept,
    covariance,
    n,
    df,
    residualSd: Math.sqrt(variance),
    rSquared: identical(used.map((i) => y[i]!)) ? Number.NaN : 1 - residual / total,
    level,
  });
}

export interface Prediction {
  readonly value: number;
  /** Of the fitted line. */
  readonly se: number;
  readonly interval: Interval;
  /** For one new observation of weight `weight`. */
  readonly prediction: Interval;
}

/** The fitted value at `row` (one number for each predictor) with its interval and that of one new observation. */
export function predict(fit: LinearRegression, row: Values, weight = 1): Prediction {
  const x = fit.hasIntercept ? [1, ...row] : [...row];
  const p = fit.coefficients.length;
  requireLength("row", x, p);
  let value = 0;
  let variance = 0;
  for (let i = 0; i < p; i++) {
    value += x[i]! * fit.coefficients[i]!.value;
    for (let j = 0; j < p; j++) variance += x[i]! * fit.covariance[i * p + j]! * x[j]!;
  }
  const se = Math.sqrt(Math.max(0, variance));
  const single = portable.hypot(se, fit.residualSd / Math.sqrt(weight));
  return {
    value,
    se,
    interval: tInterval(value, se, fit.df, fit.level, "t-regression-line"),
    prediction: { ...tInterval(value, single, fit.df, fit.level, "t-prediction"), kind: "coverage" },
  };
}

function sumOfSquares(values: Values): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! * values[i]!;
  return sum;
}
