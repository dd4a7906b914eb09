import { z } from "zod";
import { accepted, field, portable, type Result, refused } from "../../../kernel/index.ts";
import { normalQuantileUpper, normalSf } from "../../../statistics/distributions/index.ts";
import { defineFinite } from "./finite-result.ts";
import { particlesIssues } from "./issues.ts";

export interface DetectedFraction {
  /** Share of the model's particles that are larger than the detection limit. */
  readonly fraction: number;
  /** By what the measured concentration would have to be multiplied if the model were true: 1 / fraction. */
  readonly underCount: number;
  /** Median diameter of the particles that are seen, in nm. */
  readonly detectedMedian: number;
  /** What a concentration divided by the fraction is. */
  readonly basis: "inferred";
  readonly assumptions: readonly string[];
  readonly flags: readonly string[];
}

/**
 * Share of a log-normal (`median` in nm, `sigma` of the natural logarithm) above a sharp detection limit in nm. The
 * figure stands beside the measured concentration and never in its place. Flag: `truncated_below_dmin`, where less
 * than `flagBelow` is seen. Issues: `particles-value-invalid`, `particles-nothing-detectable`.
 */
export function fractionDetected(
  median: number,
  sigma: number,
  detectionLimit: number,
  flagBelow = 0.95,
): Result<DetectedFraction> {
  for (const [name, value] of Object.entries({ median, sigma, detectionLimit })) {
    if (!(value > 0 && Number.isFinite(value))) {
      return refused(particlesIssues.raise("particles-value-invalid", { name, value }));
    }
  }
  const fraction = normalSf(portable.log(detectionLimit / median) / sigma);
  const underCount = 1 / fraction;
  if (!Number.isFinite(underCount)) {
    return refused(particlesIssues.raise("particles-nothing-detectable", { detectionLimit, median }));
  }
  return accepted({
    fraction,
    underCount,
    detectedMedian: median * portable.exp(sigma * normalQuantileUpper(fraction / 2)),
    basis: "inferred",
    assumptions: ["lognormal_below_detection_limit", "sharp_detection_limit"],
    flags: fraction < flagBelow ? ["truncated_below_dmin"] : [],
  });
}

export const detectedFraction = defineFinite({
  id: "particles.detectedFraction",
  version: "1",
  title: { en: "Fraction above the detection limit", ja: "検出限界径を超える粒子の割合" },
  summary: {
    en: "Model-based share of a log-normal above the least visible diameter; it never replaces the measured concentration.",
    ja: "対数正規分布を仮定し、検出可能な最小径より大きい粒子の割合を推定します。測定濃度の代わりにはなりません。",
  },
  input: z.object({
    median: field(
      z.number().positive(),
      "nm",
      "Median of all particles in the model",
      "モデルにおける全粒子の中央径",
    ),
    sigma: field(z.number().positive(), "1", "SD of the natural logarithm", "自然対数の標準偏差"),
    detectionLimit: field(z.number().positive(), "nm", "Least diameter that is seen", "検出できる最小粒子径"),
  }),
  parameters: z.object({
    flagBelow: field(
      z.number().gt(0).max(1).default(0.95),
      "1",
      "Flag below this share",
      "フラグを付ける割合",
    ),
  }),
  example: { input: { median: 90, sigma: 0.4, detectionLimit: 60 } },
  run: ({ median, sigma, detectionLimit }, { flagBelow }) =>
    fractionDetected(median, sigma, detectionLimit, flagBelow),
});
