import { z } from "zod";
import { accepted, field, isRefused } from "../../../kernel/index.ts";
import { confidenceLevel } from "../../../statistics/confidence-level.ts";
import { categoryMask, intensityFraction } from "../analysis/markers/contaminants.ts";
import { categoryVersion } from "./category-version.ts";
import { defineFinite } from "./define-finite.ts";
import { matrixOfRows } from "./tables.ts";

const protein = z.object({
  genes: field(z.array(z.string()), "", "Genes of the protein group", "タンパク質グループの遺伝子"),
  values: field(
    z.array(z.number().nonnegative().nullable()).min(1),
    "1",
    "Linear intensity in each sample; empty where not measured",
    "試料ごとの線形強度（測定なしは空）",
  ),
});

export const contaminantFraction = defineFinite({
  id: "proteome.contaminantFraction",
  version: "1",
  title: { en: "Share of the intensity that is of contaminants", ja: "混入タンパク質の強度の割合" },
  summary: {
    en: "Intensity of a protein category, or of named genes, over the intensity of all, with an interval between samples.",
    ja: "あるカテゴリーまたは指定した遺伝子の強度が全体に占める割合と、試料間の区間を求めます。",
  },
  input: z.object({
    proteins: field(z.array(protein).min(1), "", "Proteins", "タンパク質"),
    contaminants: field(
      z.array(z.string()).default([]),
      "",
      "Genes to count as contaminants in place of a category",
      "カテゴリーの代わりに混入とみなす遺伝子",
    ),
  }),
  parameters: z.object({
    category: field(
      z.enum(["1", "2", "3", "3a", "3b", "4", "5"]).default("3"),
      "",
      "Protein category",
      "タンパク質カテゴリー",
    ),
    version: categoryVersion,
    level: confidenceLevel,
  }),
  example: {
    input: {
      proteins: [
        { genes: ["CD63"], values: [2.1e7, 1.8e7, 2.6e7] },
        { genes: ["TSG101"], values: [8.0e6, 9.1e6, 7.2e6] },
        { genes: ["ALB"], values: [6.3e7, 9.9e7, 5.1e7] },
        { genes: ["APOB"], values: [3.0e7, 2.2e7, 4.4e7] },
        { genes: ["ENO1"], values: [5.2e7, 4.7e7, 6.1e7] },
      ],
    },
  },
  run: ({ proteins, contaminants }, { category, version, level }) => {
    const intensities = matrixOfRows(proteins, (row) => proteins[row]!.genes.join(";") || String(row + 1));
    if (isRefused(intensities)) return intensities;
    const named = new Set(contaminants.map((gene) => gene.trim().toUpperCase()));
    const genes = proteins.map((one) => one.genes);
    const mask =
      named.size === 0
        ? categoryMask(genes, category, version)
        : Uint8Array.from(genes, (names) =>
            names.length > 0 && names.every((gene) => named.has(gene.trim().toUpperCase())) ? 1 : 0,
          );
    const found = intensityFraction(mask, intensities.value, { level });
    if (isRefused(found)) return found;
    const { samples, counts, centre, interval } = found.value;
    const counted = genes.filter((_, row) => mask[row] === 1).map((names) => names.join(";"));
    const value = {
      fraction: { value: centre, interval },
      samples: samples.map((fraction, at) => ({ sample: at + 1, fraction, proteins: counts[at]! })),
      counted,
    };
    return accepted(value, found.warnings);
  },
});
