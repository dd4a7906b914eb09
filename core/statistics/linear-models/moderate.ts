import type { Issue } from "../../kernel/issue.ts";
import { accepted, type Result, refused } from "../../kernel/result.ts";
import type { Matrix } from "../linear-algebra/index.ts";
import { fStatistics } from "./f-statistic.ts";
import { type FittedPrior, fitVariancePrior } from "./fit-variance-prior.ts";
import { linearModelIssues } from "./issues.ts";
import type { LinearFits } from "./linear-fits.ts";
import { effectPriors, logOddsOf } from "./log-odds.ts";
import { median } from "./ranks.ts";
import { fTails, tTables, tTails } from "./tails.ts";

export interface ModerationOptions {
  /** `current` (default): by likelihood where residual degrees of freedom differ, as limma does since 3.61; `legacy`: always by moments. */
  readonly method?: "current" | "legacy";
  /** The prior variance follows the average expression. */
  readonly trend?: boolean;
  /** Features of outlying variance are moderated less; not by the legacy method where residual degrees of freedom differ. */
  readonly robust?: boolean;
  /** Expected share of features that differ, for the log-odds. */
  readonly proportion?: number;
  /** Least and greatest standard deviation of true effects in units of the prior one, for the log-odds. */
  readonly stdevLimits?: readonly [number, number];
}

/** Moderated statistics; a matrix is features x coefficients. */
export interface ModeratedFits {
  readonly method: FittedPrior["method"];
  readonly priorDf: number | Float64Array;
  readonly priorVariance: number | Float64Array;
  readonly posteriorVariance: Float64Array;
  readonly totalDf: Float64Array;
  readonly t: Matrix;
  /** Two-sided. */
  readonly p: Matrix;
  /** Log-odds that a coefficient is not 0 (B), natural logarithm. */
  readonly logOdds: Matrix;
  /** Prior variance of each coefficient's true effects. */
  readonly effectVariances: Float64Array;
  readonly f: Float64Array;
  /** Degrees of freedom above the line of `f`; below it, as in limma, prior and residual ones, not bounded by the pooled. */
  readonly fDf: number;
  readonly fP: Float64Array;
}

/**
 * Empirical-Bayes t, F, p and log-odds of fitted linear models (Smyth 2004, 10.2202/1544-6115.1027, not opened; robust:
 * Phipson et al. 2016, 10.1214/16-AOAS920, not opened). Refused with `linear-model-no-residual-degrees` or
 * `linear-model-robust-unequal`; warns with `linear-model-few-features` or `linear-model-zero-variances`. A feature that cannot be tested has NaN.
 */
export function moderate(fits: LinearFits, options: ModerationOptions = {}): Result<ModeratedFits> {
  const { proportion = 0.01, stdevLimits = [0.1, 4] } = options;
  const variances = variancesOf(fits);
  if (!fits.residualDf.some((df) => df > 0)) {
    return refused(linearModelIssues.raise("linear-model-no-residual-degrees"));
  }
  const prior = fitVariancePrior(variances, fits.residualDf, fits.averageExpression, options);
  if (prior === null) return refused(linearModelIssues.raise("linear-model-robust-unequal"));
  const { df: priorDf, variance: priorVariance } = prior.prior;
  const posteriorVariance = posterior(variances, fits.residualDf, priorDf, priorVariance);
  const summedDf = summedDfOf(fits.residualDf, priorDf);
  const totalDf = boundedBy(summedDf, sumOf(fits.residualDf));
  const t = moderatedT(fits, posteriorVariance);
  const { rows, columns } = t;
  const tables = tTables(t.values, totalDf, columns);
  const p = tTails(t.values, totalDf, columns, tables);
  const typical = typeof priorVariance === "number" ? priorVariance : median(priorVariance);
  const limits = [
    (stdevLimits[0] * stdevLimits[0]) / typical,
    (stdevLimits[1] * stdevLimits[1]) / typical,
  ] as const;
  const tested = { t, p, stdevUnscaled: fits.stdevUnscaled, df: totalDf, tables };
  const effectVariances = effectPriors(tested, { proportion, limits }).map((found) =>
    Number.isNaN(found) ? 1 / typical : found,
  );
  const odds = logOddsOf(t, fits.stdevUnscaled, totalDf, priorDf, effectVariances, proportion);
  const { f, df: fDf } = fStatistics(t, fits.covCoefficients);
  const value: ModeratedFits = {
    method: prior.method,
    priorDf,
    priorVariance,
    posteriorVariance,
    totalDf,
    t,
    p: { rows, columns, values: p },
    logOdds: { rows, columns, values: odds },
    effectVariances,
    f,
    fDf,
    fP: fTails(f, fDf, summedDf),
  };
  return accepted(value, warningsOf(prior));
}

function warningsOf({ usable, zeros }: FittedPrior): Issue[] {
  return [
    ...(usable < 3 ? [linearModelIssues.raise("linear-model-few-features", { n: usable })] : []),
    ...(zeros > 0 ? [linearModelIssues.raise("linear-model-zero-variances", { n: zeros })] : []),
  ];
}

function numberAt(one: number | Float64Array, g: number): number {
  return typeof one === "number" ? one : one[g]!;
}

function variancesOf({ sigma, residualDf }: LinearFits): Float64Array {
  const variances = new Float64Array(sigma.length);
  for (let g = 0; g < sigma.length; g++) {
    const one = sigma[g]!;
    if (residualDf[g]! > 0) variances[g] = one * one;
  }
  return variances;
}

function summedDfOf(residualDf: Float64Array, priorDf: number | Float64Array): Float64Array {
  const summed = new Float64Array(residualDf.length);
  for (let g = 0; g < summed.length; g++) summed[g] = residualDf[g]! + numberAt(priorDf, g);
  return summed;
}

function boundedBy(df: Float64Array, most: number): Float64Array {
  const bounded = new Float64Array(df.length);
  for (let g = 0; g < df.length; g++) bounded[g] = Math.min(df[g]!, most);
  return bounded;
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum;
}

function posterior(
  variances: Float64Array,
  residualDf: Float64Array,
  priorDf: number | Float64Array,
  priorVariance: number | Float64Array,
): Float64Array {
  const posteriors = new Float64Array(variances.length);
  for (let g = 0; g < posteriors.length; g++) {
    const df = residualDf[g]!;
    const before = numberAt(priorDf, g);
    const center = numberAt(priorVariance, g);
    if (before === Number.POSITIVE_INFINITY) posteriors[g] = center;
    else posteriors[g] = (df * variances[g]! + (before > 0 ? before * center : 0)) / (df + before);
  }
  return posteriors;
}

function moderatedT({ coefficients, stdevUnscaled }: LinearFits, variances: Float64Array): Matrix {
  const { rows, columns } = coefficients;
  const values = new Float64Array(rows * columns);
  for (let g = 0; g < rows; g++) {
    const sigma = Math.sqrt(variances[g]!);
    for (let j = g * columns; j < (g + 1) * columns; j++) {
      values[j] = coefficients.values[j]! / (stdevUnscaled.values[j]! * sigma);
    }
  }
  return { rows, columns, values };
}
