import { accepted, isRefused, portable, type Result } from "../../kernel/index.ts";
import { normalQuantile } from "../distributions/normal.ts";
import { requireLevel, type Values } from "../values.ts";
import { areaOf, type Direction, type ScoredGroups, scoredGroups, twicePlacements } from "./placements.ts";

export interface AreaInterval {
  readonly lower: number;
  readonly upper: number;
}

export interface DeLong {
  readonly auc: number;
  readonly variance: number;
  readonly se: number;
  readonly cases: number;
  readonly controls: number;
  /** `auc -+ z se`, cut to 0 to 1; null where the variance is 0. */
  readonly wald: AreaInterval | null;
  /** Symmetric on the logit scale; null where the variance is 0 or the area 0 or 1. */
  readonly logit: AreaInterval | null;
  /** `wald_clipped`: a limit was beyond 0 or 1; `no_variance`: the variance is 0, so that there is no interval. */
  readonly flags: readonly ("wald_clipped" | "no_variance")[];
}

/** What the variance is made of: per case the share of controls below it, per control the share of cases above it. */
export interface Placements {
  readonly cases: Float64Array;
  readonly controls: Float64Array;
}

/** Placements of cases among controls and of controls among cases, ties as one half. */
export function placements({ cases, controls }: ScoredGroups): Placements {
  return {
    cases: twicePlacements(cases, controls).map((twice) => twice / 2 / controls.length),
    controls: twicePlacements(controls, cases).map((twice) => 1 - twice / 2 / cases.length),
  };
}

/** Covariance of two areas from their placements around them; the variance of one with itself. */
export function areaCovariance(a: Placements, b: Placements, areaA: number, areaB: number): number {
  const spread = (x: Float64Array, y: Float64Array) => {
    let sum = 0;
    for (let i = 0; i < x.length; i++) sum += (x[i]! - areaA) * (y[i]! - areaB);
    return sum / (x.length - 1) / x.length;
  };
  return spread(a.cases, b.cases) + spread(a.controls, b.controls);
}

/**
 * Area under the curve of `scores` for `isCase` (1 case, 0 control) with the variance and intervals of DeLong, DeLong and
 * Clarke-Pearson (1988, doi:10.2307/2531595). Issues: `statistics-not-finite`, `statistics-too-few-values` (two a group).
 */
export function deLong(
  scores: Values,
  isCase: Uint8Array,
  { direction = "higher", level = 0.95 }: { readonly direction?: Direction; readonly level?: number } = {},
): Result<DeLong> {
  requireLevel(level);
  const groups = scoredGroups(scores, isCase, direction, 2);
  if (isRefused(groups)) return groups;
  const auc = areaOf(groups.value);
  const own = placements(groups.value);
  // complete separation leaves nothing but rounding
  const variance = auc === 0 || auc === 1 ? 0 : areaCovariance(own, own, auc, auc);
  const n = { cases: groups.value.cases.length, controls: groups.value.controls.length };
  const se = Math.sqrt(variance);
  if (!(variance > 1e-28)) {
    return accepted({ auc, variance: 0, se: 0, ...n, wald: null, logit: null, flags: ["no_variance"] });
  }
  const half = normalQuantile((1 + level) / 2) * se;
  const wald = { lower: Math.max(0, auc - half), upper: Math.min(1, auc + half) };
  const clipped = auc - half < 0 || auc + half > 1;
  const centre = portable.log(auc / (1 - auc));
  const width = half / (auc * (1 - auc));
  const logit = { lower: logistic(centre - width), upper: logistic(centre + width) };
  return accepted({ auc, variance, se, ...n, wald, logit, flags: clipped ? ["wald_clipped"] : [] });
}

function logistic(x: number): number {
  return 1 / (1 + portable.exp(-x));
}

/**
 * Standard error of an area of `auc` with `cases` and `controls`, for planning: exponential scores, as Hanley and McNeil
 * 1982 (doi:10.1148/radiology.143.1.7063747).
 */
export function hanleyMcNeilSe(auc: number, cases: number, controls: number): number {
  const q1 = auc / (2 - auc);
  const q2 = (2 * auc * auc) / (1 + auc);
  const square = auc * auc;
  const sum = auc * (1 - auc) + (cases - 1) * (q1 - square) + (controls - 1) * (q2 - square);
  return Math.sqrt(sum / (cases * controls));
}
