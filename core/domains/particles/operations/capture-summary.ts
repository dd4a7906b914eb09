import { z } from "zod";
import { accepted, field, isRefused, type Result } from "../../../kernel/index.ts";
import { confidenceLevel } from "../../../statistics/confidence-level.ts";
import { type MeanInterval, meanInterval } from "../../../statistics/mean-interval.ts";
import type { Values } from "../../../statistics/values.ts";
import { defineFinite } from "./finite-result.ts";

/** Above this CV captures of one sample are flagged; laboratory practice, no standard's number. */
export const captureCvLimit = 0.2;

export interface CaptureSummary extends MeanInterval {
  readonly flags: readonly string[];
}

/**
 * Mean, SD, CV and t-interval of one number over the captures of one sample, in its unit: technical repeats, never
 * biological n. Flags: `single_capture`, `capture_cv_high`. Issues: as `meanInterval`.
 */
export function summariseCaptures(
  values: Values,
  level = 0.95,
  cvLimit = captureCvLimit,
): Result<CaptureSummary> {
  const summary = meanInterval(values, level);
  if (isRefused(summary)) return summary;
  const { n, cv } = summary.value;
  const flags = [
    ...(n === 1 ? ["single_capture"] : []),
    ...(cv !== null && cv > cvLimit ? ["capture_cv_high"] : []),
  ];
  return accepted({ ...summary.value, flags }, summary.warnings);
}

export const captureSummary = defineFinite({
  id: "particles.captureSummary",
  version: "1",
  title: { en: "Summary of captures", ja: "撮影（キャプチャ）間の要約" },
  summary: {
    en: "Mean, SD, CV and t-interval over the captures of one sample; technical repeats only.",
    ja: "1 試料の撮影間の平均、標準偏差、変動係数、t 分布による信頼区間を示します（技術的反復のみ）。",
  },
  input: z.object({
    values: field(z.array(z.number()).min(1), "1", "One value per capture", "撮影ごとの値"),
  }),
  parameters: z.object({
    level: confidenceLevel,
    cvLimit: field(
      z.number().positive().default(captureCvLimit),
      "1",
      "CV above which to flag",
      "フラグを付ける変動係数",
    ),
  }),
  example: { input: { values: [1.12e8, 1.25e8, 1.08e8, 1.31e8, 1.19e8] } },
  run: ({ values }, { level, cvLimit }) => summariseCaptures(values, level, cvLimit),
});
