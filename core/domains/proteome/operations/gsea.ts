import { z } from "zod";
import { accepted, field, isRefused, refused } from "../../../kernel/index.ts";
import { gseaPreranked } from "../../../statistics/index.ts";
import { defineFinite } from "./define-finite.ts";
import { geneSets, setSizes, setsOf, sizesIssue } from "./gene-sets.ts";
import { orNull } from "./tables.ts";

const scores = [3.2, 2.5, 2.1, 1.4, 1, 0.4, -0.2, -0.9, -1.5, -2.8];
const genes = ["CD81", "CD63", "RAB7A", "TSG101", "HSPA8", "RAB5C", "ENO1", "GAPDH", "FLOT1", "ALB"];

export const gsea = defineFinite({
  id: "proteome.gsea",
  version: "1",
  title: { en: "Gene-set enrichment of a ranking", ja: "順位付けした遺伝子のセット濃縮（GSEA）" },
  summary: {
    en: "Whether a set's genes lie towards one end of a ranked list; random sets of the same size as null.",
    ja: "セットの遺伝子が順位の一端に偏るかを、同じ大きさの無作為なセットと比べて調べます。",
  },
  input: z.object({
    ranked: field(
      z
        .array(
          z.object({
            gene: field(z.string(), "", "Gene", "遺伝子"),
            score: field(z.number(), "1", "Score, such as t", "値（t など）"),
          }),
        )
        .min(1),
      "",
      "All genes tested with their score",
      "検定したすべての遺伝子とその値",
    ),
    sets: geneSets,
  }),
  parameters: z.object({
    permutations: field(z.int().min(1).max(100_000).default(1000), "1", "Random sets", "無作為なセットの数"),
    seed: field(
      z
        .int()
        .min(0)
        .max(2 ** 32 - 1)
        .default(1),
      "1",
      "Seed",
      "乱数の種",
    ),
    weight: field(
      z.number().min(0).max(10).default(1),
      "1",
      "Exponent of the scores; 0 for ranks alone",
      "値の指数（0 は順位のみ）",
    ),
    ...setSizes,
  }),
  example: {
    input: {
      ranked: genes.map((gene, at) => ({ gene, score: scores[at]! })),
      sets: [{ name: "vesicle markers", genes: ["CD81", "CD63", "TSG101", "FLOT1"] }],
    },
    parameters: { minSize: 3 },
  },
  run: ({ ranked, sets }, parameters) => {
    const reversed = sizesIssue(parameters);
    if (reversed) return refused(reversed);
    const given = { ids: ranked.map(({ gene }) => gene), scores: ranked.map(({ score }) => score) };
    const found = gseaPreranked(given, setsOf(sets), parameters);
    if (isRefused(found)) return found;
    const { genes: ranking, tied, permutations, omitted } = found.value;
    const rows = found.value.sets.map((set) => ({
      set: set.id,
      inRanking: set.inRanking,
      es: orNull(set.es),
      nes: orNull(set.nes),
      p: orNull(set.p),
      q: orNull(set.q),
      resolution: orNull(set.resolution),
      leadingEdge: set.leadingEdge,
    }));
    const left = omitted.map(({ id, size, measured }) => ({ set: id, size, measured }));
    return accepted({ genes: ranking, tied, permutations, sets: rows, omitted: left }, found.warnings);
  },
});
