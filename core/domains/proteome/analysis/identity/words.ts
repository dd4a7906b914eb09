import { defineMessages } from "../../../../kernel/index.ts";

/** Titles and heads of the tables on what the proteins are. */
export const identityWords = defineMessages({
  markers: { en: "Marker proteins found", ja: "検出されたマーカータンパク質" },
  markersTold: {
    en: "Proteins of the MISEV categories, with their place among all proteins by mean log2 abundance. A marker supports the presence of vesicles; it does not prove their origin.",
    ja: "MISEV の分類に属するタンパク質と、平均 log2 存在量での順位。マーカーは小胞の存在を支持しますが、由来を証明するものではありません。",
  },
  enrichment: { en: "Vesicles against their source", ja: "小胞と由来試料の比較" },
  enrichmentTold: {
    en: "Mean log2 abundance in the vesicle samples less that in the source, with t between replicates (Welch; of pairs where each donor has one sample on either side). Carry-over: the abundance lies within what the source explains, by the line of proteins known not to be of vesicles.",
    ja: "小胞試料と由来試料の平均 log2 存在量の差。反復間の t 検定（Welch。各ドナーが両側に 1 試料ずつある場合は対応あり）。持ち込み：小胞由来でないことが分かっているタンパク質の直線から、由来試料の量で説明される範囲にあるもの。",
  },
  overlap: { en: "Proteins found by condition", ja: "条件ごとに検出されたタンパク質" },
  overlapTold: {
    en: "Every protein is counted in exactly one row: the conditions that have it in at least one sample.",
    ja: "各タンパク質は一つの行でのみ数えています。1 試料以上で検出された条件の組です。",
  },
  catalogue: { en: "Proteins in vesicle catalogues", ja: "小胞カタログとの照合" },
  catalogueTold: {
    en: "How many experiments of the catalogue found each protein. A hit in the union of a large catalogue means little: compare the share with what a random proteome of the same size would give.",
    ja: "各タンパク質を検出したカタログ中の実験数。大きなカタログ全体との一致はほとんど意味を持ちません。同じ大きさの無作為なプロテオームで期待される割合と比べてください。",
  },
  feature: { en: "Row", ja: "行" },
  gene: { en: "Gene", ja: "遺伝子" },
  category: { en: "Category", ja: "分類" },
  observed: { en: "Samples", ja: "試料数" },
  meanLog2: { en: "Mean log2", ja: "平均 log2" },
  rank: { en: "Rank", ja: "順位" },
  log2Enrichment: { en: "Enrichment, log2", ja: "濃縮（log2）" },
  lower: { en: "Lower limit", ja: "下限" },
  upper: { en: "Upper limit", ja: "上限" },
  p: { en: "p", ja: "p 値" },
  q: { en: "q", ja: "q 値" },
  class: { en: "Class", ja: "区分" },
  conditions: { en: "Conditions", ja: "条件" },
  proteins: { en: "Proteins", ja: "タンパク質数" },
  which: { en: "Which", ja: "内訳" },
  experiments: { en: "Experiments", ja: "実験数" },
  chosen: { en: "of these like this study", ja: "うち本研究と同様の実験" },
});
