import type { Interval } from "../../../../kernel/index.ts";
import { normalQuantileUpper } from "../../../../statistics/distributions/index.ts";
import { sortedQuantileInterval } from "../../../../statistics/order-statistics.ts";
import { quantileSorted } from "../../../../statistics/quantiles.ts";

/** What the events of one population are in one channel, in the channel's units. */
export interface PeakStatistics {
  readonly median: number;
  readonly mean: number;
  /** Robust SD: half the span from the 15.87 to the 84.13 percentile. */
  readonly robustSd: number;
  /** Robust SD over the median; null where the median is not positive. */
  readonly robustCv: number | null;
  /** Where the middle 99 of 100 events lie. */
  readonly central: readonly [number, number];
  /** Of the median. */
  readonly interval: Interval | null;
}

/** Members of a population: values with the probability of belonging to it; 1 for each where `weights` is null. */
export interface Members {
  readonly values: Float64Array;
  readonly weights: Float64Array | null;
}

/** Statistics of at least one member; with weights the quantiles are those of the weighted events. */
export function peakStatistics(members: Members, level: number): PeakStatistics {
  return members.weights === null
    ? plain(members.values, level)
    : weighted(members.values, members.weights, level);
}

function plain(values: Float64Array, level: number): PeakStatistics {
  const sorted = Float64Array.from(values).sort();
  let sum = 0;
  for (const value of sorted) sum += value;
  return described(
    sum / sorted.length,
    (p) => quantileSorted(sorted, p),
    sortedQuantileInterval(sorted, 0.5, level),
  );
}

function weighted(values: Float64Array, weights: Float64Array, level: number): PeakStatistics {
  const order = Uint32Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!);
  const above = new Float64Array(order.length);
  let total = 0;
  let squares = 0;
  let sum = 0;
  for (let k = 0; k < order.length; k++) {
    const weight = weights[order[k]!]!;
    total += weight;
    squares += weight * weight;
    sum += weight * values[order[k]!]!;
    above[k] = total;
  }
  const at = (p: number) => {
    const target = Math.min(1, Math.max(0, p)) * total;
    let low = 0;
    let high = order.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (above[middle]! < target) low = middle + 1;
      else high = middle;
    }
    return values[order[low]!]!;
  };
  // Woodruff 1952: the interval of the share below, read at the quantiles; n is Kish's effective number
  const reach = (normalQuantileUpper((1 - level) / 2) / 2) * (Math.sqrt(squares) / total);
  const lower = at(0.5 - reach);
  const upper = at(0.5 + reach);
  return described(sum / total, at, { kind: "confidence", level, lower, upper, method: "woodruff" });
}

function described(mean: number, at: (p: number) => number, interval: Interval | null): PeakStatistics {
  const median = at(0.5);
  const robustSd = (at(0.8413) - at(0.1587)) / 2;
  const central = [at(0.005), at(0.995)] as const;
  return { median, mean, robustSd, robustCv: median > 0 ? robustSd / median : null, central, interval };
}
