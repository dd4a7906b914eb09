import { z } from "zod";
import { accepted, field, isRefused } from "../../../kernel/index.ts";
import { confidenceLevel } from "../../../statistics/confidence-level.ts";
import { accuracyAt, rocCurve as curveOf, deLong, youden } from "../../../statistics/index.ts";
import { defineFinite } from "./define-finite.ts";
import { intervalOf } from "./tables.ts";

/** Which scores speak for a case. */
export const direction = (en: string, ja: string) =>
  field(z.enum(["higher", "lower"]).default("higher"), "", en, ja);

export const rocCurve = defineFinite({
  id: "proteome.rocCurve",
  version: "1",
  title: { en: "ROC curve", ja: "ROC 曲線" },
  summary: {
    en: "AUC with DeLong's variance, Wald and logit intervals, the curve, and Youden's cut-offs with Wilson intervals.",
    ja: "AUC と DeLong の分散、Wald・ロジット区間、曲線、Youden のカットオフ（Wilson 区間）を求めます。",
  },
  input: z.object({
    positives: field(z.array(z.number()).min(2), "1", "Scores of the cases", "症例の値"),
    negatives: field(z.array(z.number()).min(2), "1", "Scores of the controls", "対照の値"),
  }),
  parameters: z.object({
    direction: direction("Scores that speak for a case", "症例を示す値の向き"),
    level: confidenceLevel,
  }),
  example: { input: { positives: [0.9, 0.8, 0.7, 0.55, 0.6], negatives: [0.5, 0.4, 0.65, 0.3, 0.2, 0.55] } },
  run: ({ positives, negatives }, { direction: turned, level }) => {
    const scores = [...positives, ...negatives];
    const isCase = Uint8Array.from(scores, (_, at) => (at < positives.length ? 1 : 0));
    const area = deLong(scores, isCase, { direction: turned, level });
    if (isRefused(area)) return area;
    const curve = curveOf(scores, isCase, turned);
    if (isRefused(curve)) return curve;
    const { auc, variance, se, wald, logit, cases, controls, flags } = area.value;
    const best = youden(curve.value);
    const cutOff = (at: number) => {
      const threshold = curve.value.thresholds[at]!;
      return Number.isFinite(threshold) ? threshold : null;
    };
    return accepted(
      {
        auc,
        variance,
        se,
        wald: wald && intervalOf(wald.lower, wald.upper, level, "delong-wald"),
        logit: logit && intervalOf(logit.lower, logit.upper, level, "delong-logit"),
        cases,
        controls,
        flags,
        youden: {
          j: best.j,
          points: best.points.map((at) => {
            const { sensitivity, specificity } = accuracyAt(curve.value, at, level);
            const share = ({ value, lower, upper }: typeof sensitivity) => ({
              value,
              interval: intervalOf(lower, upper, level, "wilson"),
            });
            return {
              threshold: cutOff(at),
              sensitivity: share(sensitivity),
              specificity: share(specificity),
            };
          }),
        },
        curve: Array.from(curve.value.thresholds, (_, at) => ({
          threshold: cutOff(at),
          sensitivity: curve.value.sensitivity[at]!,
          specificity: curve.value.specificity[at]!,
        })),
      },
      area.warnings,
    );
  },
});
