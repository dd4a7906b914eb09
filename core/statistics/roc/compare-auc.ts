import { accepted, isRefused, type Result } from "../../kernel/index.ts";
import { normalQuantile, normalSf } from "../distributions/normal.ts";
import { requireLevel, type Values } from "../values.ts";
import { areaCovariance, placements } from "./delong.ts";
import { areaOf, type Direction, type ScoredGroups, scoredGroups } from "./placements.ts";

export interface AreaComparison {
  /** Area of the first less that of the second. */
  readonly difference: number;
  readonly se: number;
  readonly z: number;
  /** Two-sided; NaN where the difference has no variance. */
  readonly p: number;
  /** Interval of the difference; NaN as p. */
  readonly lower: number;
  readonly upper: number;
  readonly areas: readonly [number, number];
}

/** A marker with its direction, `higher` where not given. */
export interface ScoredMarker {
  readonly scores: Values;
  readonly direction?: Direction;
}

/**
 * Compares two markers measured in the same subjects, `isCase` 1 for a case and 0 for a control, by the paired test of
 * DeLong et al. (1988). Issues: `statistics-not-finite`, `statistics-too-few-values` (two a group).
 */
export function compareAucPaired(
  first: ScoredMarker,
  second: ScoredMarker,
  isCase: Uint8Array,
  level = 0.95,
): Result<AreaComparison> {
  const a = scoredGroups(first.scores, isCase, first.direction ?? "higher", 2);
  if (isRefused(a)) return a;
  const b = scoredGroups(second.scores, isCase, second.direction ?? "higher", 2);
  if (isRefused(b)) return b;
  const { areas, variances, own } = parts(a.value, b.value);
  const covariance = areaCovariance(own[0], own[1], areas[0], areas[1]);
  return accepted(compared(areas, variances[0] + variances[1] - 2 * covariance, level));
}

/**
 * Compares the areas of one marker or two in different subjects. The p value is normal, without Welch's degrees of
 * freedom. Issues: as `compareAucPaired`.
 */
export function compareAucUnpaired(
  first: ScoredMarker & { readonly isCase: Uint8Array },
  second: ScoredMarker & { readonly isCase: Uint8Array },
  level = 0.95,
): Result<AreaComparison> {
  const a = scoredGroups(first.scores, first.isCase, first.direction ?? "higher", 2);
  if (isRefused(a)) return a;
  const b = scoredGroups(second.scores, second.isCase, second.direction ?? "higher", 2);
  if (isRefused(b)) return b;
  const { areas, variances } = parts(a.value, b.value);
  return accepted(compared(areas, variances[0] + variances[1], level));
}

function parts(a: ScoredGroups, b: ScoredGroups) {
  const areas = [areaOf(a), areaOf(b)] as const;
  const own = [placements(a), placements(b)] as const;
  const variances = [
    areaCovariance(own[0], own[0], areas[0], areas[0]),
    areaCovariance(own[1], own[1], areas[1], areas[1]),
  ] as const;
  return { areas, own, variances };
}

function compared(areas: readonly [number, number], variance: number, level: number): AreaComparison {
  requireLevel(level);
  const difference = areas[0] - areas[1];
  if (!(variance > 1e-28)) {
    const none = Number.NaN;
    return { difference, se: 0, z: none, p: none, lower: none, upper: none, areas };
  }
  const se = Math.sqrt(variance);
  const z = difference / se;
  const half = normalQuantile((1 + level) / 2) * se;
  const p = Math.min(1, 2 * normalSf(Math.abs(z)));
  return { difference, se, z, p, lower: difference - half, upper: difference + half, areas };
}
