import { accepted, type Interval, portable, type Result, refused } from "../../../../kernel/index.ts";
import { normalQuantileUpper, tQuantileUpper } from "../../../../statistics/distributions/index.ts";
import { sortedQuantileInterval } from "../../../../statistics/order-statistics.ts";
import { quantileSorted } from "../../../../statistics/quantiles.ts";
import type { Column } from "./axis.ts";
import { type CalibratedFlag, type CalibrationCurve, calibrate, standardError } from "./calibration-curve.ts";
import { beadIssues } from "./issues.ts";

/** `robust`: median + 3 robust SD; `percentile`: the 95th percentile of the blank. */
export type LimitMethod = "robust" | "percentile";

export interface ChannelLimit {
  readonly method: LimitMethod;
  readonly n: number;
  readonly median: number;
  readonly robustSd: number;
  /** In the channel's units. */
  readonly value: number;
  readonly interval: Interval | null;
  /** Share of the blank's events above the limit. */
  readonly above: number;
}

const leastEvents = 20;
const multiple = 3;
const tails = [0.1587, 0.5, 0.8413] as const;

/**
 * Detection limit of a channel from the events of a blank (buffer or unstained, linear units): median + 3 robust SD
 * (half the 15.87 to 84.13 percentile span) or the 95th percentile, with its interval. Issues:
 * `cytometry-detection-too-few-events` (20), `cytometry-bead-not-finite`.
 */
export function channelLimit(blank: Column, method: LimitMethod, level = 0.95): Result<ChannelLimit> {
  const n = blank.length;
  if (n < leastEvents) {
    return refused(beadIssues.raise("cytometry-detection-too-few-events", { n, needed: leastEvents }));
  }
  const sorted = Float64Array.from(blank).sort();
  const odd = Float64Array.from(blank).findIndex((x) => !Number.isFinite(x));
  if (odd >= 0) return refused(beadIssues.raise("cytometry-bead-not-finite", { event: odd + 1 }));
  const [low, median, high] = tails.map((p) => quantileSorted(sorted, p)) as [number, number, number];
  const robustSd = (high - low) / 2;
  const value = method === "robust" ? median + multiple * robustSd : quantileSorted(sorted, 0.95);
  const interval =
    method === "robust" ? robustInterval(sorted, value, level) : sortedQuantileInterval(sorted, 0.95, level);
  let above = 0;
  for (let i = n - 1; i >= 0 && sorted[i]! > value; i--) above++;
  return accepted({ method, n, median, robustSd, value, interval, above: above / n });
}

/**
 * The limit is a sum of quantiles, -1.5 Q(15.87 %) + Q(50 %) + 1.5 Q(84.13 %), with cov(Q_p, Q_q) = p (1 - q) s_p s_q / n
 * and the sparsity s_p = dQ/dp by the difference quotient of Bofinger 1975. Source: Koenker 2005, Quantile Regression, 3.
 */
function robustInterval(sorted: Float64Array, value: number, level: number): Interval {
  const n = sorted.length;
  const weights = [-multiple / 2, 1, multiple / 2];
  const sparsity = tails.map((p) => {
    const z = normalQuantileUpper(1 - p);
    const density = portable.exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI);
    const h = Math.min(
      portable.pow(n, -0.2) *
        portable.pow((4.5 * portable.pow(density, 4)) / portable.square(2 * z * z + 1), 0.2),
      0.9 * Math.min(p, 1 - p),
    );
    return (quantileSorted(sorted, p + h) - quantileSorted(sorted, p - h)) / (2 * h);
  });
  let variance = 0;
  tails.forEach((p, i) => {
    tails.forEach((q, j) => {
      const shared = Math.min(p, q) * (1 - Math.max(p, q));
      variance += (weights[i]! * weights[j]! * shared * sparsity[i]! * sparsity[j]!) / n;
    });
  });
  const reach = normalQuantileUpper((1 - level) / 2) * Math.sqrt(variance);
  return {
    kind: "confidence",
    level,
    lower: value - reach,
    upper: value + reach,
    method: "quantiles-asymptotic",
  };
}

export interface CalibratedLimit {
  /** In the curve's unit; null where the limit cannot be calibrated. */
  readonly value: number | null;
  /** From the limit's own interval and the curve's, taken as independent. */
  readonly interval: Interval | null;
  readonly flags: readonly CalibratedFlag[];
}

/** A channel's limit in calibrated units; `below_lowest_bead` where the curve has to be extrapolated. */
export function calibratedLimit(limit: ChannelLimit, curve: CalibrationCurve, level = 0.95): CalibratedLimit {
  const { value, flags } = calibrate(curve, limit.value, level);
  if (value === null || limit.interval === null || !(limit.value > 0))
    return { value, interval: null, flags };
  const logX = portable.log10(limit.value);
  // one variance on the logarithmic scale: (beta u(x))^2 + u(curve)^2, each from its own quantile
  const z = normalQuantileUpper((1 - level) / 2);
  const own = (limit.interval.upper - limit.interval.lower) / (2 * z) / (limit.value * Math.LN10);
  const reach = portable.hypot(
    z * curve.beta * own,
    tQuantileUpper((1 - level) / 2, curve.df) * standardError(curve, logX),
  );
  const interval: Interval = {
    kind: "confidence",
    level,
    lower: value * portable.pow(10, -reach),
    upper: value * portable.pow(10, reach),
    method: "delta-method",
  };
  return { value, interval, flags };
}
