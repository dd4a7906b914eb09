import { accepted, isRefused, type Result } from "../../kernel/index.ts";
import { runEnd } from "../rank-tests/ties.ts";
import type { Values } from "../values.ts";
import { areaOf, type Direction, scoredGroups } from "./placements.ts";

/** Points of the curve from (0, 0) to (1, 1), one a distinct score. */
export interface RocCurve {
  /** A subject is called a case at or beyond this score; first beyond every score, so infinite. */
  readonly thresholds: Float64Array;
  /** Cases and controls that are called cases at each threshold. */
  readonly truePositives: Uint32Array;
  readonly falsePositives: Uint32Array;
  readonly sensitivity: Float64Array;
  readonly specificity: Float64Array;
  readonly cases: number;
  readonly controls: number;
  readonly direction: Direction;
  readonly auc: number;
}

/**
 * Curve of `scores` for `isCase` (1 case, 0 control); `direction` says which scores speak for a case and is never found
 * from the data. Issues: `statistics-not-finite`, `statistics-too-few-values` (one a group).
 */
export function rocCurve(
  scores: Values,
  isCase: Uint8Array,
  direction: Direction = "higher",
): Result<RocCurve> {
  const groups = scoredGroups(scores, isCase, direction);
  if (isRefused(groups)) return groups;
  const cases = groups.value.cases.slice().sort();
  const controls = groups.value.controls.slice().sort();
  const all = new Float64Array(scores.length);
  all.set(cases);
  all.set(controls, cases.length);
  all.sort();
  const starts: number[] = [];
  for (let from = 0; from < all.length; from = runEnd(all, from, all.length)) starts.push(from);
  const turned = Float64Array.from([Number.POSITIVE_INFINITY, ...starts.reverse().map((at) => all[at]!)]);
  const truePositives = new Uint32Array(turned.length);
  const falsePositives = new Uint32Array(turned.length);
  let [i, j] = [cases.length, controls.length];
  for (let k = 1; k < turned.length; k++) {
    while (i > 0 && cases[i - 1]! >= turned[k]!) i -= 1;
    while (j > 0 && controls[j - 1]! >= turned[k]!) j -= 1;
    truePositives[k] = cases.length - i;
    falsePositives[k] = controls.length - j;
  }
  return accepted({
    thresholds: direction === "higher" ? turned : turned.map((one) => 0 - one),
    truePositives,
    falsePositives,
    sensitivity: Float64Array.from(truePositives, (n) => n / cases.length),
    specificity: Float64Array.from(falsePositives, (n) => 1 - n / controls.length),
    cases: cases.length,
    controls: controls.length,
    direction,
    auc: areaOf(groups.value),
  });
}

/** Area under the curve of `scores` for `isCase`, ties as one half. Issues: as `rocCurve`. */
export function auc(scores: Values, isCase: Uint8Array, direction: Direction = "higher"): Result<number> {
  const groups = scoredGroups(scores, isCase, direction);
  return isRefused(groups) ? groups : accepted(areaOf(groups.value));
}

export interface Youden {
  /** Greatest sensitivity + specificity - 1. */
  readonly j: number;
  /** Points of the curve that reach it, by their index; several where they tie exactly. */
  readonly points: readonly number[];
}

/** Youden's index of a curve (1950, doi:10.1002/1097-0142(1950)3:1<32::AID-CNCR2820030106>3.0.CO;2-3). */
export function youden({ truePositives, falsePositives, cases, controls }: RocCurve): Youden {
  let greatest = 0;
  let points: number[] = [];
  for (let k = 0; k < truePositives.length; k++) {
    const scaled = truePositives[k]! * controls - falsePositives[k]! * cases;
    if (k === 0 || scaled > greatest) [greatest, points] = [scaled, [k]];
    else if (scaled === greatest) points.push(k);
  }
  return { j: greatest / (cases * controls), points };
}
