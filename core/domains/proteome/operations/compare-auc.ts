import { z } from "zod";
import { accepted, field, isRefused } from "../../../kernel/index.ts";
import { confidenceLevel } from "../../../statistics/confidence-level.ts";
import { compareAucPaired } from "../../../statistics/index.ts";
import { defineFinite } from "./define-finite.ts";
import { direction } from "./roc-curve.ts";
import { intervalOf, orNull } from "./tables.ts";

export const compareAuc = defineFinite({
  id: "proteome.compareAuc",
  version: "1",
  title: { en: "Comparison of two markers by AUC", ja: "2 マーカーの AUC の比較" },
  summary: {
    en: "Difference of the AUCs of two markers measured in the same subjects, by DeLong's paired test.",
    ja: "同じ被験者で測定した 2 つのマーカーの AUC の差を、DeLong の対応のある検定で調べます。",
  },
  input: z.object({
    subjects: field(
      z
        .array(
          z.object({
            isCase: field(z.boolean(), "", "Case", "症例か"),
            first: field(z.number(), "1", "First marker", "第 1 マーカー"),
            second: field(z.number(), "1", "Second marker", "第 2 マーカー"),
          }),
        )
        .min(4),
      "",
      "Subjects",
      "被験者",
    ),
  }),
  parameters: z.object({
    firstDirection: direction("First marker: scores that speak for a case", "第 1 マーカー：症例を示す向き"),
    secondDirection: direction(
      "Second marker: scores that speak for a case",
      "第 2 マーカー：症例を示す向き",
    ),
    level: confidenceLevel,
  }),
  example: {
    input: {
      subjects: [
        { isCase: true, first: 4.1, second: 2.2 },
        { isCase: true, first: 3.6, second: 2.9 },
        { isCase: true, first: 5, second: 1.6 },
        { isCase: true, first: 2.7, second: 2.4 },
        { isCase: true, first: 4.4, second: 3.3 },
        { isCase: false, first: 2.1, second: 1.9 },
        { isCase: false, first: 3, second: 2.5 },
        { isCase: false, first: 1.8, second: 2 },
        { isCase: false, first: 2.4, second: 1.2 },
        { isCase: false, first: 1.5, second: 2.3 },
        { isCase: false, first: 2.8, second: 1.4 },
      ],
    },
  },
  run: ({ subjects }, { firstDirection, secondDirection, level }) => {
    const isCase = Uint8Array.from(subjects, (subject) => (subject.isCase ? 1 : 0));
    const first = { scores: subjects.map((subject) => subject.first), direction: firstDirection };
    const second = { scores: subjects.map((subject) => subject.second), direction: secondDirection };
    const found = compareAucPaired(first, second, isCase, level);
    if (isRefused(found)) return found;
    const { difference, se, z: score, p, lower, upper, areas } = found.value;
    return accepted(
      {
        first: areas[0],
        second: areas[1],
        difference: { value: difference, interval: intervalOf(lower, upper, level, "delong-paired") },
        se,
        z: orNull(score),
        p: orNull(p),
      },
      found.warnings,
    );
  },
});
