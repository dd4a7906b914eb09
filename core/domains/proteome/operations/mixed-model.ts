import { z } from "zod";
import { accepted, field, isRefused } from "../../../kernel/index.ts";
import { confidenceLevel } from "../../../statistics/confidence-level.ts";
import { randomInterceptModel } from "../../../statistics/index.ts";
import { defineFinite } from "./define-finite.ts";
import { intervalOf, orNull } from "./tables.ts";
import { groupsOf } from "./two-groups.ts";

const example = [
  ["D1", 21.3, 22],
  ["D2", 20.1, 20.9],
  ["D3", 22.4, 22.9],
  ["D4", 19.8, 20.9],
  ["D5", 21, 21.4],
] as const;

export const mixedModel = defineFinite({
  id: "proteome.mixedModel",
  version: "1",
  title: { en: "Mixed model with donors", ja: "ドナーを変量効果とする混合モデル" },
  summary: {
    en: "Differences of one protein between sides where donors are measured repeatedly, by restricted maximum likelihood.",
    ja: "同じドナーを繰り返し測定した 1 タンパク質の群間差を、制限付き最尤法の混合モデルで推定します。",
  },
  input: z.object({
    observations: field(
      z
        .array(
          z.object({
            side: field(z.string(), "", "Side", "群"),
            donor: field(z.string(), "", "Donor", "ドナー"),
            value: field(
              z.number().nullable(),
              "1",
              "Log2 abundance; empty where missing",
              "log2 存在量（欠測は空）",
            ),
          }),
        )
        .min(1),
      "",
      "Samples",
      "試料",
    ),
  }),
  parameters: z.object({
    reference: field(
      z.string().optional(),
      "",
      "Side that is subtracted; the first named where not given",
      "差の基準とする群（指定がなければ最初の群）",
    ),
    degreesOfFreedom: field(
      z.enum(["satterthwaite", "kenward-roger"]).default("satterthwaite"),
      "",
      "Degrees of freedom; Kenward-Roger for few, unbalanced donors",
      "自由度の計算（ドナーが少なく不均衡なら Kenward–Roger）",
    ),
    level: confidenceLevel,
  }),
  example: {
    input: {
      observations: example.flatMap(([donor, before, after]) => [
        { side: "before", donor, value: before },
        { side: "after", donor, value: after },
      ]),
    },
  },
  run: ({ observations }, { reference, degreesOfFreedom, level }) => {
    const names = groupsOf(
      observations.map(({ side }) => side),
      reference,
    );
    if (isRefused(names)) return names;
    const [base, ...others] = names.value;
    const columns = names.value.length;
    const design = Float64Array.from(
      observations.flatMap(({ side }) => [1, ...others.map((name) => (name === side ? 1 : 0))]),
    );
    const contrasts = new Float64Array(others.length * columns);
    for (const [at] of others.entries()) contrasts[at * columns + at + 1] = 1;
    const found = randomInterceptModel(
      observations.map(({ value }) => value ?? Number.NaN),
      { rows: observations.length, columns, values: design },
      observations.map(({ donor }) => donor),
      { contrasts: { rows: others.length, columns, values: contrasts }, degreesOfFreedom, level },
    );
    if (isRefused(found)) return found;
    const fit = found.value;
    return accepted(
      {
        comparisons: fit.contrasts.map((contrast, at) => ({
          side: others[at]!,
          reference: base!,
          difference: orNull(contrast.estimate),
          interval: intervalOf(contrast.lower, contrast.upper, level, `t-${degreesOfFreedom}`),
          se: orNull(contrast.se),
          df: orNull(contrast.df),
          t: orNull(contrast.t),
          p: orNull(contrast.p),
        })),
        betweenVariance: orNull(fit.betweenVariance),
        residualVariance: orNull(fit.residualVariance),
        intraclassCorrelation: orNull(fit.intraclassCorrelation),
        singular: fit.singular,
        n: fit.n,
        donors: fit.groups,
      },
      found.warnings,
    );
  },
});
