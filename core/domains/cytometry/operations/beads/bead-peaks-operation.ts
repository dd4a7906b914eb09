import { z } from "zod";
import { field } from "../../../../kernel/index.ts";
import { confidenceLevel } from "../../../../statistics/confidence-level.ts";
import { defineFinite } from "../define-finite.ts";
import { exampleValues } from "../example-values.ts";
import { findBeadPeaks } from "./bead-peaks.ts";
import { channelValues } from "./bead-schemas.ts";

export const beadPeaks = defineFinite({
  id: "cytometry.beadPeaks",
  version: "2",
  title: { en: "Bead peaks", ja: "ビーズのピーク" },
  summary: {
    en: "Populations of calibration beads in one or more channels, with medians, robust spread and what speaks against using them.",
    ja: "1 つ以上のチャンネルで校正ビーズの集団を検出し、中央値、頑健なばらつき、使用できない理由を示します。",
  },
  input: z.object({
    channels: z
      .array(
        z.object({
          name: field(z.string(), "", "Channel", "チャンネル"),
          values: channelValues("Linear values of the gated bead events", "ゲート内ビーズの線形値"),
          maximum: field(
            z.number().positive().nullable().default(null),
            "1",
            "Greatest value of the detector, where known",
            "検出器の最大値（既知の場合）",
          ),
        }),
      )
      .min(1),
  }),
  parameters: z.object({
    expected: field(
      z.number().int().min(1).max(40).nullable().default(null),
      "1",
      "Populations of the bead set, the blank included",
      "ビーズの集団数（ブランクを含む）",
    ),
    windows: field(
      z
        .array(z.tuple([z.number(), z.number()]))
        .nullable()
        .default(null),
      "1",
      "Limits of each peak by hand, in the first channel",
      "手動のピーク範囲（最初のチャンネル）",
    ),
    level: confidenceLevel,
  }),
  example: {
    input: {
      channels: [
        {
          name: "FITC-A",
          values: [150, 900, 4200, 19_000, 82_000].flatMap((centre) => exampleValues(centre, 200, 0.06)),
        },
      ],
    },
    parameters: { expected: 5 },
  },
  run({ channels }, options) {
    const maxima = channels.map(({ maximum }) => maximum);
    return findBeadPeaks(
      channels.map(({ values }) => values),
      { ...options, maxima },
    );
  },
});
