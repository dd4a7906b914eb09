import {
  accepted,
  type Interval,
  type Issue,
  isRefused,
  portable,
  type Result,
  refused,
} from "../../../../kernel/index.ts";
import { tQuantileUpper } from "../../../../statistics/distributions/index.ts";
import { type StraightLine, straightLine } from "../../../../statistics/straight-line.ts";
import type { BeadUnit } from "./bead-units.ts";
import type { CalibrationCurve } from "./calibration-curve.ts";
import { beadIssues } from "./issues.ts";
import { fitOffset } from "./offset-fit.ts";

/** One bead population: its median in the channel and the value of the lot. */
export interface CalibrationBead {
  readonly median: number;
  /** 0 for the blank, which only the offset model uses. */
  readonly value: number;
}

export interface FittedCurve {
  readonly curve: CalibrationCurve;
  readonly slope: { readonly value: number; readonly interval: Interval | null };
  readonly intercept: { readonly value: number; readonly interval: Interval };
  /** In the unit of the values; null without offset. */
  readonly offset: { readonly value: number; readonly interval: Interval } | null;
  /** Of log10; null where the values do not vary. */
  readonly rSquared: number | null;
  /** Fitted over assigned value less 1, in %, for each bead used. */
  readonly residuals: readonly {
    readonly median: number;
    readonly value: number;
    readonly percent: number;
  }[];
}

export type CalibrationFlag = "slope_outside" | "fit_poor" | "few_beads";

export interface FluorescenceCalibration {
  readonly unit: BeadUnit;
  readonly power: FittedCurve;
  /** Slope fixed to 1: the form to report where the free slope is outside 0.95 to 1.05. */
  readonly proportional: FittedCurve;
  /** Null where there are fewer than four beads or no offset can be told. */
  readonly offset: FittedCurve | null;
  readonly flags: readonly CalibrationFlag[];
}

/** Widest slope of a linear detector, and least R², for use without a flag. */
export const acceptedSlope = [0.95, 1.05] as const;
export const acceptedRSquared = 0.99;
const leastBeads = 3;

/**
 * Calibration of a channel from its bead medians: log10(value) = alpha + beta log10(median), the same with beta = 1, and
 * with the beads' own fluorescence. Refused: `cytometry-calibration-too-few-beads` (three with a value above 0),
 * `cytometry-bead-value-invalid`, `cytometry-bead-assigned-invalid`. Warned: `cytometry-calibration-slope`, `cytometry-calibration-fit`.
 */
export function calibrateFluorescence(
  beads: readonly CalibrationBead[],
  unit: BeadUnit,
  level = 0.95,
): Result<FluorescenceCalibration> {
  const ordered = [...beads].sort((a, b) => a.median - b.median);
  const wrong = unusable(ordered);
  if (wrong) return refused(wrong);
  const positive = ordered.filter(({ value }) => value > 0);
  if (positive.length < leastBeads) {
    const parameters = { n: positive.length, needed: leastBeads };
    return refused(beadIssues.raise("cytometry-calibration-too-few-beads", parameters));
  }
  const line = straightLine(
    positive.map(({ median }) => portable.log10(median)),
    positive.map(({ value }) => portable.log10(value)),
    { level },
  );
  if (isRefused(line)) return line;
  const power = powerCurve(line.value, positive, unit);
  const flags: CalibrationFlag[] = [];
  const warnings: Issue[] = [];
  const slope = power.slope.value;
  if (slope < acceptedSlope[0] || slope > acceptedSlope[1]) {
    flags.push("slope_outside");
    warnings.push(beadIssues.raise("cytometry-calibration-slope", { slope: slope.toFixed(3) }));
  }
  if (power.rSquared !== null && power.rSquared < acceptedRSquared) {
    flags.push("fit_poor");
    warnings.push(beadIssues.raise("cytometry-calibration-fit", { rSquared: power.rSquared.toFixed(4) }));
  }
  if (positive.length === leastBeads) flags.push("few_beads");
  const proportional = proportionalCurve(positive, unit, level);
  return accepted({ unit, power, proportional, offset: offsetCurve(ordered, unit, level), flags }, warnings);
}

function unusable(beads: readonly CalibrationBead[]): Issue | null {
  const median = beads.find((bead) => !(bead.median > 0 && Number.isFinite(bead.median)))?.median;
  if (median !== undefined)
    return beadIssues.raise("cytometry-bead-value-invalid", { name: "median", value: median });
  const bad = beads.find(
    ({ value }, k) => !(value >= 0 && Number.isFinite(value)) || (k > 0 && value <= beads[k - 1]!.value),
  );
  return bad ? beadIssues.raise("cytometry-bead-assigned-invalid", { value: bad.value }) : null;
}

