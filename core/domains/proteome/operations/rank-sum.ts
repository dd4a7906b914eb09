import { z } from "zod";
import { accepted, field, isRefused } from "../../../kernel/index.ts";
import { confidenceLevel } from "../../../statistics/confidence-level.ts";
import { hodgesLehmann, rankMethod, rankSum as rankSums } from "../../../statistics/index.ts";
import { defineFinite } from "./define-finite.ts";
import { intervalOf, orNull } from "./tables.ts";

const methodWords = {
  [rankMethod.none]: "no p value",
  [rankMethod.exact]: "exact",
  [rankMethod.asymptotic]: "asymptotic",
  [rankMethod.exactOutOfReach]: "asymptotic, exact out of reach",
} as const;

export const rankSum = defineFinite({
  id: "proteome.rankSum",
  version: "1",
  title: { en: "Rank-sum test", ja: "順位和検定" },
  summary: {
    en: "Wilcoxon-Mann-Whitney test of two samples with the AUC and the Hodges-Lehmann shift.",
    ja: "2 標本の Wilcoxon–Mann–Whitney 検定と、AUC、Hodges–Lehmann の位置の差を求めます。",
  },
  input: z.object({
    first: field(z.array(z.number()).min(1), "1", "First sample", "第 1 標本"),
    second: field(z.array(z.number()).min(1), "1", "Second sample", "第 2 標本"),
  }),
  parameters: z.object({
    method: field(
      z.enum(["auto", "exact", "asymptotic"]).default("auto"),
      "",
      "Distribution: exact, normal, or exact below 50 values a sample without ties",
      "分布（正確、正規近似、または auto：各標本 50 未満で同順位なしのとき正確）",
    ),
    continuity: field(
      z.boolean().default(true),
      "",
      "Continuity correction of the normal approximation",
      "正規近似の連続性の補正",
    ),
    level: confidenceLevel,
  }),
  example: {
    input: { first: [21.4, 22.8, 20.9, 23.1, 22.2, 24], second: [20.1, 19.6, 21, 20.4, 22, 19.9, 20.7] },
  },
  run: ({ first, second }, { level, ...options }) => {
    const values = Float64Array.from([...first, ...second]);
    const inFirst = Uint8Array.from(values, (_, at) => (at < first.length ? 1 : 0));
    const table = rankSums({ rows: 1, columns: values.length, values }, inFirst, options);
    const shift = hodgesLehmann(first, second, level);
    if (isRefused(shift)) return shift;
    const { shift: value, lower, upper, level: reached, method } = shift.value;
    return accepted(
      {
        u: table.u[0]!,
        auc: table.auc[0]!,
        z: orNull(table.z[0]!),
        p: orNull(table.p[0]!),
        method: methodWords[table.method[0] as keyof typeof methodWords],
        tieCorrection: orNull(table.tieCorrection[0]!),
        n1: first.length,
        n2: second.length,
        shift: { value, interval: intervalOf(lower, upper, reached, `hodges-lehmann-${method}`) },
      },
      shift.warnings,
    );
  },
});
