import {
  accepted,
  type Interval,
  type Issue,
  portable,
  type Result,
  refused,
} from "../../../../kernel/index.ts";
import { type BeadDesign, beadDesign } from "./bead-design.ts";
import { isWeighted, qualityOf, signalsOf } from "./bead-signals.ts";
import { fitGain, fitHalfAngle } from "./half-angle-profile.ts";
import { scatterIssues } from "./issues.ts";
import { type Optics, wrongOptics } from "./optics.ts";
import { hasContrast, type RefractiveIndex } from "./particle.ts";

export interface ScatterBead extends RefractiveIndex {
  readonly name: string;
  /** Of the bead's scatter signal, a.u. */
  readonly median: number;
  /** Of the bead's population, a.u.: weighs beads against each other. */
  readonly sd?: number | undefined;
  /** In nm. */
  readonly diameter: number;
}

export interface FitSettings {
  /** Degrees; equal: the half-angle is given and only the gain is fitted. */
  readonly lowest: number;
  readonly highest: number;
  /** Signal without particles, a.u.; 0: none. */
  readonly offset: number;
  readonly level: number;
}

export interface BeadFit {
  readonly name: string;
  readonly diameter: number;
  readonly median: number;
  /** Collected cross-section at the fitted half-angle, nm^2. */
  readonly collected: number;
  readonly fitted: number;
  /** ln(measured / fitted), both above the offset. */
  readonly residual: number;
}

export interface ScatterFit {
  /** Fitted optics. */
  readonly optics: Optics;
  readonly offset: number;
  /** a.u. per nm^2. */
  readonly gain: number;
  readonly gainInterval: Interval | null;
  readonly halfAngleInterval: Interval | null;
  readonly beads: readonly BeadFit[];
  /** Of ln(signal) by the fit; null for fewer than two beads. */
  readonly rSquared: number | null;
  /** Of ln(signal) on ln(theory), 1 for a linear detector; null for fewer than two beads. */
  readonly slope: number | null;
  /** Typical factor between measured and fitted: exp of the residual standard deviation; null without degrees of freedom. */
  readonly spread: number | null;
  readonly flags: readonly ScatterFlag[];
}

export type ScatterFlag =
  | "scatter_half_angle_at_bound"
  | "scatter_half_angle_open"
  | "scatter_beads_disagree"
  | "scatter_slope_off"
  | "scatter_equal_weights"
  | "scatter_no_interval";

/** Of beads that are fitted, nm. */
export const beadDiameters = { least: 1, most: 20_000 } as const;
/** Least beads from which gain and half-angle are both fitted. */
export const fewestBeads = 3;
/** R^2 under which, and factor of a residual over which, beads are said to disagree. */
const agreement = { rSquared: 0.99, factor: 1.25, slope: 0.05 };

/**
 * Calibrates a scatter channel: signal = gain x collected cross-section + offset, with the half-angle of the aperture, on
 * beads of known size and index. Issues: `cytometry-scatter-too-few-beads`, `cytometry-scatter-optics`,
 * `cytometry-scatter-range`, and as warnings `cytometry-scatter-bead-unusable`.
 */
export function fitScatter(
  beads: readonly ScatterBead[],
  optics: Optics,
  settings: FitSettings,
): Result<ScatterFit> {
  const { lowest, highest, offset } = settings;
  const wrong =
    wrongOptics({ ...optics, halfAngle: lowest }) ?? wrongOptics({ ...optics, halfAngle: highest });
  if (wrong !== null) {
    return refused(
      scatterIssues.raise("cytometry-scatter-optics", {
        name: wrong,
        value: wrong === "halfAngle" ? `${lowest}–${highest}` : optics[wrong],
      }),
    );
  }
  if (!(lowest <= highest) || !Number.isFinite(offset)) {
    return refused(scatterIssues.raise("cytometry-scatter-range", { lower: lowest, upper: highest }));
  }
  const warnings: Issue[] = [];
  const usable = beads.filter((bead) => {
    const good = isUsable(bead, optics, offset);
    if (!good)
      warnings.push(
        scatterIssues.raise("cytometry-scatter-bead-unusable", {
          bead: bead.name,
          median: bead.median,
          offset,
        }),
      );
    return good;
  });
  const given = lowest === highest;
  const distinct = new Set(usable.map(({ diameter, index }) => `${diameter}|${index}`)).size;
  const needed = given ? 1 : fewestBeads;
  if (distinct < needed) {
    return refused(
      scatterIssues.raise("cytometry-scatter-too-few-beads", {
        usable: distinct,
        needed,
        given: beads.length,
      }),
      ...warnings,
    );
  }
  const models = usable.map(({ index, absorption, diameter }) => ({
    model: { kind: "solid", material: { index, absorption } } as const,
    diameter,
  }));
  const design = beadDesign(models, optics, lowest, highest);
  return accepted(fitUsable(usable, design, settings), warnings);
}

