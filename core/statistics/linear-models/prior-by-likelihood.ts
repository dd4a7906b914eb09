import * as portable from "../../kernel/portable/index.ts";
import { logGammaIncrement } from "../special/gamma.ts";
import { logMinusDigamma, trigamma } from "../special/polygamma.ts";
import { minimumWithin } from "./minimum.ts";
import { logEffects, type UsableVariances, type VariancePrior } from "./variance-prior.ts";

/** R's default tolerance of a one-dimensional minimum: the fourth root of the machine epsilon. */
const tolerance = 2 ** -13;

/**
 * The prior that limma takes since 3.61 for unequal residual degrees of freedom (`fitFDistUnequalDF1`, its steps found
 * from its numbers): the prior variance from the mean of ln s^2 weighted by 1 / trigamma(df / 2), the prior degrees of
 * freedom d0, at least 2, by maximum likelihood in (d0 / 2) / (1 + d0 / 2). `shares` weighs features (robust fits).
 */
export function priorByLikelihood(
  usable: UsableVariances,
  shares: Float64Array | null = null,
): VariancePrior {
  const mean = weightedMean(logEffects(usable), usable.df, shares);
  const half = (place: number) => place / (1 - place);
  const best = minimumWithin(
    (place) => -2 * logLikelihood(usable, shares, mean, 2 * half(place)),
    0.5,
    0.9998,
    tolerance,
  );
  const df = 2 * half(best);
  return { df, variance: portable.exp(mean - logMinusDigamma(df / 2)) };
}

function weightedMean(effects: Float64Array, df: Float64Array, shares: Float64Array | null): number {
  let sum = 0;
  let total = 0;
  let lastDf = Number.NaN;
  let weight = 0;
  for (let i = 0; i < effects.length; i++) {
    if (df[i] !== lastDf) weight = 1 / trigamma(df[i]! / 2);
    lastDf = df[i]!;
    const share = shares ? shares[i]! * weight : weight;
    sum += share * effects[i]!;
    total += share;
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
