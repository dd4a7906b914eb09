import * as portable from "../../kernel/portable/index.ts";
import { logGammaIncrement } from "../special/gamma.ts";
import { logMinusDigamma, trigamma } from "../special/polygamma.ts";
import { minimumWithin } from "./minimum.ts";
import { unequalTrend } from "./unequal-trend.ts";
import { logEffects, type UsableVariances, type VariancePrior } from "./variance-prior.ts";

/** R's default tolerance of a one-dimensional minimum: the fourth root of the machine epsilon. */
const tolerance = 2 ** -13;

export interface LikelihoodPrior {
  readonly prior: VariancePrior & { readonly df: number };
  /** Prior variance of each usable variance. */
  readonly variances: Float64Array;
}

/**
 * The prior that limma takes since 3.61 for unequal residual degrees of freedom (`fitFDistUnequalDF1`, its steps found
 * from its numbers): the prior variance from the mean of ln s^2 weighted by 1 / trigamma(df / 2), or from a smooth curve
 * of it along `covariate` (one number per feature); the prior degrees of freedom d0, at least 2, by maximum likelihood in
 * (d0 / 2) / (1 + d0 / 2). `shares` weighs the usable variances (robust fits).
 */
export function priorByLikelihood(
  usable: UsableVariances,
  covariate: Float64Array | null = null,
  shares: Float64Array | null = null,
): LikelihoodPrior {
  const effects = logEffects(usable);
  const weights = informationOf(usable.df, shares);
  const all = covariate && unequalTrend(usable, effects, weights, covariate);
  const means = all ? Float64Array.from(usable.features, (g) => all[g]!) : null;
  const mean = means ? 0 : weightedMean(effects, weights);
  const deviance = (df: number) =>
    -2 * (means ? trendedLikelihood(usable, shares, means, df) : logLikelihood(usable, shares, mean, df));
  const half = (place: number) => place / (1 - place);
  const df = 2 * half(minimumWithin((place) => deviance(2 * half(place)), 0.5, 0.9998, tolerance));
  const bias = logMinusDigamma(df / 2);
  const variance = all ? all.map((one) => portable.exp(one - bias)) : portable.exp(mean - bias);
  const variances = means
    ? means.map((one) => portable.exp(one - bias))
    : new Float64Array(effects.length).fill(variance as number);
  return { prior: { df, variance }, variances };
}

/** 1 / trigamma(df / 2), times the shares. */
function informationOf(df: Float64Array, shares: Float64Array | null): Float64Array {
  let lastDf = Number.NaN;
  let weight = 0;
  return df.map((one, i) => {
    if (one !== lastDf) weight = 1 / trigamma(one / 2);
    lastDf = one;
    return shares ? shares[i]! * weight : weight;
  });
}

function weightedMean(values: Float64Array, weights: Float64Array): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    sum += weights[i]! * values[i]!;
    total += weights[i]!;
  }
  return sum / total;
}

/** Of the scaled F distribution, less what does not depend on the prior. */
function logLikelihood(
  { variances, df }: UsableVariances,
  shares: Float64Array | null,
  mean: number,
  priorDf: number,
): number {
  const logScale = mean - logMinusDigamma(priorDf / 2) + portable.log(priorDf);
  const inverseScale = portable.exp(-logScale);
  let sum = 0;
  let lastDf = Number.NaN;
  let constant = 0;
  for (let i = 0; i < variances.length; i++) {
    const d = df[i]!;
    if (d !== lastDf) constant = logGammaIncrement(priorDf / 2, d / 2) - (d / 2) * logScale;
    lastDf = d;
    const term = constant - ((d + priorDf) / 2) * portable.log1p(d * variances[i]! * inverseScale);
    sum += shares ? shares[i]! * term : term;
  }
  return sum;
}

/** The same with a mean of ln s^2 for each variance. */
function trendedLikelihood(
  { variances, df }: UsableVariances,
  shares: Float64Array | null,
  means: Float64Array,
  priorDf: number,
): number {
  const shift = portable.log(priorDf) - logMinusDigamma(priorDf / 2);
  const increments = new Map<number, number>();
  let sum = 0;
  for (let i = 0; i < variances.length; i++) {
    const d = df[i]!;
    let increment = increments.get(d);
    if (increment === undefined) {
      increment = logGammaIncrement(priorDf / 2, d / 2);
      increments.set(d, increment);
    }
    const logScale = means[i]! + shift;
    const excess = portable.log1p(d * variances[i]! * portable.exp(-logScale));
    const term = increment - (d / 2) * logScale - ((d + priorDf) / 2) * excess;
    sum += shares ? shares[i]! * term : term;
  }
  return sum;
}
