import { accepted, type Interval, portable, type Result, refused } from "../kernel/index.ts";
import { tQuantile } from "./distributions/index.ts";
import { statisticsIssues } from "./issues.ts";
import { mean, standardDeviation } from "./moments.ts";
import { allFinite, identical, logarithms, requireLevel, type Values } from "./values.ts";

/** `value` +- t * `se` with `df` degrees of freedom. */
export function tInterval(value: number, se: number, df: number, level: number, method: string): Interval {
  requireLevel(level);
  const half = repeatedQuantile((1 + level) / 2, df) * se;
  return { kind: "confidence", level, lower: value - half, upper: value + half, method };
}

let lastQuantile = { p: Number.NaN, df: Number.NaN, t: Number.NaN };

// the samples of a study mostly have the same number of captures
function repeatedQuantile(p: number, df: number): number {
  if (p !== lastQuantile.p || df !== lastQuantile.df) lastQuantile = { p, df, t: tQuantile(p, df) };
  return lastQuantile.t;
}

export interface MeanInterval {
  readonly n: number;
  readonly mean: number;
  /** Null for a single value, as everything that needs a spread. */
  readonly sd: number | null;
  readonly se: number | null;
  /** SD / mean, as a fraction; null where the mean is not positive. */
  readonly cv: number | null;
  readonly interval: Interval | null;
}

/**
 * Mean, SD (n - 1), CV and t-interval of values in any unit. A single value has no spread and no interval.
 * Issues: `statistics-no-values`, `statistics-not-finite`; warning `statistics-identical-replicates` (no interval).
 */
export function meanInterval(values: Values, level = 0.95): Result<MeanInterval> {
  requireLevel(level);
  const n = values.length;
  if (n === 0) return refused(statisticsIssues.raise("statistics-no-values"));
  if (!allFinite(values)) return refused(statisticsIssues.raise("statistics-not-finite"));
  const centre = mean(values);
  if (n === 1) return accepted({ n, mean: centre, sd: null, se: null, cv: null, interval: null });
  const sd = standardDeviation(values);
  const se = sd / Math.sqrt(n);
  const cv = centre > 0 ? sd / centre : null;
  if (identical(values)) {
    const warning = statisticsIssues.raise("statistics-identical-replicates", { n });
    return accepted({ n, mean: centre, sd, se, cv, interval: null }, [warning]);
  }
  return accepted({ n, mean: centre, sd, se, cv, interval: tInterval(centre, se, n - 1, level, "t-mean") });
}

export interface GeometricMeanInterval {
  readonly n: number;
  readonly geometricMean: number;
  /** e to the SD of the logarithms; null for a single value. */
  readonly geometricSd: number | null;
  /** CV of the log-normal with that SD, as a fraction: sqrt(exp(s^2) - 1). */
  readonly geometricCv: number | null;
  readonly interval: Interval | null;
}

/**
 * Geometric mean with its SD, CV and t-interval from the logarithms.
 * Issues: `statistics-no-values`, `statistics-not-finite`, `statistics-not-positive`; warning as `meanInterval`.
 */
export function geometricMeanInterval(values: Values, level = 0.95): Result<GeometricMeanInterval> {
  const notPositive = values.filter((value: number) => value <= 0).length;
  if (notPositive > 0) return refused(statisticsIssues.raise("statistics-not-positive", { n: notPositive }));
  const logs = meanInterval(logarithms(values), level);
  if (!("value" in logs)) return logs;
  const { n, mean: centre, sd, interval } = logs.value;
  const found = {
    n,
    geometricMean: portable.exp(centre),
    geometricSd: sd === null ? null : portable.exp(sd),
    geometricCv: sd === null ? null : Math.sqrt(portable.expm1(sd * sd)),
    interval: interval && exponentiated(interval, "t-geometric-mean"),
  };
  return accepted(found, logs.warnings);
}

/** An interval on the logarithmic scale, back on the original scale. */
export function exponentiated(interval: Interval, method: string): Interval {
  return { ...interval, lower: portable.exp(interval.lower), upper: portable.exp(interval.upper), method };
}
