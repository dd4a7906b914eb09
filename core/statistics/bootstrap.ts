import { accepted, type Interval, type Issue, portable, type Result, refused } from "../kernel/index.ts";
import type { Random } from "../kernel/random.ts";
import { normalCdf, normalQuantile } from "./distributions/index.ts";
import { statisticsIssues } from "./issues.ts";
import { mean } from "./moments.ts";
import { quantileSorted } from "./quantiles.ts";
import { requireLevel, type Values } from "./values.ts";

/** A statistic of a resample: the units drawn, of 0 to units - 1, each as often as it was drawn. */
export type UnitStatistic = (units: Int32Array) => number;

/**
 * Values of `statistic` in the resamples `from` to `to` - 1 of `units` units drawn with replacement. Resample i draws
 * from `random.split("bootstrap", i)` alone, so that any cut into blocks gives the same numbers.
 */
export function bootstrapReplicates(
  units: number,
  statistic: UnitStatistic,
  random: Random,
  from: number,
  to: number,
): Float64Array {
  const drawn = new Int32Array(units);
  const replicates = new Float64Array(Math.max(0, to - from));
  for (let i = from; i < to; i++) {
    const stream = random.split("bootstrap", i);
    for (let k = 0; k < units; k++) drawn[k] = stream.integer(units);
    replicates[i - from] = statistic(drawn);
  }
  return replicates;
}

/** Values of `statistic` with each of `units` units left out in turn. */
export function jackknife(units: number, statistic: UnitStatistic): Float64Array {
  const all = Array.from({ length: units }, (_, i) => i);
  return Float64Array.from(all, (left) => statistic(Int32Array.from(all.filter((unit) => unit !== left))));
}

/** Interval between the type-7 quantiles of the replicates. Issues: `statistics-no-values`, `statistics-bootstrap-undefined`. */
export function percentileInterval(replicates: Values, level = 0.95): Result<Interval> {
  requireLevel(level);
  const problem = unusable(replicates);
  if (problem) return refused(problem);
  return accepted(between(replicates, (1 - level) / 2, (1 + level) / 2, level, "bootstrap-percentile"));
}

/**
 * Bias-corrected and accelerated interval (Efron 1987). `estimate` is the statistic of the units as they are; ties with
 * it count half; `leftOut` are the values of `jackknife`.
 * Issues: as `percentileInterval`, and `statistics-bootstrap-one-sided`, `statistics-no-spread` (of `leftOut`).
 */
export function bcaInterval(
  replicates: Values,
  estimate: number,
  leftOut: Values,
  level = 0.95,
): Result<Interval> {
  requireLevel(level);
  const problem = unusable(replicates) ?? unusable(leftOut);
  if (problem) return refused(problem);
  let below = 0;
  for (const replicate of replicates) below += replicate < estimate ? 1 : replicate === estimate ? 0.5 : 0;
  const bias = normalQuantile(below / replicates.length);
  if (!Number.isFinite(bias)) return refused(statisticsIssues.raise("statistics-bootstrap-one-sided"));
  const a = acceleration(leftOut);
  if (Number.isNaN(a)) return refused(statisticsIssues.raise("statistics-no-spread"));
  const adjusted = (p: number) => {
    const z = bias + normalQuantile(p);
    return normalCdf(bias + z / (1 - a * z));
  };
  const low = adjusted((1 - level) / 2);
  const high = adjusted((1 + level) / 2);
  return accepted(between(replicates, low, high, level, "bootstrap-bca"));
}

export interface BootstrapOptions {
  readonly replicates?: number;
  readonly level?: number;
  readonly method?: "percentile" | "bca";
}

/**
 * Estimate and bootstrap interval of `statistic` over `units` independent units (donors, not captures).
 * Issues: `statistics-too-few-values` (below 3 units), those of the interval; warning `statistics-bootstrap-few-units`
 * (below 10).
 */
export function bootstrap(
  units: number,
  statistic: UnitStatistic,
  random: Random,
  { replicates = 1999, level = 0.95, method = "bca" }: BootstrapOptions = {},
): Result<{ readonly estimate: number; readonly interval: Interval }> {
  if (units < 3) return refused(statisticsIssues.raise("statistics-too-few-values", { n: units, needed: 3 }));
  const estimate = statistic(Int32Array.from({ length: units }, (_, i) => i));
  const drawn = bootstrapReplicates(units, statistic, random, 0, replicates);
  const found =
    method === "bca"
      ? bcaInterval(drawn, estimate, jackknife(units, statistic), level)
      : percentileInterval(drawn, level);
  if (!("value" in found)) return found;
  const few = units < 10 ? [statisticsIssues.raise("statistics-bootstrap-few-units", { n: units })] : [];
  return accepted({ estimate, interval: found.value }, few);
}

/** Skewness of the jackknife's influence values over 6; NaN where they do not vary. */
function acceleration(leftOut: Values): number {
  const centre = mean(leftOut);
  let squares = 0;
  let cubes = 0;
  for (const value of leftOut) {
    squares += portable.square(centre - value);
    cubes += portable.cube(centre - value);
  }
  return cubes / (6 * portable.pow(squares, 1.5));
}

function unusable(replicates: Values): Issue | undefined {
  if (replicates.length === 0) return statisticsIssues.raise("statistics-no-values");
  const n = replicates.filter((value: number) => !Number.isFinite(value)).length;
  if (n === 0) return undefined;
  return statisticsIssues.raise("statistics-bootstrap-undefined", { n, replicates: replicates.length });
}

function between(replicates: Values, low: number, high: number, level: number, method: string): Interval {
  const sorted = Float64Array.from(replicates).sort();
  return {
    kind: "confidence",
    level,
    lower: quantileSorted(sorted, low),
    upper: quantileSorted(sorted, high),
    method,
  };
}
