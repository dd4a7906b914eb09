import { z } from "zod";
import { accepted, field, isRefused, type Result, refused } from "../../../../kernel/index.ts";
import { confidenceLevel } from "../../../../statistics/confidence-level.ts";
import { defineFinite } from "../define-finite.ts";
import { type Assignment, assignValues } from "./assignment.ts";
import { beadUnit, channelValues, curveModel } from "./bead-schemas.ts";
import { antibodiesBound, type BeadUnit } from "./bead-units.ts";
import { type CalibratedValue, type CalibrationCurve, calibrate } from "./calibration-curve.ts";
import {
  type CalibrationBead,
  calibrateFluorescence,
  type FluorescenceCalibration,
} from "./fluorescence-calibration.ts";
import { beadIssues } from "./issues.ts";

/** The curve of one model from beads, with the whole calibration; as `calibrateFluorescence`, and refused with `cytometry-calibration-no-offset`. */
export function calibrationCurve(
  beads: readonly CalibrationBead[],
  unit: BeadUnit,
  model: CalibrationCurve["model"],
  level: number,
): Result<{ readonly calibration: FluorescenceCalibration; readonly curve: CalibrationCurve }> {
  const fit = calibrateFluorescence(beads, unit, level);
  if (isRefused(fit)) return fit;
  const fitted = fit.value[model];
  if (fitted === null)
    return refused(beadIssues.raise("cytometry-calibration-no-offset", { n: beads.length }));
  return accepted({ calibration: fit.value, curve: fitted.curve }, fit.warnings);
}

export interface CalibratedChannelValue extends CalibratedValue {
  readonly x: number;
  /** Bound antibodies (ABC), MESF / (F:P); null where no F:P was given. */
  readonly antibodies: number | null;
}

export interface FluorescenceCalibrationAnswer {
  readonly assignment: Assignment;
  readonly calibration: FluorescenceCalibration;
  readonly curve: CalibrationCurve;
  readonly calibrated: readonly CalibratedChannelValue[];
  /** Codes, with their sentences in the room's terms. */
  readonly assumptions: readonly string[];
}

export const fluorescenceCalibration = defineFinite({
  id: "cytometry.fluorescenceCalibration",
  version: "1",
  title: { en: "Fluorescence calibration", ja: "蛍光の校正" },
  summary: {
    en: "Assigns the values of a bead lot to peaks and fits the line that turns a channel into MESF, ERF, MEF, ABC or area.",
    ja: "ビーズロットの表示値をピークに対応付け、チャンネルの値を MESF・ERF・MEF・ABC・表面積へ換算する直線を求めます。",
  },
  input: z.object({
    peaks: z.array(
      z.object({
        median: field(z.number(), "1", "Median of the peak", "ピークの中央値"),
        usable: field(z.boolean().default(true), "", "May be used for the line", "直線に使用できる"),
        populations: field(
          z.number().int().min(1).default(1),
          "1",
          "Populations in the peak",
          "ピーク内の集団数",
        ),
      }),
    ),
    assigned: field(
      z.array(z.number().nonnegative().nullable()),
      "1",
      "Values of the lot from dim to bright; empty where none",
      "ロットの表示値（暗い順、無いものは空欄）",
    ),
    unit: beadUnit,
    values: channelValues("Channel values to calibrate", "校正するチャンネル値").default([]),
  }),
  parameters: z.object({
    model: curveModel,
    fluorophoresPerAntibody: field(
      z.number().positive().nullable().default(null),
      "1",
      "Fluorophores per antibody (F:P), for bound antibodies from MESF",
      "抗体あたりの蛍光色素数（F:P、MESF から結合抗体数を求める場合）",
    ),
    level: confidenceLevel,
  }),
  example: {
    input: {
      peaks: [{ median: 148 }, { median: 905 }, { median: 4180 }, { median: 19_100 }, { median: 81_700 }],
      assigned: [null, 1210, 5630, 25_900, 112_000],
      unit: "MESF",
      values: [500, 2000, 10_000],
    },
  },
  run(
    { peaks, assigned, unit, values },
    { model, fluorophoresPerAntibody, level },
  ): Result<FluorescenceCalibrationAnswer> {
    const assignment = assignValues(peaks, assigned);
    if (isRefused(assignment)) return assignment;
    const beads = assignment.value.pairs.flatMap(({ peak, value }) =>
      value === null || !peaks[peak]!.usable ? [] : [{ median: peaks[peak]!.median, value }],
    );
    const fit = calibrationCurve(beads, unit, model, level);
    if (isRefused(fit)) return fit;
    const { calibration, curve } = fit.value;
    const calibrated: CalibratedChannelValue[] = [];
    for (const x of values) {
      const found = calibrate(curve, x, level);
      if (fluorophoresPerAntibody === null) {
        calibrated.push({ x, ...found, antibodies: null });
        continue;
      }
      const bound = antibodiesBound({ value: found.value ?? 0, unit }, fluorophoresPerAntibody);
      if (isRefused(bound)) return bound;
      calibrated.push({ x, ...found, antibodies: found.value === null ? null : bound.value.value });
    }
    const assumptions = [
      "beads_at_sample_settings",
      ...(model === "proportional" ? ["detector_linear"] : []),
      ...(assignment.value.method === "counts" ? ["beads_mixed_evenly"] : []),
      ...(fluorophoresPerAntibody === null ? [] : ["one_antibody_per_epitope"]),
    ];
    const answer = { assignment: assignment.value, calibration, curve, calibrated, assumptions };
    return accepted(answer, fit.warnings);
  },
});
