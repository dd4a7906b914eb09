import { type Interval, portable } from "../../../../kernel/index.ts";
import {
  binomialInterval,
  normalQuantile,
  poissonInterval,
} from "../../../../statistics/distributions/index.ts";

/** A value with its two limits, in one unit. */
export interface Limited {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** Two-sided standard normal quantile of a confidence level: 1.96 for 0.95. */
export function normalOf(level: number): number {
  return normalQuantile((1 + level) / 2);
}

/** A count over an exposure with the exact Poisson limits (Garwood 1936); the lower limit of no events is 0. */
export function poissonRate(count: number, exposure: number, level: number): Limited {
  const limits = poissonInterval(count, level);
  return { value: count / exposure, lower: limits.lower / exposure, upper: limits.upper / exposure };
}

/**
 * Ratio of two Poisson rates, (n1 / e1) / (n2 / e2), with exact limits conditional on n1 + n2 (Przyborowski and
 * Wilenski 1940; Clopper-Pearson). `n2` has to be positive; the upper limit is infinite where only n2 is 0.
 */
export function poissonRatio(n1: number, e1: number, n2: number, e2: number, level: number): Limited {
  const share = binomialInterval(n1, n1 + n2, level);
  const odds = (p: number) => (p * e2) / ((1 - p) * e1);
  return { value: (n1 * e2) / (n2 * e1), lower: odds(share.lower), upper: odds(share.upper) };
}

/** Difference of two independent estimates from their own limits (MOVER; Zou and Donner 2008, 10.1002/sim.3095). */
export function difference(a: Limited, b: Limited): Limited {
  const value = a.value - b.value;
  return {
    value,
    lower: value - portable.hypot(a.value - a.lower, b.upper - b.value),
    upper: value + portable.hypot(a.upper - a.value, b.value - b.lower),
  };
}

/**
 * Ratio of two independent estimates that are not negative, from their own limits (MOVER-R; Donner and Zou 2012,
 * 10.1177/0962280210383082). Null where the divisor is not determined: its lower limit is not positive, or its upper
 * limit is twice its value or more.
 */
export function ratio(a: Limited, b: Limited): Limited | null {
  if (!(b.lower > 0 && b.upper < 2 * b.value)) return null;
  const product = a.value * b.value;
  const low = product * product - a.lower * b.upper * (2 * a.value - a.lower) * (2 * b.value - b.upper);
  const high = product * product - a.upper * b.lower * (2 * a.value - a.upper) * (2 * b.value - b.lower);
  return {
    value: a.value / b.value,
    lower: (product - Math.sqrt(Math.max(0, low))) / (b.upper * (2 * b.value - b.upper)),
    upper: (product + Math.sqrt(Math.max(0, high))) / (b.lower * (2 * b.value - b.lower)),
  };
}

/**
 * The estimate times a factor of 1 whose logarithm has the standard deviation `relative`: distances of the limits on
 * the logarithmic scale add in squares (delta method, MOVER). A limit at or below 0 is moved by the whole factor, which
 * is conservative.
 */
export function scaled(estimate: Limited, relative: number, level: number): Limited {
  if (relative === 0) return estimate;
  const { value, lower, upper } = estimate;
  const spread = normalOf(level) * relative;
  const away = (limit: number) => portable.exp(portable.hypot(portable.log(limit / value), spread));
  return {
    value,
    lower: value > 0 && lower > 0 ? value / away(lower) : lower * portable.exp(spread),
    upper: value > 0 && upper > 0 ? value * away(upper) : upper * portable.exp(upper > 0 ? spread : -spread),
  };
}

/** The limits as a confidence interval, times `factor`; limits under 0 become 0. */
export function confidence(estimate: Limited, level: number, method: string, factor = 1): Interval {
  const lower = Math.max(0, estimate.lower * factor);
  return { kind: "confidence", level, lower, upper: Math.max(lower, estimate.upper * factor), method };
}
