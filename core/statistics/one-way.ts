import { accepted, type Issue, portable, type Result, refused } from "../kernel/index.ts";
import { fSf } from "./distributions/index.ts";
import { statisticsIssues } from "./issues.ts";
import { mean, variance } from "./moments.ts";
import { allFinite, identical, type Values } from "./values.ts";

export interface OneWay {
  readonly f: number;
  readonly dfBetween: number;
  readonly dfWithin: number;
  readonly p: number;
}

/**
 * Whether the means of two or more groups are equal, without assuming equal variances (Welch 1951).
 * Issues: `statistics-too-few-values` (two groups of two), `statistics-not-finite`, `statistics-no-spread` (in any group).
 */
export function welchOneWay(groups: readonly Values[]): Result<OneWay> {
  const problem = unfit(groups);
  if (problem) return refused(problem);
  if (groups.some(identical)) return refused(statisticsIssues.raise("statistics-no-spread"));
  const weights = groups.map((group) => group.length / variance(group));
  const k = groups.length;
  const means = groups.map(mean);
  const total = sum(weights);
  const centre = sum(weights.map((weight, i) => weight * means[i]!)) / total;
  const between = sum(weights.map((weight, i) => weight * portable.square(means[i]! - centre))) / (k - 1);
  const rest =
    sum(weights.map((weight, i) => portable.square(1 - weight / total) / (groups[i]!.length - 1))) /
    (k * k - 1);
  const f = between / (1 + 2 * (k - 2) * rest);
  const dfWithin = 1 / (3 * rest);
  return accepted({ f, dfBetween: k - 1, dfWithin, p: fSf(f, k - 1, dfWithin) });
}

/**
 * One-way analysis of variance of two or more groups with one common variance.
 * Issues: `statistics-too-few-values` (two groups of two), `statistics-not-finite`, `statistics-no-spread` (in all groups).
 */
export function oneWayAnova(groups: readonly Values[]): Result<OneWay> {
  const problem = unfit(groups);
  if (problem) return refused(problem);
  const n = sum(groups.map((group) => group.length));
  const k = groups.length;
  const means = groups.map(mean);
  const centre = sum(groups.map((group, i) => group.length * means[i]!)) / n;
  const between = sum(groups.map((group, i) => group.length * portable.square(means[i]! - centre)));
  const within = sum(groups.map((group) => variance(group) * (group.length - 1)));
  if (groups.every(identical)) return refused(statisticsIssues.raise("statistics-no-spread"));
  const f = between / (k - 1) / (within / (n - k));
  return accepted({ f, dfBetween: k - 1, dfWithin: n - k, p: fSf(f, k - 1, n - k) });
}

function unfit(groups: readonly Values[]): Issue | undefined {
  const least = groups.length < 2 ? 0 : Math.min(...groups.map((group) => group.length));
  if (least < 2) return statisticsIssues.raise("statistics-too-few-values", { n: least, needed: 2 });
  return groups.every(allFinite) ? undefined : statisticsIssues.raise("statistics-not-finite");
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
