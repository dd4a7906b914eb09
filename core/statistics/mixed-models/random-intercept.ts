import { accepted, type Issue, type Result, refused } from "../../kernel/index.ts";
import { tQuantileUpper, tSf } from "../distributions/index.ts";
import type { Matrix } from "../linear-algebra/index.ts";
import { requireLength, requireLevel, type Values } from "../values.ts";
import { mixedModelIssues } from "./issues.ts";
import { type DegreesOfFreedom, type FitOfRow, fitRows } from "./row-fits.ts";

export interface RandomInterceptOptions {
  /** Contrasts x columns of the design; by default each coefficient. */
  readonly contrasts?: Matrix;
  /** Satterthwaite's by default; Kenward and Roger's also corrects the standard errors, for small and unbalanced data. */
  readonly degreesOfFreedom?: DegreesOfFreedom;
  /** Of the intervals of a single model; 0.95 by default. */
  readonly level?: number;
}

/** One row per contrast; NaN throughout where it cannot be estimated. */
export interface MixedContrast {
  readonly estimate: number;
  readonly se: number;
  readonly df: number;
  readonly t: number;
  /** Two-sided. */
  readonly p: number;
  readonly lower: number;
  readonly upper: number;
}

export interface RandomInterceptFit {
  readonly contrasts: readonly MixedContrast[];
  readonly betweenVariance: number;
  readonly residualVariance: number;
  /** Share of the variance that is between groups. */
  readonly intraclassCorrelation: number;
  /** The variance between groups is estimated as 0. */
  readonly singular: boolean;
  /** -2 ln of the restricted likelihood, with its constant; NaN where the design is of deficient rank. */
  readonly restrictedDeviance: number;
  /** Values used. */
  readonly n: number;
  readonly groups: number;
  readonly rank: number;
}

/** Features x contrasts where it says Matrix, else one number per feature; NaN where nothing can be estimated. */
export interface RandomInterceptFits {
  readonly estimate: Matrix;
  readonly se: Matrix;
  readonly df: Matrix;
  readonly t: Matrix;
  readonly p: Matrix;
  readonly betweenVariance: Float64Array;
  readonly residualVariance: Float64Array;
  /** 1 where the variance between groups is estimated as 0. */
  readonly singular: Uint8Array;
  readonly n: Int32Array;
  readonly groups: Int32Array;
}

/**
 * Linear mixed model y = X b + group + residual by restricted maximum likelihood (Patterson and Thompson 1971,
 * doi:10.1093/biomet/58.3.545), with the t-test of each contrast on Satterthwaite's degrees of freedom. `design` is
 * values x columns; a value that is NaN or whose group is "" or negative is left out. Issues:
 * `mixed-model-unreplicated-groups`, `mixed-model-no-residual-spread`; warnings
 * `mixed-model-singular`, `mixed-model-not-estimable`.
 */
export function randomInterceptModel(
  y: Values,
  design: Matrix,
  groups: Int32Array | readonly string[],
  options: RandomInterceptOptions = {},
): Result<RandomInterceptFit> {
  requireLength("y", y, design.rows);
  const data = { rows: 1, columns: y.length, values: Float64Array.from(y) };
  const contrasts = checked(design, groups, options);
  const fit = fitRows(data, design, groups, contrasts, options.degreesOfFreedom ?? "satterthwaite")(0);
  if ("refusal" in fit) {
    return refused(mixedModelIssues.raise(fit.refusal, { n: fit.n, groups: fit.groups }));
  }
  const rows = Array.from({ length: contrasts.rows }, (_, k) => contrastOf(fit, k, options.level ?? 0.95));
  const missing = rows.filter((row) => Number.isNaN(row.estimate)).length;
  const warnings: Issue[] = [];
  if (fit.between === 0) warnings.push(mixedModelIssues.raise("mixed-model-singular"));
  if (missing > 0) {
    warnings.push(
      mixedModelIssues.raise("mixed-model-not-estimable", { n: missing, contrasts: rows.length }),
    );
  }
  const value = {
    contrasts: rows,
    betweenVariance: fit.between,
    residualVariance: fit.residual,
    intraclassCorrelation: fit.between / (fit.between + fit.residual),
    singular: fit.between === 0,
    restrictedDeviance: fit.deviance,
    n: fit.n,
    groups: fit.groups,
    rank: fit.rank,
  };
  return accepted(value, warnings);
}

