import type { Interval } from "../../../kernel/index.ts";
import { betaCdf } from "../../../statistics/distributions/index.ts";
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
  const below = (r: number) => betaCdf(p, r, n - r + 1);
  let low = 0;
  let high = n + 1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (below(middle) >= 1 - tail) low = middle;
    else high = middle;
  }
  const lower = low;
  high = n + 1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (below(middle) > tail) low = middle;
    else high = middle;
  }
  return lower >= 1 && high <= n ? [lower, high] : null;
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
