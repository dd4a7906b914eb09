import { z } from "zod";
import { accepted, field, isRefused, type Result } from "../../../../kernel/index.ts";
import { confidenceLevel } from "../../../../statistics/confidence-level.ts";
import { defineFinite } from "../define-finite.ts";
import { exampleValues } from "../example-values.ts";
import { beadUnit, calibrationBeads, channelValues, curveModel } from "./bead-schemas.ts";
import type { BeadUnit } from "./bead-units.ts";
import { type CalibratedLimit, type ChannelLimit, calibratedLimit, channelLimit } from "./detection-limit.ts";
import { calibrationCurve } from "./fluorescence-calibration-operation.ts";

export interface DetectionLimit {
  readonly limit: ChannelLimit;
  /** Null where no beads were given. */
  readonly unit: BeadUnit | null;
  readonly calibrated: CalibratedLimit | null;
  /** Codes, with their sentences in the room's terms. */
  readonly assumptions: readonly string[];
}

export const detectionLimit = defineFinite({
  id: "cytometry.detectionLimit",
  version: "1",
  title: { en: "Detection limit of a channel", ja: "チャンネルの検出限界" },
  summary: {
    en: "Limit from the events of a blank, in the channel's units and, where beads are given, in calibrated units.",
    ja: "ブランクのイベントから検出限界を求め、ビーズがあれば校正単位でも示します。",
  },
  input: z.object({
    blank: channelValues(
      "Linear values of a buffer or an unstained sample",
      "緩衝液または未染色試料の線形値",
    ),
    beads: z.object({ unit: beadUnit, populations: calibrationBeads }).nullable().default(null),
  }),
  parameters: z.object({
    method: field(
      z.enum(["robust", "percentile"]).default("robust"),
      "",
      "Median + 3 robust SD, or 95th percentile",
      "中央値 + 3 × 頑健 SD、または 95 パーセンタイル",
    ),
    model: curveModel,
    level: confidenceLevel,
  }),
  example: {
    input: {
      blank: exampleValues(90, 300, 0.25),
      beads: {
        unit: "MESF",
        populations: [
          { median: 905, value: 1210 },
          { median: 4180, value: 5630 },
          { median: 19_100, value: 25_900 },
          { median: 81_700, value: 112_000 },
        ],
      },
    },
  },
  run({ blank, beads }, { method, model, level }): Result<DetectionLimit> {
    const limit = channelLimit(blank, method, level);
    if (isRefused(limit)) return limit;
    if (beads === null)
      return accepted({ limit: limit.value, unit: null, calibrated: null, assumptions: [] });
    const fit = calibrationCurve(beads.populations, beads.unit, model, level);
    if (isRefused(fit)) return fit;
    const calibrated = calibratedLimit(limit.value, fit.value.curve, level);
    const assumptions = ["beads_at_sample_settings", "independent_limit_and_curve"];
    return accepted({ limit: limit.value, unit: beads.unit, calibrated, assumptions }, fit.warnings);
  },
});
