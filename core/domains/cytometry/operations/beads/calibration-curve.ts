import { type Interval, portable } from "../../../../kernel/index.ts";
import { tQuantileUpper } from "../../../../statistics/distributions/index.ts";
import type { BeadUnit } from "./bead-units.ts";

/** log10(value) = alpha + beta log10(x): what turns a channel's linear values into bead units. Plain data. */
export interface CalibrationCurve {
  /** `power`: slope free; `proportional`: slope 1; `offset`: slope free beside the beads' own fluorescence, which the curve leaves out. */
  readonly model: "power" | "proportional" | "offset";
  readonly unit: BeadUnit;
  readonly alpha: number;
  readonly beta: number;
  /** Variance of alpha, covariance, variance of beta. */
  readonly covariance: readonly [number, number, number];
  /** SD of log10 of the assigned values about the curve. */
  readonly residualSd: number;
  readonly df: number;
  /** Medians of the dimmest and the brightest bead used. */
  readonly lowest: number;
  readonly highest: number;
}

export type CalibratedFlag = "below_lowest_bead" | "above_highest_bead" | "not_calibratable";

export interface CalibratedValue {
  readonly value: number | null;
  /** Of the curve at this value: what a particle's brightness is known to. */
  readonly interval: Interval | null;
  /** For the assigned value of one more bead. */
  readonly prediction: Interval | null;
  readonly flags: readonly CalibratedFlag[];
}

/** Calibrated `x`. Values of 0 and below have no logarithm: null unless the slope is exactly 1. */
export function calibrate(curve: CalibrationCurve, x: number, level = 0.95): CalibratedValue {
  const flags: CalibratedFlag[] = [];
  if (x < curve.lowest) flags.push("below_lowest_bead");
  if (x > curve.highest) flags.push("above_highest_bead");
  const value = calibrated(curve, x);
  if (!Number.isFinite(value)) {
    return { value: null, interval: null, prediction: null, flags: [...flags, "not_calibratable"] };
  }
  const se = standardError(curve, portable.log10(Math.abs(x) || 1));
  const t = tQuantileUpper((1 - level) / 2, curve.df);
  const around = (sd: number, kind: Interval["kind"], method: string): Interval => {
    const [a, b] = [value * portable.pow(10, -t * sd), value * portable.pow(10, t * sd)];
    return { kind, level, lower: Math.min(a, b), upper: Math.max(a, b), method };
  };
  return {
    value,
    interval: around(se, "confidence", "t-regression-line"),
    prediction: around(portable.hypot(se, curve.residualSd), "coverage", "t-prediction"),
    flags,
  };
}

/** Standard error of log10 of the curve at log10(x). */
export function standardError({ covariance: [aa, ab, bb] }: CalibrationCurve, logX: number): number {
  return Math.sqrt(Math.max(0, aa + 2 * logX * ab + logX * logX * bb));
}

function calibrated({ alpha, beta }: CalibrationCurve, x: number): number {
  if (beta === 1) return x * portable.pow(10, alpha);
  return x > 0 ? portable.pow(10, alpha + beta * portable.log10(x)) : Number.NaN;
}

export interface CalibratedColumn {
  /** NaN where a value cannot be calibrated. */
  readonly values: Float64Array;
  readonly belowLowestBead: number;
  readonly aboveHighestBead: number;
  readonly notCalibratable: number;
}

/** Calibrated values of a whole column of events, with the numbers of those outside the beads or not calibratable. */
export function calibrateColumn(curve: CalibrationCurve, column: ArrayLike<number>): CalibratedColumn {
  const values = new Float64Array(column.length);
  let below = 0;
  let above = 0;
  let impossible = 0;
  for (let i = 0; i < values.length; i++) {
    const x = column[i]!;
    const value = calibrated(curve, x);
    values[i] = value;
    if (x < curve.lowest) below++;
    else if (x > curve.highest) above++;
    if (!Number.isFinite(value)) impossible++;
  }
  return { values, belowLowestBead: below, aboveHighestBead: above, notCalibratable: impossible };
}
