import {
  draft,
  type EstimateDraft,
  finiteInterval,
  type Issue,
  isAccepted,
  type Step,
} from "../../../kernel/index.ts";
import { assignValues } from "../operations/beads/assignment.ts";
import { type BeadUnit, unitCode } from "../operations/beads/bead-units.ts";
import type { CalibrationCurve } from "../operations/beads/calibration-curve.ts";
import { calibrateFluorescence, type FittedCurve } from "../operations/beads/fluorescence-calibration.ts";
import { beadIssues } from "../operations/beads/issues.ts";
import { analysisIssues } from "./issues.ts";
import type { CytometryParameters } from "./parameters.ts";
import { dataSetQualifiers, type PlacedDataSet, settingsOf, stepsBehind } from "./placed.ts";
import type { FluorescenceSummary } from "./study-summary.ts";
import type { BeadSummary } from "./summary.ts";

export interface ChannelCalibration {
  /** Key of the step that made it. */
  readonly key: string;
  readonly curve: CalibrationCurve;
  readonly summary: FluorescenceSummary;
}

export interface Calibrations<T> {
  readonly calibrations: readonly T[];
  readonly steps: readonly Step[];
  readonly issues: readonly Issue[];
}

/** Calibrates every fluorescence channel of every bead file. Issues: those of `assignValues` and `calibrateFluorescence`, told of the file. */
export function fluorescenceCalibrations(
  dataSets: readonly PlacedDataSet[],
  parameters: CytometryParameters,
): Calibrations<ChannelCalibration> {
  const calibrations: ChannelCalibration[] = [];
  const steps: Step[] = [];
  const issues: Issue[] = [];
  for (const dataSet of dataSets) {
    for (const beads of dataSet.beads) {
      const set = Object.hasOwn(parameters.beads, beads.set) ? parameters.beads[beads.set]! : null;
      if (set?.kind !== "fluorescence") continue;
      const values = set.channels[beads.channel] ?? [];
      const found = calibrateChannel(beads, values, set, parameters.level);
      issues.push(
        ...found.issues.map((issue) => ({ ...issue, file: dataSet.file, place: { key: beads.channel } })),
      );
      if (found.value === null) continue;
      const { fitted, flags, unassigned } = found.value;
      const key = `calibration:${dataSet.file}:${dataSet.name}:${beads.channel}`;
      const summary: FluorescenceSummary = {
        file: dataSet.file,
        set: beads.set,
        channel: beads.channel,
        instrument: dataSet.instrument,
        settings: settingsOf(dataSet, beads.channel),
        unit: set.unit,
        model: set.model,
        intercept: fitted.intercept.value,
        slope: fitted.slope.value,
        offset: fitted.offset?.value ?? 0,
        slopeInterval: fitted.slope.interval,
        rSquared: fitted.rSquared,
        flags,
        points: fitted.residuals.map(({ median, value, percent }) => ({
          median,
          assigned: value,
          residual: percent / 100,
        })),
        unassigned,
      };
      calibrations.push({ key, curve: fitted.curve, summary });
      steps.push({
        key,
        operation: { id: "cytometry.fluorescenceCalibration", version: "1" },
        parameters: { unit: set.unit, model: set.model, values, level: parameters.level },
        inputs: stepsBehind([dataSet], "beads"),
        estimates: calibrationEstimates(fitted, summary, dataSetQualifiers(dataSet)),
      });
    }
  }
  return { calibrations, steps, issues };
}

