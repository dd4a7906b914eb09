import type { Interval } from "../kernel/index.ts";
import { binomialQuantile } from "./distributions/index.ts";

/**
 * Ranks (from 1) of the order statistics between which the `p`-quantile lies with at least `level`, for any continuous
 * distribution; null where `n` values are too few for one. Source: David and Nagaraja 2003, Order Statistics, 7.1 (not opened).
 */
export function orderStatisticRanks(n: number, p: number, level: number): readonly [number, number] | null {
  const tail = (1 - level) / 2;
  const lower = binomialQuantile(tail, n, p);
  const upper = binomialQuantile(1 - tail, n, p) + 1;
  return lower >= 1 && upper <= n ? [lower, upper] : null;
}

/** Interval of the `p`-quantile between two order statistics of `sorted` (ascending); null where there are too few values. */
export function sortedQuantileInterval(sorted: Float64Array, p: number, level: number): Interval | null {
  const ranks = orderStatisticRanks(sorted.length, p, level);
  if (ranks === null) return null;
  const [lower, upper] = [sorted[ranks[0] - 1]!, sorted[ranks[1] - 1]!];
  return { kind: "confidence", level, lower, upper, method: "order-statistics" };
}
