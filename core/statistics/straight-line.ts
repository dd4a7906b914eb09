import { accepted, isRefused, type Result } from "../kernel/index.ts";
import {
  type Coefficient,
  type LinearRegression,
  linearRegression,
  type RegressionOptions,
} from "./linear-regression.ts";
import type { Values } from "./values.ts";

export interface StraightLine extends LinearRegression {
  readonly intercept: Coefficient;
  readonly slope: Coefficient;
}

/** Straight line y = intercept + slope x by (weighted) least squares; `predict` takes it. Issues: as `linearRegression`. */
export function straightLine(
  x: Values,
  y: Values,
  options: Omit<RegressionOptions, "intercept"> = {},
): Result<StraightLine> {
  const fit = linearRegression([x], y, { ...options, intercept: true });
  if (isRefused(fit)) return fit;
  const [intercept, slope] = fit.value.coefficients;
  return accepted({ ...fit.value, intercept: intercept!, slope: slope! });
}
