import type { Interval } from "../../../kernel/index.ts";
import { orderStatisticRanks } from "../../../statistics/order-statistics.ts";
import { histogramQuantile } from "../../../statistics/quantiles.ts";
import type { Values } from "../../../statistics/values.ts";

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
