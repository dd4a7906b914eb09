import type { Interval } from "../../../kernel/index.ts";
import { betaCdf, normalQuantileUpper } from "../../../statistics/distributions/index.ts";
import { histogramQuantile } from "../../../statistics/quantiles.ts";
import type { Values } from "../../../statistics/values.ts";

/**
 * Ranks (from 1) of the order statistics between which the `p`-quantile lies with at least `level`; null where `n`
 * values are too few for one. The r-th of n uniform values is Beta(r, n - r + 1), which is the binomial rule.
 * Source: David and Nagaraja 2003, Order Statistics, 7.1 (not opened).
 */
export function orderStatisticRanks(n: number, p: number, level: number): readonly [number, number] | null {
  const tail = (1 - level) / 2;
  /** P(the r-th value lies at or below the quantile), falling with r. */
  const below = (r: number) => (r < 1 ? 1 : r > n ? 0 : betaCdf(p, r, n - r + 1));
  const reach = Math.ceil(normalQuantileUpper(tail) * Math.sqrt(n * p * (1 - p))) + 2;
  const lower = lastRank(n, Math.floor(n * p) - reach, (r) => below(r) >= 1 - tail);
  const upper = lastRank(n, Math.ceil(n * p) + reach, (r) => below(r) > tail) + 1;
  return lower >= 1 && upper <= n ? [lower, upper] : null;
}

const nearby = 4;

/** The last rank from 0 to `n` for which `holds`, which is true up to it and false after; looked for near `guess` first. */
function lastRank(n: number, guess: number, holds: (rank: number) => boolean): number {
  const within = (rank: number) => Math.min(n + 1, Math.max(0, rank));
  let low = within(guess - nearby);
  let high = within(guess + nearby);
  if (low > 0 && !holds(low)) low = 0;
  if (high <= n && holds(high)) high = n + 1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * Interval in nm of the `p`-quantile of a binned distribution that `n` particles made: the order statistics are read
 * from the histogram, the lower at (rank - 1) / n and the upper at rank / n.
 */
export function quantileInterval(
  edges: Values,
  weights: Values,
  p: number,
  n: number,
  level: number,
): Interval | null {
  const ranks = orderStatisticRanks(n, p, level);
  if (!ranks) return null;
  return {
    kind: "confidence",
    level,
    lower: histogramQuantile(edges, weights, (ranks[0] - 1) / n),
    upper: histogramQuantile(edges, weights, ranks[1] / n),
    method: "order-statistics",
  };
}