const ends = (beads: readonly CalibrationBead[]) => ({
  lowest: beads[0]!.median,
  highest: beads[beads.length - 1]!.median,
});

function powerCurve(line: StraightLine, beads: readonly CalibrationBead[], unit: BeadUnit): FittedCurve {
  const { slope, intercept, covariance, residualSd, df, rSquared } = line;
  const curve: CalibrationCurve = {
    model: "power",
    unit,
    alpha: intercept.value,
    beta: slope.value,
    covariance: [covariance[0]!, covariance[1]!, covariance[3]!],
    residualSd,
    df,
    ...ends(beads),
  };
  return {
    curve,
    slope: { value: slope.value, interval: slope.interval },
    intercept: { value: intercept.value, interval: intercept.interval },
    offset: null,
    rSquared: Number.isNaN(rSquared) ? null : rSquared,
    residuals: residualsOf(curve, beads, 0),
  };
}

function proportionalCurve(beads: readonly CalibrationBead[], unit: BeadUnit, level: number): FittedCurve {
  const n = beads.length;
  const ratios = beads.map(({ median, value }) => portable.log10(value / median));
  const alpha = ratios.reduce((a, b) => a + b, 0) / n;
  const residualSd = Math.sqrt(ratios.reduce((sum, r) => sum + portable.square(r - alpha), 0) / (n - 1));
  const se = residualSd / Math.sqrt(n);
  const curve: CalibrationCurve = {
    model: "proportional",
    unit,
    alpha,
    beta: 1,
    covariance: [se * se, 0, 0],
    residualSd,
    df: n - 1,
    ...ends(beads),
  };
  const intercept = { value: alpha, interval: tInterval(alpha, se, n - 1, level) };
  const slope = { value: 1, interval: null };
  const rSquared = rSquaredOf(curve, beads, 0);
  return { curve, slope, intercept, offset: null, rSquared, residuals: residualsOf(curve, beads, 0) };
}

function offsetCurve(beads: readonly CalibrationBead[], unit: BeadUnit, level: number): FittedCurve | null {
  const fit =
    beads.length < 4
      ? null
      : fitOffset(
          beads.map((b) => b.median),
          beads.map((b) => b.value),
        );
  if (fit === null) return null;
  const { df, covariance } = fit;
  const ln10 = Math.LN10;
  const curve: CalibrationCurve = {
    model: "offset",
    unit,
    alpha: fit.b / ln10,
    beta: fit.m,
    covariance: [covariance[0]! / (ln10 * ln10), covariance[1]! / ln10, covariance[4]!],
    residualSd: fit.residualSd / ln10,
    df,
    ...ends(beads),
  };
  const [aa, , bb] = curve.covariance;
  return {
    curve,
    slope: { value: fit.m, interval: tInterval(fit.m, Math.sqrt(bb), df, level) },
    intercept: { value: curve.alpha, interval: tInterval(curve.alpha, Math.sqrt(aa), df, level) },
    offset: { value: fit.offset, interval: tInterval(fit.offset, Math.sqrt(covariance[8]!), df, level) },
    rSquared: rSquaredOf(curve, beads, fit.offset),
    residuals: residualsOf(curve, beads, fit.offset),
  };
}

function tInterval(value: number, se: number, df: number, level: number): Interval {
  const reach = tQuantileUpper((1 - level) / 2, df) * se;
  return { kind: "confidence", level, lower: value - reach, upper: value + reach, method: "t-regression" };
}

const fitted = ({ alpha, beta }: CalibrationCurve, median: number) =>
  portable.pow(10, alpha + beta * portable.log10(median));

function residualsOf(curve: CalibrationCurve, beads: readonly CalibrationBead[], offset: number) {
  return beads.map(({ median, value }) => {
    const percent = 100 * (fitted(curve, median) / (value + offset) - 1);
    return { median, value, percent };
  });
}

function rSquaredOf(curve: CalibrationCurve, beads: readonly CalibrationBead[], offset: number): number {
  const logs = beads.map(({ value }) => portable.log10(value + offset));
  const mean = logs.reduce((a, b) => a + b, 0) / logs.length;
  const total = logs.reduce((sum, y) => sum + portable.square(y - mean), 0);
  const rest = beads.reduce(
    (sum, { median }, k) => sum + portable.square(logs[k]! - portable.log10(fitted(curve, median))),
    0,
  );
  return 1 - rest / total;
}
