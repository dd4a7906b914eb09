import { defineMessages } from "../../../kernel/index.ts";

/** Heads of the table of gene sets. */
export const enrichmentWords = defineMessages({
  title: { en: "Gene sets", ja: "遺伝子集合" },
  set: { en: "Set", ja: "集合" },
  size: { en: "Genes of the set", ja: "集合の遺伝子数" },
  inRanking: { en: "of these tested", ja: "うち検定済み" },
  es: { en: "ES", ja: "ES" },
  nes: { en: "NES", ja: "NES" },
  p: { en: "p, GSEA", ja: "p 値（GSEA）" },
  q: { en: "q, GSEA", ja: "q 値（GSEA）" },
  leadingEdge: { en: "Leading edge", ja: "リーディングエッジ" },
  hits: { en: "Called different", ja: "差ありの数" },
  fold: { en: "over the expected", ja: "期待値との比" },
  overP: { en: "p, over-representation", ja: "p 値（過剰表現）" },
  overQ: { en: "q, over-representation", ja: "q 値（過剰表現）" },
});
