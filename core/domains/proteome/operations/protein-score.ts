import { z } from "zod";
import { accepted, field, isRefused } from "../../../kernel/index.ts";
import { confidenceLevel } from "../../../statistics/confidence-level.ts";
import { enrichmentScore, type SampleScore } from "../analysis/markers/score.ts";
import { categoryVersion } from "./category-version.ts";
import { defineFinite } from "./define-finite.ts";
import { matrixOfRows } from "./tables.ts";

const abundances = (en: string, ja: string) => field(z.array(z.number().nullable()).min(1), "1", en, ja);

const protein = z.object({
  genes: field(z.array(z.string()), "", "Genes of the protein group", "タンパク質グループの遺伝子"),
  vesicles: abundances("Log2 abundance in each vesicle sample", "各小胞試料の log2 存在量"),
  source: abundances(
    "Log2 abundance in each source or lysate sample",
    "各由来試料・細胞溶解液の log2 存在量",
  ),
});

function sideOf({ n, meanZ, markers }: SampleScore["vesicle"]) {
  const rows = markers.map(({ genes, category, log2Enrichment, z: score }) => ({
    genes,
    category,
    log2Enrichment,
    z: score,
  }));
  return { n, meanZ, markers: rows };
}

export const proteinScore = defineFinite({
  id: "proteome.proteinScore",
  version: "1",
  title: { en: "Vesicle enrichment score S", ja: "小胞濃縮スコア S" },
  summary: {
    en: "Mean z of log2 enrichment over source of categories 1 and 2a less that of 3 and 4, with every marker shown.",
    ja: "由来試料に対する log2 濃縮の z の平均を、カテゴリー 1・2a と 3・4 の差で示し、各マーカーの値も示します。",
  },
  input: z.object({
    proteins: field(z.array(protein).min(1), "", "Proteins", "タンパク質"),
  }),
  parameters: z.object({ version: categoryVersion, level: confidenceLevel }),
  example: {
    input: {
      proteins: [
        { genes: ["CD63"], vesicles: [24.1, 24.4], source: [21.2] },
        { genes: ["CD81"], vesicles: [25, 25.3], source: [21.9] },
        { genes: ["TSG101"], vesicles: [22.7, 22.1], source: [20.6] },
        { genes: ["ALB"], vesicles: [26.2, 26], source: [30.1] },
        { genes: ["APOB"], vesicles: [24.8, 25.5], source: [26.9] },
        { genes: ["CANX"], vesicles: [19.9, 19.5], source: [22.3] },
        { genes: ["ENO1"], vesicles: [23, 23.3], source: [23.6] },
        { genes: ["PKM"], vesicles: [22.4, 22.6], source: [22.9] },
      ],
    },
  },
  run: ({ proteins }, options) => {
    const named = (row: number) => proteins[row]!.genes.join(";") || String(row + 1);
    const vesicles = matrixOfRows(
      proteins.map(({ vesicles: values }) => ({ values })),
      named,
    );
    if (isRefused(vesicles)) return vesicles;
    const source = matrixOfRows(
      proteins.map(({ source: values }) => ({ values })),
      named,
    );
    if (isRefused(source)) return source;
    const genes = proteins.map((one) => one.genes);
    const found = enrichmentScore(genes, vesicles.value, source.value, options);
    if (isRefused(found)) return found;
    const { pooled, samples, interval, version } = found.value;
    return accepted(
      {
        score: { value: pooled.score, interval },
        version,
        sampleScores: samples.map((sample) => sample.score),
        categories: pooled.categories,
        vesicle: sideOf(pooled.vesicle),
        nonVesicle: sideOf(pooled.nonVesicle),
        background: pooled.background,
      },
      found.warnings,
    );
  },
});
