import { z } from "zod";
import { accepted, field, isRefused, type Result, refused } from "../../../kernel/index.ts";
import { confidenceLevel } from "../../../statistics/confidence-level.ts";
import {
  benjaminiHochberg,
  fitContrasts,
  fitLinearModels,
  type Matrix,
  moderate,
  tQuantileUpper,
} from "../../../statistics/index.ts";
import { defineFinite } from "./define-finite.ts";
import { inputIssues } from "./input-issues.ts";
import { intervalOf, matrixOfProteins, matrixOfRows, orNull, proteinRows } from "./tables.ts";
import { groupsOf } from "./two-groups.ts";

const comparison = z.discriminatedUnion("kind", [
  z.object({
    kind: field(
      z.literal("groups"),
      "",
      "Two groups, or a design with a contrast",
      "2 群、または計画行列と対比",
    ),
    groups: field(z.array(z.string()), "", "Group of each sample", "各試料の群"),
    reference: field(
      z.string().optional(),
      "",
      "Group that is subtracted; the first named where not given",
      "差の基準とする群（指定がなければ最初の群）",
    ),
  }),
  z.object({
    kind: field(
      z.literal("design"),
      "",
      "Two groups, or a design with a contrast",
      "2 群、または計画行列と対比",
    ),
    design: field(
      z.array(z.array(z.number())).min(1),
      "1",
      "Design: row = sample, column = coefficient",
      "計画行列（行: 試料、列: 係数）",
    ),
    contrast: field(z.array(z.number()), "1", "Weight of each coefficient", "各係数の重み"),
  }),
]);

/** The design (samples x coefficients) and the contrast (coefficients x 1) of a comparison of `samples` samples. */
function modelOf(
  given: z.infer<typeof comparison>,
  samples: number,
): Result<{ readonly design: Matrix; readonly contrast: Matrix }> {
  const wrong = (row: string, n: number, expected: number) =>
    refused(inputIssues.raise("proteome-rows-differ", { row, n, expected }));
  if (given.kind === "groups") {
    if (given.groups.length !== samples) return wrong("groups", given.groups.length, samples);
    const names = groupsOf(given.groups, given.reference, 2);
    if (isRefused(names)) return names;
    const values = Float64Array.from(given.groups.flatMap((name) => [1, name === names.value[1] ? 1 : 0]));
    return accepted({
      design: { rows: samples, columns: 2, values },
      contrast: { rows: 2, columns: 1, values: Float64Array.of(0, 1) },
    });
  }
  if (given.design.length !== samples) return wrong("design", given.design.length, samples);
  const design = matrixOfRows(
    given.design.map((values) => ({ values })),
    (row) => `design ${row + 1}`,
  );
  if (isRefused(design)) return design;
  const { columns } = design.value;
  if (given.contrast.length !== columns) return wrong("contrast", given.contrast.length, columns);
  const contrast = { rows: columns, columns: 1, values: Float64Array.from(given.contrast) };
  return accepted({ design: design.value, contrast });
}

// each group is its centre - spread, centre, centre + spread: the variance is the spread squared
const spreads = [0.2, 0.3, 0.4, 0.5, Math.sqrt(0.02), 0.6, Math.sqrt(0.1), Math.sqrt(0.05)];
const names = ["CD81", "CD9", "CD63", "TSG101", "PDCD6IP", "ALB", "APOB", "CANX"];
const differences = [1, 0.8, 0.1, -0.2, 0.3, -1.1, -0.4, 0.05];

export const moderatedT = defineFinite({
  id: "proteome.moderatedT",
  version: "1",
  title: { en: "Moderated t-test", ja: "モデレート t 検定" },
  summary: {
    en: "Difference of log2 abundances of each protein with the empirical-Bayes t-test, adjusted p and B.",
    ja: "タンパク質ごとの log2 存在量の差を経験ベイズの t 検定で調べ、補正 p 値と B を示します。",
  },
  input: z.object({
    proteins: proteinRows(
      "Log2 abundance in each sample; empty where missing",
      "試料ごとの log2 存在量（欠測は空）",
    ),
    comparison: field(comparison, "", "Comparison", "比較"),
  }),
  parameters: z.object({
    method: field(
      z.enum(["current", "legacy"]).default("current"),
      "",
      "Prior of the variances: current (by likelihood where degrees of freedom differ) or legacy (by moments)",
      "分散の事前分布の推定（current：自由度が異なるとき最尤、legacy：積率法）",
    ),
    trend: field(
      z.boolean().default(false),
      "",
      "Prior variance follows the mean abundance",
      "事前分散が平均存在量に依存する",
    ),
    robust: field(
      z.boolean().default(false),
      "",
      "Moderate proteins of outlying variance less",
      "分散が外れたタンパク質の縮小を弱める",
    ),
    proportion: field(
      z.number().gt(0).lt(1).default(0.01),
      "1",
      "Expected share of proteins that differ, for B",
      "差のあるタンパク質の想定割合（B の計算用）",
    ),
    level: confidenceLevel,
  }),
  example: {
    input: {
      proteins: names.map((protein, at) => {
        const [spread, difference] = [spreads[at]!, differences[at]!];
        const after = 10 + difference;
        return { protein, values: [10 - spread, 10, 10 + spread, after - spread, after, after + spread] };
      }),
      comparison: { kind: "groups", groups: ["control", "control", "control", "case", "case", "case"] },
    },
  },
  run: ({ proteins, comparison: given }, { level, ...options }) => {
    const data = matrixOfProteins(proteins);
    if (isRefused(data)) return data;
    const model = modelOf(given, data.value.columns);
    if (isRefused(model)) return model;
    const fits = fitLinearModels(data.value, model.value.design);
    if (isRefused(fits)) return fits;
    const contrasts = fitContrasts(fits.value, model.value.contrast);
    if (isRefused(contrasts)) return contrasts;
    const moderated = moderate(contrasts.value, options);
    if (isRefused(moderated)) return moderated;
    const { coefficients, stdevUnscaled, sigma, residualDf, averageExpression } = contrasts.value;
    const { priorDf, priorVariance, posteriorVariance, totalDf, t, p, logOdds, method } = moderated.value;
    const q = benjaminiHochberg(p.values);
    const rows = proteins.map(({ protein }, row) => {
      const difference = coefficients.values[row]!;
      const se = stdevUnscaled.values[row]! * Math.sqrt(posteriorVariance[row]!);
      const reach = se * (totalDf[row]! > 0 ? tQuantileUpper((1 - level) / 2, totalDf[row]!) : Number.NaN);
      return {
        protein,
        mean: orNull(averageExpression[row]!),
        difference: orNull(difference),
        interval: intervalOf(difference - reach, difference + reach, level, "t-moderated"),
        t: orNull(t.values[row]!),
        df: orNull(totalDf[row]!),
        p: orNull(p.values[row]!),
        q: orNull(q[row]!),
        logOdds: orNull(logOdds.values[row]!),
        variance: residualDf[row]! > 0 ? orNull(sigma[row]! * sigma[row]!) : null,
        moderatedVariance: orNull(posteriorVariance[row]!),
      };
    });
    const one = (value: number | Float64Array) =>
      typeof value !== "number" ? "by protein" : value === Number.POSITIVE_INFINITY ? "infinite" : value;
    const prior = { method, priorDf: one(priorDf), priorVariance: one(priorVariance) };
    return accepted({ ...prior, proteins: rows }, [...contrasts.warnings, ...moderated.warnings]);
  },
});
