import type { Interval } from "../../../../kernel/index.ts";
import { binomialQuantile } from "../../../../statistics/distributions/index.ts";

/**
 * Interval of the `p`-quantile between two order statistics of `sorted` (ascending), by the binomial rule: exact for any
 * continuous distribution. Null where there are too few values for the level. Source: David and Nagaraja 2003, 7.1.
 */
export function sortedQuantileInterval(sorted: Float64Array, p: number, level: number): Interval | null {
  const n = sorted.length;
  if (n < 1) return null;
  const tail = (1 - level) / 2;
  const lower = binomialQuantile(tail, n, p);
  const upper = binomialQuantile(1 - tail, n, p) + 1;
  if (!(lower >= 1 && upper <= n)) return null;
  return {
    kind: "confidence",
    level,
    lower: sorted[lower - 1]!,
    upper: sorted[upper - 1]!,
    method: "order-statistics",
  };
}
