import { accepted, type Interval, portable, type Result, refused } from "../kernel/index.ts";
import { statisticsIssues } from "./issues.ts";
import { tInterval } from "./mean-interval.ts";
import { mean } from "./moments.ts";
import { meansByParent, type NestedFactor, type NestedLevel, nesting } from "./nesting.ts";
import { allFinite, identical, requireLevel, type Values } from "./values.ts";
import { type VarianceComponent, varianceComponents } from "./variance-components.ts";

export interface NestedMean {
  /** Mean of means: each unit counts once within its parent. */
  readonly mean: number;
  /** Null, as `df` and `interval`, where no level is replicated; the interval also where all units have one mean. */
  readonly se: number | null;
  /** Of the variance of the mean, by Satterthwaite; units - 1 in a balanced design. */
  readonly df: number | null;
  readonly interval: Interval | null;
  /** The level whose spread gave the interval: the highest that has more than one unit. */
  readonly intervalLevel: string | null;
  /** Levels above it, of which there is only one unit: the interval says nothing of their variation. */
  readonly uncoveredLevels: readonly string[];
  /** From the top; the observations are the last. */
  readonly components: readonly VarianceComponent[];
}

export interface NestedMeanOptions {
  /** Name of the level of the observations themselves. */
  readonly observation?: string;
  readonly level?: number;
}

/**
 * Mean of a nested random-effects design (captures in dilutions in preparations in donors; `factors` from the top,
 * none to four or more, balanced or not) with a t-interval from the spread between the units of the highest level that
 * is replicated. With the means m_i of its a units, the variance of the mean is sum (m_i - m)^2 / (a (a - 1)), unbiased
 * whatever the variances of the m_i; its degrees of freedom follow Satterthwaite (1946) from the variance components.
 * Issues: `statistics-no-values`, `statistics-not-finite`; warnings `statistics-nothing-replicated`,
 * `statistics-identical-replicates` (both without interval).
 */
export function nestedMean(
  values: Values,
  factors: readonly NestedFactor[],
  options: NestedMeanOptions = {},
): Result<NestedMean> {
  const { observation = "capture", level = 0.95 } = options;
  requireLevel(level);
  if (values.length === 0) return refused(statisticsIssues.raise("statistics-no-values"));
  if (!allFinite(values)) return refused(statisticsIssues.raise("statistics-not-finite"));
  const levels = nesting(factors, observation, values.length);
  const components = varianceComponents(levels, values);
  const replicated = levels.findIndex((one) => one.units > 1);
  if (replicated < 0) {
    const nothing = { se: null, df: null, interval: null, intervalLevel: null };
    const uncoveredLevels = levels.map((one) => one.name);
    const warnings = [statisticsIssues.raise("statistics-nothing-replicated")];
    return accepted({ mean: values[0]!, ...nothing, uncoveredLevels, components }, warnings);
  }
  const means = unitMeans(levels, replicated, values);
  const a = means.length;
  const centre = mean(means);
  const squares = means.reduce((sum, one) => sum + portable.square(one - centre), 0);
  const se = Math.sqrt(squares / (a * (a - 1)));
  const df = satterthwaite(unitVariances(levels, replicated, components));
  const same = identical(means);
  const found = {
    mean: centre,
    se,
    df,
    interval: same ? null : tInterval(centre, se, df, level, "t-nested-means"),
    intervalLevel: levels[replicated]!.name,
    uncoveredLevels: levels.slice(0, replicated).map((one) => one.name),
    components,
  };
  return accepted(found, same ? [statisticsIssues.raise("statistics-identical-replicates", { n: a })] : []);
}

/** Means of means of the units of level `target`. */
function unitMeans(levels: readonly NestedLevel[], target: number, values: Values): Float64Array {
  let means = Float64Array.from(values);
  for (let i = levels.length - 1; i > target; i--) {
    means = Float64Array.from(meansByParent(levels[i]!, means, levels[i - 1]!.units));
  }
  return means;
}

/**
 * Variance of the mean of means of each unit of level `target`: every component times the sum of the squared weights
 * that its units have in that mean.
 */
function unitVariances(
  levels: readonly NestedLevel[],
  target: number,
  components: readonly VarianceComponent[],
): Float64Array {
  const variances = new Float64Array(levels[target]!.units).fill(components[target]!.truncated ?? 0);
  let weights = new Float64Array(variances.length).fill(1);
  let holder = Int32Array.from(variances.keys());
  for (let i = target + 1; i < levels.length; i++) {
    const { parentOf, units } = levels[i]!;
    const children = new Float64Array(levels[i - 1]!.units);
    for (const parent of parentOf) children[parent]!++;
    weights = Float64Array.from(parentOf, (parent) => weights[parent]! / children[parent]!);
    holder = Int32Array.from(parentOf, (parent) => holder[parent]!);
    const component = components[i]!.truncated ?? 0;
    for (let unit = 0; unit < units; unit++)
      variances[holder[unit]!]! += component * portable.square(weights[unit]!);
  }
  return variances;
}

// Q = sum (m_i - m)^2 with independent m_i of variance v_i: E Q = (1 - 1/a) sum v,
// Var Q = 2 [(1 - 2/a) sum v^2 + (sum v)^2 / a^2], df = 2 (E Q)^2 / Var Q
function satterthwaite(variances: Float64Array): number {
  const a = variances.length;
  const sum = variances.reduce((total, v) => total + v, 0);
  const squares = variances.reduce((total, v) => total + v * v, 0);
  if (!(sum > 0)) return a - 1;
  return portable.square((1 - 1 / a) * sum) / ((1 - 2 / a) * squares + portable.square(sum / a));
}
