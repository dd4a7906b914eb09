import { accepted, type Result, refused } from "../../kernel/index.ts";
import { statisticsIssues } from "../issues.ts";
import { countBelow, countNotAbove } from "../rank-tests/ties.ts";
import { allFinite, requireLength, type Values } from "../values.ts";

/** Scores of cases and of controls, a greater one for a case. */
export interface ScoredGroups {
  readonly cases: Float64Array;
  readonly controls: Float64Array;
}

/** Which scores speak for a case; never found from the data. */
export type Direction = "higher" | "lower";

/**
 * Scores by `isCase` (1 case, 0 control), turned so that a greater one speaks for a case.
 * Issues: `statistics-not-finite`, `statistics-too-few-values` (below `least` in a group).
 */
export function scoredGroups(
  scores: Values,
  isCase: Uint8Array,
  direction: Direction,
  least = 1,
): Result<ScoredGroups> {
  requireLength("isCase", isCase, scores.length);
  if (isCase.some((one) => one > 1)) throw new RangeError("isCase: only 0 and 1");
  const turned = Float64Array.from(scores, (one) => (direction === "higher" ? one : -one) + 0);
  if (!allFinite(turned)) return refused(statisticsIssues.raise("statistics-not-finite"));
  const cases = turned.filter((_, i) => isCase[i] === 1);
  const controls = turned.filter((_, i) => isCase[i] === 0);
  const n = Math.min(cases.length, controls.length);
  if (n < least) return refused(statisticsIssues.raise("statistics-too-few-values", { n, needed: least }));
  return accepted({ cases, controls });
}

/** Per value of `of`: twice the number of `among` that lie below it, ties as one half. */
export function twicePlacements(of: Float64Array, among: Float64Array): Float64Array {
  const sorted = among.slice().sort();
  return of.map((value) => countBelow(sorted, value) + countNotAbove(sorted, value));
}

/** Area under the curve: the share of pairs in which the case has the greater score, ties as one half. */
export function areaOf({ cases, controls }: ScoredGroups): number {
  let twice = 0;
  for (const one of twicePlacements(cases, controls)) twice += one;
  return twice / 2 / (cases.length * controls.length);
}
