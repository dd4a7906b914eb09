import { z } from "zod";
import { accepted, field, portable } from "../../../kernel/index.ts";
import {
  contrastSe,
  detectableDifference,
  discoveryAlpha,
  discoveryPower,
  powerOfContrast,
} from "../../../statistics/index.ts";
import { defineFinite } from "./define-finite.ts";
import { orNull } from "./tables.ts";

const donors = z.int().min(1).max(1_000_000);
const share = z.number().gt(0).lt(1);

export const designPower = defineFinite({
  id: "proteome.designPower",
  version: "1",
  title: { en: "Power of a comparison", ja: "比較の検出力" },
  summary: {
    en: "Smallest log2 difference that two groups of donors find, and the power for a given one, for one test or an FDR.",
    ja: "2 群のドナー数で検出できる最小の log2 差と、指定した差に対する検出力を、単独の検定または FDR について求めます。",
  },
  input: z.object({
    n1: field(donors, "1", "Donors in the first group", "第 1 群のドナー数"),
    n2: field(donors, "1", "Donors in the second group", "第 2 群のドナー数"),
    sd: field(
      z.number().positive(),
      "1",
      "Residual SD of log2 abundances between donors",
      "ドナー間の log2 存在量の残差標準偏差",
    ),
    effect: field(
      z.number().default(1),
      "1",
      "log2 difference to find the power for",
      "検出力を求める log2 差",
    ),
  }),
  parameters: z.object({
    criterion: field(
      z.enum(["false discovery rate", "single test"]).default("false discovery rate"),
      "",
      "What `alpha` limits",
      "alpha が制限するもの",
    ),
    alpha: field(share.default(0.05), "1", "Limit of the rate or of p", "率または p の上限"),
    trueShare: field(
      share.default(0.1),
      "1",
      "Share of proteins that truly differ, for a false discovery rate",
      "実際に差のあるタンパク質の割合（FDR の場合）",
    ),
    power: field(share.default(0.8), "1", "Power aimed at", "目標とする検出力"),
    efficiency: field(
      z.number().gt(0).max(1).default(1),
      "1",
      "Share of the contrast's information that covariates leave",
      "共変量を考慮したとき比較に残る情報の割合",
    ),
  }),
  example: { input: { n1: 8, n2: 8, sd: 0.6, effect: 1 } },
  run: ({ effect, ...given }, { criterion, alpha, trueShare, power, efficiency }) => {
    const groups = { ...given, efficiency };
    const discovery = criterion === "false discovery rate" ? { rate: alpha, trueShare } : null;
    const reached = discovery
      ? discoveryPower(groups, effect, discovery)
      : powerOfContrast(groups, effect, alpha);
    const pLimit = discovery ? discoveryAlpha(discovery, power) : alpha;
    const smallest = detectableDifference(groups, power, pLimit);
    return accepted({
      se: contrastSe(groups),
      pLimit,
      detectable: orNull(smallest),
      detectableFold: orNull(portable.pow(2, smallest)),
      powerAtEffect: orNull(reached),
    });
  },
});
