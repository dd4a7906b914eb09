import { normalQuantile } from "../distributions/normal.ts";
import { requireLevel } from "../values.ts";
import type { RocCurve } from "./roc-curve.ts";

/** A share with its interval. */
export interface Proportion {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Share of `successes` among `n` with the score interval of Wilson (1927, doi:10.1080/01621459.1927.10502953), without
 * continuity correction. NaN where n is 0; RangeError unless 0 <= successes <= n.
 */
export function wilsonProportion(successes: number, n: number, level = 0.95): Proportion {
  requireLevel(level);
  if (!(successes >= 0 && successes <= n)) throw new RangeError(`no share: ${successes} of ${n}`);
  const z = normalQuantile((1 + level) / 2);
  const value = successes / n;
  const centre = (successes + (z * z) / 2) / (n + z * z);
  const half = (z / (n + z * z)) * Math.sqrt((successes * (n - successes)) / n + (z * z) / 4);
  return {
    value,
    lower: successes === 0 ? 0 : Math.max(0, centre - half),
    upper: successes === n ? 1 : Math.min(1, centre + half),
  };
}

/** Sensitivity and specificity with Wilson intervals at `point`, an index of the curve's thresholds. */
export function accuracyAt(
  curve: RocCurve,
  point: number,
  level = 0.95,
): { readonly sensitivity: Proportion; readonly specificity: Proportion } {
  if (!(point in curve.thresholds)) throw new RangeError(`no point of the curve: ${point}`);
  const negatives = curve.controls - curve.falsePositives[point]!;
  return {
    sensitivity: wilsonProportion(curve.truePositives[point]!, curve.cases, level),
    specificity: wilsonProportion(negatives, curve.controls, level),
  };
}
