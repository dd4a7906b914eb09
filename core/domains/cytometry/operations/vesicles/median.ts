import { type Interval, portable } from "../../../../kernel/index.ts";
import { sortedQuantileInterval } from "../../../../statistics/order-statistics.ts";
import { quantileSorted } from "../../../../statistics/quantiles.ts";
import { normalOf } from "./intervals.ts";

/** Median of one channel in one file, in the channel's unit. */
export interface MedianBrightness {
  readonly median: number;
  /** Standard deviation of the median's natural logarithm, from order statistics; null where they are not positive. */
  readonly logSd: number | null;
}

/**
 * A median with the standard deviation of its logarithm from its 95 % interval; null where it is not positive: a
 * brightness around 0 has no logarithm.
 */
export function brightnessOf(median: number, interval: Interval | null): MedianBrightness | null {
  if (!(median > 0 && Number.isFinite(median))) return null;
  const isPositive = interval !== null && interval.lower > 0;
  return {
    median,
    logSd: isPositive ? portable.log(interval.upper / interval.lower) / (2 * normalOf(0.95)) : null,
  };
}

/** `brightnessOf` of the values of a channel, by the order statistics around their median. */
export function medianBrightness(
  values: Float64Array | Float32Array | readonly number[],
): MedianBrightness | null {
  const sorted = Float64Array.from(values).sort();
  return brightnessOf(quantileSorted(sorted, 0.5), sortedQuantileInterval(sorted, 0.5, 0.95));
}
