import { defineMessages } from "../../../kernel/index.ts";

/** Heads of the room's tables. */
export const tableWords = defineMessages({
  title: { en: "Proteins that differ", ja: "差のあるタンパク質" },
  feature: { en: "Row", ja: "行" },
  gene: { en: "Gene", ja: "遺伝子" },
  protein: { en: "Protein", ja: "タンパク質" },
  description: { en: "Name", ja: "名称" },
  marks: { en: "Marked as", ja: "出力元の印" },
  log2FoldChange: { en: "Difference, log2", ja: "差（log2）" },
  lower: { en: "Lower limit", ja: "下限" },
  upper: { en: "Upper limit", ja: "上限" },
  meanAbundance: { en: "Mean abundance, log2", ja: "平均存在量（log2）" },
  statistic: { en: "t or z", ja: "t または z" },
  df: { en: "Degrees of freedom", ja: "自由度" },
  p: { en: "p", ja: "p 値" },
  q: { en: "q", ja: "q 値" },
  logOdds: { en: "B (log odds)", ja: "B（対数オッズ）" },
  auc: { en: "AUC", ja: "AUC" },
  firstObserved: { en: "Observed on the first side", ja: "一方での観測数" },
  secondObserved: { en: "Observed on the other side", ja: "他方での観測数" },
});
