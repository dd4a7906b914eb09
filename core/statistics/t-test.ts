import { accepted, type Interval, isRefused, portable, type Result, refused } from "../kernel/index.ts";
import { tSf } from "./distributions/index.ts";
import { statisticsIssues } from "./issues.ts";
import { exponentiated, meanInterval, tInterval } from "./mean-interval.ts";
import { mean, variance } from "./moments.ts";
import { allFinite, identical, logarithms, requireLength, type Values } from "./values.ts";

export interface Difference {
  /** Mean of the first less mean of the second. */
  readonly difference: number;
  readonly se: number;
  readonly t: number;
  readonly df: number;
  /** Two-sided. */
  readonly p: number;
  readonly interval: Interval;
  readonly n: readonly [number, number];
}

export interface Ratio {
  /** Geometric mean of the first over that of the second. */
  readonly ratio: number;
  readonly interval: Interval;
  readonly t: number;
  readonly df: number;
  /** Two-sided, against a ratio of 1. */
  readonly p: number;
  readonly n: readonly [number, number];
}

/**
 * Difference of two means without assuming equal variances (Welch 1947). Values are independent units: donors.
 * Issues: `statistics-too-few-values` (two in each group), `statistics-not-finite`, `statistics-no-spread`.
 */
export function welchDifference(first: Values, second: Values, level = 0.95): Result<Difference> {
  for (const values of [first, second]) {
    if (values.length < 2) {
      return refused(statisticsIssues.raise("statistics-too-few-values", { n: values.length, needed: 2 }));
    }
    if (!allFinite(values)) return refused(statisticsIssues.raise("statistics-not-finite"));
  }
  const a = variance(first) / first.length;
  const b = variance(second) / second.length;
  if (identical(first) && identical(second)) return refused(statisticsIssues.raise("statistics-no-spread"));
  const df = portable.square(a + b) / ((a * a) / (first.length - 1) + (b * b) / (second.length - 1));
  const difference = mean(first) - mean(second);
  return accepted(tested(difference, Math.sqrt(a + b), df, level, "t-welch", [first.length, second.length]));
}

/**
 * Ratio of two geometric means: `welchDifference` of the logarithms.
 * Issues: as `welchDifference`, and `statistics-not-positive`.
 */
export function welchRatio(first: Values, second: Values, level = 0.95): Result<Ratio> {
  return onLogarithms([first, second], (logs) => welchDifference(logs[0]!, logs[1]!, level), "t-welch-ratio");
}

/**
 * Mean of the differences within matched pairs, `first[i]` with `second[i]`.
 * Issues: `statistics-too-few-values` (two pairs), `statistics-not-finite`, `statistics-no-spread`.
 */
export function pairedDifference(first: Values, second: Values, level = 0.95): Result<Difference> {
  requireLength("second", second, first.length);
  const n = first.length;
  if (n < 2) return refused(statisticsIssues.raise("statistics-too-few-values", { n, needed: 2 }));
  const differences = Float64Array.from(first, (value, i) => value - second[i]!);
  const found = meanInterval(differences, level);
  if (isRefused(found)) return found;
  const { mean: difference, se } = found.value;
  if (identical(differences)) return refused(statisticsIssues.raise("statistics-no-spread"));
  return accepted(tested(difference, se!, n - 1, level, "t-paired", [n, n]));
}

/**
 * Geometric mean of the ratios within matched pairs: `pairedDifference` of the logarithms.
 * Issues: as `pairedDifference`, and `statistics-not-positive`.
 */
export function pairedRatio(first: Values, second: Values, level = 0.95): Result<Ratio> {
  return onLogarithms(
    [first, second],
    (logs) => pairedDifference(logs[0]!, logs[1]!, level),
    "t-paired-ratio",
  );
}

function tested(
  difference: number,
  se: number,
  df: number,
  level: number,
  method: string,
  n: readonly [number, number],
): Difference {
  const t = difference / se;
  const p = 2 * tSf(Math.abs(t), df);
  return { difference, se, t, df, p, interval: tInterval(difference, se, df, level, method), n };
}

function onLogarithms(
  groups: readonly Values[],
  compare: (logs: readonly Float64Array[]) => Result<Difference>,
  method: string,
): Result<Ratio> {
  const notPositive = groups.flatMap((values) => [...values]).filter((value) => value <= 0).length;
  if (notPositive > 0) return refused(statisticsIssues.raise("statistics-not-positive", { n: notPositive }));
  const found = compare(groups.map(logarithms));
  if (isRefused(found)) return found;
  const { difference, interval, t, df, p, n } = found.value;
  return accepted({
    ratio: portable.exp(difference),
    interval: exponentiated(interval, method),
    t,
    df,
    p,
    n,
  });
}
