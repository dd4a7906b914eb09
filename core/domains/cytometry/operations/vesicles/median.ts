import { binomialQuantile } from "../../../../statistics/distributions/index.ts";
import { quantileSorted } from "../../../../statistics/quantiles.ts";
import { normalOf } from "./intervals.ts";

/** Median of one channel in one file, in the channel's unit. */
export interface MedianBrightness {
  readonly median: number;
  /** Standard deviation of the median's natural logarithm, from order statistics; null where they are not positive. */
  readonly logSd: number | null;
}

/**
 * Median and the standard deviation of its logarithm from the order statistics around it (binomial). Null without
 * values or where the median is not positive: a brightness around 0 has no logarithm.
 */
export function medianBrightness(
  values: Float64Array | Float32Array | readonly number[],
): MedianBrightness | null {
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  const median = quantileSorted(sorted, 0.5);
  if (!(median > 0 && Number.isFinite(median))) return null;
  const low = binomialQuantile(0.025, n, 0.5);
  const lower = sorted[Math.max(0, low - 1)]!;
  const upper = sorted[Math.min(n - 1, n - low)]!;
  const logSd = n >= 6 && lower > 0 ? Math.log(upper / lower) / (2 * normalOf(0.95)) : null;
  return { median, logSd };
}
