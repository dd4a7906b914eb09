import { logMinusDigamma } from "../special/polygamma.ts";
import { weightedTrend } from "./lowess-trend.ts";
import { quickLog } from "./quick-log.ts";
import type { UsableVariances } from "./variance-prior.ts";

/**
 * The curve of ln s^2 along `covariate` at every feature, NaN where that is not finite. As in limma 3.68.5 a feature
 * without residual degrees of freedom stands in it with the least variance, one degree of freedom and next to no weight.
 */
export function unequalTrend(
  { features, least }: UsableVariances,
  effects: Float64Array,
  weights: Float64Array,
  covariate: Float64Array,
): Float64Array {
  const lowest = quickLog(least) + logMinusDigamma(0.5);
  const allEffects = new Float64Array(covariate.length).fill(lowest);
  const allWeights = new Float64Array(covariate.length);
  features.forEach((g, i) => {
    allEffects[g] = effects[i]!;
    allWeights[g] = weights[i]!;
  });
  const places = Int32Array.from(covariate.keys()).filter((g) => Number.isFinite(covariate[g]!));
  const at = (values: Float64Array) => Float64Array.from(places, (g) => values[g]!);
  const fitted = weightedTrend(at(covariate), at(allEffects), at(allWeights));
  const curve = new Float64Array(covariate.length).fill(Number.NaN);
  places.forEach((g, i) => {
    curve[g] = fitted[i]!;
  });
  return curve;
}
