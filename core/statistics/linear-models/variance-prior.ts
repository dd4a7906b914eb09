import * as portable from "../../kernel/portable/index.ts";
import { logMinusDigamma, trigamma, trigammaInverse } from "../special/polygamma.ts";
import { quickLog } from "./quick-log.ts";
import { median } from "./ranks.ts";
import { splineTrend } from "./trend.ts";

/** The scaled inverse chi-square distribution that the variances of all features come from. */
export interface VariancePrior {
  /** One number, or one for each feature where the prior is robust. */
  readonly df: number | Float64Array;
  /** One number, or one for each feature where the prior follows a trend. */
  readonly variance: number | Float64Array;
}

/** The variances that tell of a prior: those with residual degrees of freedom. */
export interface UsableVariances {
  readonly features: Int32Array;
  /** Lifted to a small share of their median. */
  readonly variances: Float64Array;
  readonly df: Float64Array;
  readonly zeros: number;
  /** That share. */
  readonly least: number;
}

/** The usable variances, none below `floor` of their median, or of that of the positive ones. */
export function usableVariances(
  variances: Float64Array,
  df: Float64Array,
  floor: number,
  positive = false,
): UsableVariances {
  const features = usableFeatures(variances, df);
  const taken = new Float64Array(features.length);
  const takenDf = new Float64Array(features.length);
  let zeros = 0;
  let [smallest, largest] = [Number.POSITIVE_INFINITY, 0];
  for (let i = 0; i < features.length; i++) {
    const g = features[i]!;
    const variance = variances[g]!;
    taken[i] = variance;
    takenDf[i] = df[g]!;
    if (variance === 0) zeros++;
    if (variance < smallest) smallest = variance;
    if (variance > largest) largest = variance;
  }
  if (smallest > floor * largest && !positive) {
    return { features, variances: taken, df: takenDf, zeros, least: 0 };
  }
  const least = floor * (median(positive ? taken.filter((one) => one > 0) : taken) || 1);
  for (let i = 0; i < taken.length; i++) taken[i] = Math.max(taken[i]!, least);
  return { features, variances: taken, df: takenDf, zeros, least };
}

function usableFeatures(variances: Float64Array, df: Float64Array): Int32Array {
  const features = new Int32Array(variances.length);
  let count = 0;
  for (let g = 0; g < variances.length; g++) {
    if (df[g]! > 1e-15 && variances[g]! >= 0 && variances[g]! < Number.POSITIVE_INFINITY) {
      features[count++] = g;
    }
  }
  return features.slice(0, count);
}

/** ln s^2 less its expectation for a variance of 1. */
export function logEffects({ variances, df }: UsableVariances): Float64Array {
  let lastDf = Number.NaN;
  let bias = 0;
  const effects = new Float64Array(variances.length);
  for (let i = 0; i < effects.length; i++) {
    if (df[i] !== lastDf) {
      lastDf = df[i]!;
      bias = logMinusDigamma(lastDf / 2);
    }
    effects[i] = quickLog(variances[i]!) + bias;
  }
  return effects;
}

/** Mean of trigamma(df / 2). */
function meanTrigamma(df: Float64Array): number {
  let lastDf = Number.NaN;
  let value = 0;
  let sum = 0;
  for (let i = 0; i < df.length; i++) {
    if (df[i] !== lastDf) {
      lastDf = df[i]!;
      value = trigamma(lastDf / 2);
    }
    sum += value;
  }
  return sum / df.length;
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}

function varianceOf(values: Float64Array, mean: number): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i]! - mean) * (values[i]! - mean);
  return sum / (values.length - 1);
}

/**
 * The prior by the moments of ln s^2 (Smyth 2004, 10.2202/1544-6115.1027, not opened), its variance along a natural
 * cubic spline of `covariate` where one is given (one number per feature).
 */
export function priorByMoments(usable: UsableVariances, covariate: Float64Array | null): VariancePrior {
  const effects = logEffects(usable);
  const trend = covariate && splineTrend(covariate, usable.features, effects);
  const mean = meanOf(effects);
  const spread = trend?.residualVariance ?? varianceOf(effects, mean);
  const excess = spread - meanTrigamma(usable.df);
  const df = excess > 0 ? 2 * trigammaInverse(excess) : Number.POSITIVE_INFINITY;
  const bias = logMinusDigamma(df / 2);
  if (trend) return { df, variance: trend.fitted.map((value) => portable.exp(value - bias)) };
  if (excess > 0) return { df, variance: portable.exp(mean - bias) };
  return { df, variance: meanOf(usable.variances) };
}