function calibrateChannel(
  { peaks }: BeadSummary,
  values: readonly (number | null)[],
  { unit, model }: { readonly unit: BeadUnit; readonly model: CalibrationCurve["model"] },
  level: number,
): {
  readonly value: {
    readonly fitted: FittedCurve;
    readonly flags: readonly string[];
    readonly unassigned: readonly number[];
  } | null;
  readonly issues: readonly Issue[];
} {
  const ladder = peaks.map((peak) => ({
    median: peak.median,
    usable: peak.usable && peak.median > 0,
    populations: peak.populations,
  }));
  const assigned = assignValues(ladder, values);
  if (!isAccepted(assigned)) return { value: null, issues: assigned.issues };
  const pairs = assigned.value.pairs.filter(({ peak }) => ladder[peak]!.usable);
  const beads = pairs.flatMap(({ peak, value }) =>
    value === null ? [] : [{ median: peaks[peak]!.median, value }],
  );
  const calibrated = calibrateFluorescence(beads, unit, level);
  if (!isAccepted(calibrated)) return { value: null, issues: [...assigned.warnings, ...calibrated.issues] };
  const used = new Set(pairs.flatMap(({ peak, value }) => (value !== null && value > 0 ? [peak] : [])));
  const unassigned = peaks.flatMap(({ median }, i) => (used.has(i) ? [] : [median]));
  const fitted = calibrated.value[model];
  if (fitted === null) {
    const issue = beadIssues.raise("cytometry-calibration-no-offset", { n: beads.length });
    return { value: null, issues: [...assigned.warnings, issue] };
  }
  const flags =
    model === "power"
      ? calibrated.value.flags
      : calibrated.value.flags.filter((flag) => flag === "few_beads");
  return {
    value: { fitted, flags, unassigned },
    issues: [...assigned.warnings, ...(model === "power" ? calibrated.warnings : [])],
  };
}

function calibrationEstimates(
  fitted: FittedCurve,
  { file, channel, unit, flags }: FluorescenceSummary,
  dataSet: Readonly<Record<string, string>>,
): EstimateDraft[] {
  const subject = { level: "file", file } as const;
  const rest = {
    n: { technical: fitted.residuals.length, biological: null },
    assumptions: ["bead_values_as_assigned", "detector_linear"],
    flags: flags,
    qualifiers: { channel, beadUnit: unit, ...dataSet },
  };
  const slope = draft("cytometry.calibrationSlope", subject, fitted.slope.value, "1", {
    ...rest,
    interval: finiteInterval(fitted.slope.interval),
  });
  const perUnit = draft("cytometry.calibrationIntercept", subject, fitted.intercept.value, "1", {
    ...rest,
    interval: finiteInterval(fitted.intercept.interval),
  });
  const offset = fitted.offset
    ? [
        draft("cytometry.calibrationOffset", subject, fitted.offset.value, unitCode(unit), {
          ...rest,
          interval: finiteInterval(fitted.offset.interval),
        }),
      ]
    : [];
  if (fitted.rSquared === null) return [slope, perUnit, ...offset];
  return [
    slope,
    perUnit,
    ...offset,
    draft("cytometry.calibrationRSquared", subject, fitted.rSquared, "1", rest),
  ];
}

/** The calibration for a channel of a data set: of the same instrument at the same settings, the first in file order; else why none holds. */
export function calibrationOf<
  T extends {
    readonly summary: {
      readonly channel: string;
      readonly instrument: string;
      readonly settings: string;
      readonly file: string;
    };
  },
>(
  calibrations: readonly T[],
  dataSet: PlacedDataSet,
  channel: string,
): { readonly found: T | null; readonly differs: T | null } {
  const settings = settingsOf(dataSet, channel);
  const own = calibrations.filter(
    ({ summary }) => summary.channel === channel && summary.instrument === dataSet.instrument,
  );
  const found = own.find(({ summary }) => summary.settings === settings) ?? null;
  return { found, differs: found ? null : (own[0] ?? null) };
}

/** Tells that the calibration of a channel does not hold for a data set. Issue: `cytometry-calibration-settings`. */
export function settingsIssue(
  channel: string,
  { file, settings }: { readonly file: string; readonly settings: string },
  dataSet: PlacedDataSet,
): Issue {
  const other = settingsOf(dataSet, channel);
  return analysisIssues.raise(
    "cytometry-calibration-settings",
    { channel, file, voltage: settings || "–", other: other || "–" },
    { file: dataSet.file },
  );
}