/** As `fitScatter`, on beads that are all usable and a design that was computed for them before. */
export function fitUsable(
  beads: readonly ScatterBead[],
  design: BeadDesign,
  { lowest, highest, offset, level }: FitSettings,
): ScatterFit {
  const signals = signalsOf(beads, offset);
  const given = lowest === highest;
  const fit = given ? fitGain(design, signals, lowest, level) : fitHalfAngle(design, signals, level);
  const theory = beads.map((_, i) => design.at(fit.halfAngle, i));
  const residuals = theory.map((log, i) => signals.log[i]! - fit.logGain - log);
  const quality = qualityOf(signals, theory, fit.sum);
  const df = beads.length - (given ? 1 : 2);
  const interval = (limits: { lower: number; upper: number } | null): Interval | null =>
    limits && { kind: "confidence", level, ...limits, method: "profile-t" };
  const exponential = (limits: { lower: number; upper: number } | null) =>
    limits && { lower: portable.exp(limits.lower), upper: portable.exp(limits.upper) };
  const atBound = !given && (fit.halfAngle <= lowest * (1 + 1e-9) || fit.halfAngle >= highest * (1 - 1e-9));
  const disagree =
    (quality.rSquared !== null && quality.rSquared < agreement.rSquared) ||
    residuals.some((residual) => Math.abs(residual) > portable.log(agreement.factor));
  const slopeOff = quality.slope !== null && Math.abs(quality.slope - 1) > agreement.slope;
  const flags: readonly (readonly [ScatterFlag, boolean])[] = [
    ["scatter_half_angle_at_bound", atBound],
    ["scatter_half_angle_open", !given && (fit.open.lower || fit.open.upper)],
    ["scatter_beads_disagree", disagree],
    ["scatter_slope_off", slopeOff],
    ["scatter_equal_weights", beads.length > 1 && !isWeighted(beads)],
    ["scatter_no_interval", df < 1],
  ];
  return {
    optics: { ...design.optics, halfAngle: fit.halfAngle },
    offset,
    gain: portable.exp(fit.logGain),
    gainInterval: interval(exponential(fit.logGainLimits)),
    halfAngleInterval: interval(fit.halfAngleLimits),
    beads: beads.map(({ name, diameter, median }, i) => ({
      name,
      diameter,
      median,
      collected: portable.exp(theory[i]!),
      fitted: portable.exp(theory[i]! + fit.logGain) + offset,
      residual: residuals[i]!,
    })),
    ...quality,
    spread: df < 1 ? null : portable.exp(Math.sqrt(fit.sum / df)),
    flags: flags.filter(([, holds]) => holds).map(([flag]) => flag),
  };
}

function isUsable(bead: ScatterBead, { mediumIndex }: Optics, offset: number): boolean {
  const { median, sd, diameter, index, absorption } = bead;
  const positive = (value: number) => value > 0 && Number.isFinite(value);
  return (
    positive(median - offset) &&
    (sd === undefined || positive(sd)) &&
    diameter >= beadDiameters.least &&
    diameter <= beadDiameters.most &&
    positive(index) &&
    Number.isFinite(absorption) &&
    hasContrast({ kind: "solid", material: { index, absorption } }, mediumIndex)
  );
}