/**
 * `randomInterceptModel` of each row of `data` (features x samples, NaN missing); `design` is samples x columns.
 * Features with the same samples missing share what does not depend on their values.
 */
export function randomInterceptModels(
  data: Matrix,
  design: Matrix,
  groups: Int32Array | readonly string[],
  options: RandomInterceptOptions = {},
): RandomInterceptFits {
  requireLength("samples of the data", { length: data.columns }, design.rows);
  const contrasts = checked(design, groups, options);
  const fitRow = fitRows(data, design, groups, contrasts, options.degreesOfFreedom ?? "satterthwaite");
  const empty = (): Matrix => ({
    rows: data.rows,
    columns: contrasts.rows,
    values: new Float64Array(data.rows * contrasts.rows).fill(Number.NaN),
  });
  const table = {
    estimate: empty(),
    se: empty(),
    df: empty(),
    t: empty(),
    p: empty(),
  };
  const betweenVariance = new Float64Array(data.rows).fill(Number.NaN);
  const residualVariance = new Float64Array(data.rows).fill(Number.NaN);
  const singular = new Uint8Array(data.rows);
  const n = new Int32Array(data.rows);
  const groupCounts = new Int32Array(data.rows);
  for (let row = 0; row < data.rows; row++) {
    const fit = fitRow(row);
    n[row] = fit.n;
    groupCounts[row] = fit.groups;
    if ("refusal" in fit) continue;
    betweenVariance[row] = fit.between;
    residualVariance[row] = fit.residual;
    singular[row] = fit.between === 0 ? 1 : 0;
    for (let k = 0; k < contrasts.rows; k++) {
      const found = testOf(fit, k);
      for (const name of contrastNames) table[name].values[row * contrasts.rows + k] = found[name];
    }
  }
  return { ...table, betweenVariance, residualVariance, singular, n, groups: groupCounts };
}

const contrastNames = ["estimate", "se", "df", "t", "p"] as const;

function testOf(fit: FitOfRow, k: number): Omit<MixedContrast, "lower" | "upper"> {
  const estimate = fit.estimate[k]!;
  const se = fit.se[k]!;
  const df = fit.df[k]!;
  const t = estimate / se;
  return { estimate, se, df, t, p: 2 * tSf(Math.abs(t), df) };
}

function contrastOf(fit: FitOfRow, k: number, level: number): MixedContrast {
  const test = testOf(fit, k);
  const reach = tQuantileUpper((1 - level) / 2, test.df) * test.se;
  return { ...test, lower: test.estimate - reach, upper: test.estimate + reach };
}

/** Intervals of the contrasts of many fits, features x contrasts: apart, since they take longer than the fits. */
export function randomInterceptIntervals(
  { estimate, se, df }: RandomInterceptFits,
  level = 0.95,
): { readonly lower: Matrix; readonly upper: Matrix } {
  requireLevel(level);
  const reach = se.values.map((one, i) => tQuantileUpper((1 - level) / 2, df.values[i]!) * one);
  return {
    lower: { ...estimate, values: estimate.values.map((value, i) => value - reach[i]!) },
    upper: { ...estimate, values: estimate.values.map((value, i) => value + reach[i]!) },
  };
}

function checked(
  design: Matrix,
  groups: Int32Array | readonly string[],
  { contrasts, level }: RandomInterceptOptions,
): Matrix {
  requireLength("groups", groups, design.rows);
  requireLevel(level ?? 0.95);
  if (!design.values.every(Number.isFinite))
    throw new RangeError("the design has numbers that are not finite");
  if (!contrasts) return identity(design.columns);
  requireLength("weights of a contrast", { length: contrasts.columns }, design.columns);
  return contrasts;
}

function identity(size: number): Matrix {
  const values = new Float64Array(size * size);
  for (let k = 0; k < size; k++) values[k * size + k] = 1;
  return { rows: size, columns: size, values };
}
