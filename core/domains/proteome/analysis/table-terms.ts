import { defineMessages } from "../../../kernel/index.ts";

/** What a row of each of the room's tables is, by table id. */
export const tableTerms = defineMessages({
  "proteome.contrast": {
    en: "A protein of a contrast: difference, limits, p, q and AUC; every protein of the data set, those not tested too",
    ja: "比較における各タンパク質：差・区間・p 値・q 値・AUC。検定しなかったものも含む全タンパク質",
  },
  "proteome.onOff": {
    en: "A protein observed on one side of a contrast only, with Fisher's exact test of detection",
    ja: "比較の一方でのみ観測されたタンパク質と、検出の有無に対する Fisher の正確確率検定",
  },
  "proteome.enrichment": {
    en: "A gene set in a contrast: GSEA and over-representation",
    ja: "比較における遺伝子集合：GSEA と過剰表現解析",
  },
  "proteome.markers": {
    en: "A marker protein of the MISEV categories that the data set has, with its abundance and rank",
    ja: "データセットに含まれる MISEV 分類のマーカータンパク質と、その存在量・順位",
  },
  "proteome.evEnrichment": {
    en: "A protein of the vesicles against their source: enrichment and whether carry-over explains it",
    ja: "小胞と由来試料を比べた各タンパク質：濃縮と、持ち込みで説明されるかどうか",
  },
  "proteome.overlap": {
    en: "A combination of conditions with the proteins that exactly these have",
    ja: "条件の組み合わせと、ちょうどその条件だけで検出されたタンパク質",
  },
  "proteome.catalogue": {
    en: "A protein of the data set with the experiments of a vesicle catalogue that found it",
    ja: "データセットの各タンパク質と、それを検出した小胞カタログ中の実験数",
  },
});
