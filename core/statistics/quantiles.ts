import { requireLength, requireProbability, type Values } from "./values.ts";

/**
 * Sample quantile by the type 7 of Hyndman and Fan (1996): linear between order statistics, `h = (n - 1) p`.
 * `p` is in 0 to 1. NaN without values or where a value is NaN.
 */
export function quantile(values: Values, p: number): number {
  return quantiles(values, [p])[0]!;
}

/** Type-7 sample quantiles at each of `ps`, with one sort; see `quantile`. */
export function quantiles(values: Values, ps: Values): Float64Array {
  const sorted = Float64Array.from(values).sort();
  return Float64Array.from(ps, (p) => quantileSorted(sorted, p));
}

/** Type-7 quantile of values that are already in ascending order; see `quantile`. */
export function quantileSorted(sorted: Values, p: number): number {
  requireProbability(p);
  const last = sorted.length - 1;
  if (last < 0 || Number.isNaN(sorted[last]!)) return Number.NaN;
  const h = last * p;
  const k = Math.floor(h);
  const low = sorted[k]!;
  if (k === last || h === k) return low;
  return low + (h - k) * (sorted[k + 1]! - low);
}

/**
 * Type-7 quantile of a weighted sample: every order statistic has its weight's share of the unit interval, and the
 * sample size is Kish's `(sum w)^2 / sum w^2`, so that equal weights give `quantile` (Akinshin 2023, arXiv:2304.07265).
 * Weights are importances, not frequencies; only their ratios matter. NaN without a positive weight, or where a
 * weight is negative or a number is NaN.
 */
export function weightedQuantile(values: Values, weights: Values, p: number): number {
  requireLength("weights", weights, values.length);
  requireProbability(p);
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i]!;
    if (!(weight >= 0) || Number.isNaN(values[i]!)) return Number.NaN;
    sum += weight;
    squares += weight * weight;
  }
  if (!(sum > 0)) return Number.NaN;
  const n = (sum * sum) / squares;
  const order = Array.from(values.keys()).filter((i) => weights[i]! > 0);
  order.sort((a, b) => values[a]! - values[b]!);
  // All the mass within [(h - 1) / n, h / n], h = (n - 1) p + 1, counts n-fold.
  const from = ((n - 1) * p) / n;
  const to = from + 1 / n;
  let below = 0;
  let result = 0;
  let taken = 0;
  for (const i of order) {
    const above = below + weights[i]! / sum;
    const share = Math.max(0, Math.min(above, to) - Math.max(below, from));
    result += share * values[i]!;
    taken += share;
    below = above;
  }
  return result / taken;
}

/**
 * Quantile of a histogram: linear interpolation of the cumulative weights at the bin edges.
 * `edges` ascend and are one more than `weights`. Where the cumulative weight rests, the left end is taken; `p = 0` is
 * the lower edge of the first bin that holds something. NaN where the total is not positive or a weight is negative:
 * after a blank was subtracted there may be no such quantile.
 */
export function histogramQuantile(edges: Values, weights: Values, p: number): number {
  requireLength("edges", edges, weights.length + 1);
  requireProbability(p);
  let total = 0;
  for (let i = 0; i < weights.length; i++) {
    if (!(weights[i]! >= 0)) return Number.NaN;
    total += weights[i]!;
  }
  if (!(total > 0)) return Number.NaN;
  const target = p * total;
  let below = 0;
  let end = edges[0]!;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i]!;
    if (weight === 0) continue;
    if (below + weight >= target) {
      return edges[i]! + ((target - below) / weight) * (edges[i + 1]! - edges[i]!);
    }
    below += weight;
    end = edges[i + 1]!;
  }
  return end;
}
