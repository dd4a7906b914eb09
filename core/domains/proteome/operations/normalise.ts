import { z } from "zod";
import { accepted, field, isRefused, type Result, refused } from "../../../kernel/index.ts";
import {
  cyclicLoessNormalised,
  factorNormalised,
  type Matrix,
  medianNormalised,
  type Normalised,
  quantileNormalised,
  subsetNormalised,
  vsnNormalised,
} from "../../../statistics/index.ts";
import { defineFinite } from "./define-finite.ts";
import { inputIssues } from "./input-issues.ts";
import { matrixOfProteins, proteinRows, proteinsOf } from "./tables.ts";

const methods = ["median", "quantile", "cyclic-loess", "vsn", "core-set", "factor"] as const;

interface Options {
  readonly method: (typeof methods)[number];
  readonly names: readonly string[];
  readonly core: readonly string[];
  readonly factors: readonly number[];
}

function normalised(data: Matrix, { method, names, core, factors }: Options): Result<Normalised> {
  switch (method) {
    case "median":
      return medianNormalised(data);
    case "quantile":
      return quantileNormalised(data);
    case "cyclic-loess":
      return cyclicLoessNormalised(data);
    case "vsn":
      return vsnNormalised(data);
    case "core-set": {
      const rows = [...names.keys()].filter((row) => core.includes(names[row]!));
      if (rows.length === 0) return refused(inputIssues.raise("proteome-core-not-found", { n: core.length }));
      return subsetNormalised(data, rows);
    }
    case "factor": {
      const parameters = { row: "factors", n: factors.length, expected: data.columns };
      if (factors.length !== data.columns)
        return refused(inputIssues.raise("proteome-rows-differ", parameters));
      return factorNormalised(data, Float64Array.from(factors));
    }
  }
}

export const normalise = defineFinite({
  id: "proteome.normalise",
  version: "1",
  title: { en: "Normalisation between samples", ja: "試料間の正規化" },
  summary: {
    en: "Log2 abundances brought to one level by median, quantiles, loess, vsn, a core set or particle numbers, and what each assumes.",
    ja: "log2 存在量を中央値、分位、loess、vsn、コアセット、または粒子数で試料間に揃え、各方法の仮定を示します。",
  },
  input: z.object({
    proteins: proteinRows(
      "Log2 abundance in each sample, linear intensity for vsn; empty where missing",
      "試料ごとの log2 存在量（vsn は線形強度、欠測は空）",
    ),
    core: field(
      z.array(z.string()).default([]),
      "",
      "core-set: proteins taken to be unchanged",
      "core-set：変化しないとみなすタンパク質",
    ),
    factors: field(
      z.array(z.number().positive()).default([]),
      "1",
      "factor: number of each sample, such as its particles",
      "factor：試料ごとの数（粒子数など）",
    ),
  }),
  parameters: z.object({
    method: field(z.enum(methods).default("median"), "", "Method", "方法"),
  }),
  example: {
    input: {
      proteins: [
        { protein: "CD81", values: [24.2, 25.1, 23.6] },
        { protein: "CD63", values: [22.9, 23.6, 22.1] },
        { protein: "TSG101", values: [20.3, 21.4, null] },
        { protein: "ALB", values: [27.2, 28.3, 29.4] },
        { protein: "ENO1", values: [23.1, 24, 22.4] },
      ],
    },
  },
  run: ({ proteins, core, factors }, { method }) => {
    const data = matrixOfProteins(proteins);
    if (isRefused(data)) return data;
    const names = proteins.map(({ protein }) => protein);
    const found = normalised(data.value, { method, names, core, factors });
    if (isRefused(found)) return found;
    const { data: after, offsets, assumes } = found.value;
    return accepted(
      {
        assumptions: assumes,
        offsets: Array.from(offsets ?? [], (offset, at) => ({ sample: at + 1, offset })),
        proteins: proteinsOf(names, after),
      },
      found.warnings,
    );
  },
});
