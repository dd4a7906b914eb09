import { z } from "zod";
import { accepted, field } from "../../../kernel/index.ts";
import { benjaminiHochberg, benjaminiYekutieli, holm, storeyQ } from "../../../statistics/index.ts";
import { defineFinite } from "./define-finite.ts";
import { orNull } from "./tables.ts";

export const adjustP = defineFinite({
  id: "proteome.adjustP",
  version: "1",
  title: { en: "Adjusted p values", ja: "p 値の多重検定補正" },
  summary: {
    en: "p values of many proteins adjusted after Benjamini-Hochberg, Benjamini-Yekutieli, Holm and Storey, side by side.",
    ja: "多数の p 値を Benjamini–Hochberg、Benjamini–Yekutieli、Holm、Storey の各法で補正し、並べて示します。",
  },
  input: z.object({
    pValues: field(
      z.array(z.number().min(0).max(1).nullable()).min(1),
      "1",
      "p value of each protein; empty where it was not tested",
      "タンパク質ごとの p 値（検定なしは空）",
    ),
  }),
  parameters: z.object({
    limit: field(
      z.number().gt(0).lt(1).default(0.05),
      "1",
      "Adjusted p below which to count",
      "計数する補正 p 値の上限",
    ),
    pi0Method: field(
      z.enum(["smoother", "bootstrap"]).default("smoother"),
      "",
      "How Storey's share of true nulls is estimated",
      "Storey 法で真の帰無仮説の割合を推定する方法",
    ),
  }),
  example: { input: { pValues: [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216] } },
  run: ({ pValues }, { limit, pi0Method }) => {
    const p = Float64Array.from(pValues, (one) => one ?? Number.NaN);
    const storey = storeyQ(p, { pi0Method });
    const lists = {
      benjaminiHochberg: benjaminiHochberg(p),
      benjaminiYekutieli: benjaminiYekutieli(p),
      holm: holm(p),
      storey: storey.q,
    };
    const below = (list: Float64Array) => list.reduce((n, one) => n + (one < limit ? 1 : 0), 0);
    return accepted({
      tested: p.reduce((n, one) => n + (Number.isNaN(one) ? 0 : 1), 0),
      trueNulls: { share: storey.pi0, estimated: storey.estimated },
      below: {
        benjaminiHochberg: below(lists.benjaminiHochberg),
        benjaminiYekutieli: below(lists.benjaminiYekutieli),
        holm: below(lists.holm),
        storey: below(lists.storey),
      },
      benjaminiHochberg: Array.from(lists.benjaminiHochberg, orNull),
      benjaminiYekutieli: Array.from(lists.benjaminiYekutieli, orNull),
      holm: Array.from(lists.holm, orNull),
      storey: Array.from(lists.storey, orNull),
    });
  },
});
