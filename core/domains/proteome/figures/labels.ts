import type { Language } from "../../../kernel/index.ts";

const en = {
  difference: "Difference, log2",
  minusLogP: "−log10 p",
  mean: "Mean abundance, log2",
  condition: "Condition",
  sample: "Sample",
  missing: "Missing values / %",
  observed: "Values observed / %",
  proteins: "Proteins",
  rank: "Rank by abundance",
  kind: "What it is",
  marker: "vesicle marker (MISEV 1, 2a)",
  contaminant: "co-isolated or of other compartments (3, 4)",
  producer: "marked as a contaminant by the producer",
  z: "z-score by row",
  nes: "Normalised enrichment score (NES)",
  genes: "Genes of the set in the ranking",
  q: "q",
  side: "Samples on the side",
  explained: "Share explained",
  contrast: "Contrast",
  information: "Information left beside the column",
  tied: "Strength of association",
};

const ja: typeof en = {
  difference: "差（log2）",
  minusLogP: "−log10 p",
  mean: "平均存在量（log2）",
  condition: "条件",
  sample: "試料",
  missing: "欠測 / %",
  observed: "観測された値 / %",
  proteins: "タンパク質数",
  rank: "存在量の順位",
  kind: "種類",
  marker: "小胞マーカー（MISEV 1、2a）",
  contaminant: "共分離・他区画（3、4）",
  producer: "出力元が混入物とした行",
  z: "行ごとの z スコア",
  nes: "正規化エンリッチメントスコア（NES）",
  genes: "順位中の遺伝子数",
  q: "q 値",
  side: "各側の試料数",
  explained: "説明される割合",
  contrast: "比較",
  information: "列を考慮して残る情報",
  tied: "関連の強さ",
};

/** Axis and legend titles of this domain's figures. */
export const labels: Readonly<Record<Language, typeof en>> = { en, ja };

export const vegaLite = "https://vega.github.io/schema/vega-lite/v5.json";

/** Of the figures' theme: the two sides of a contrast, what is neither, cells, and what was not measured. */
export const colours = {
  first: "#11878b",
  second: "#cb5340",
  rest: "#8fa1a2",
  marker: "#11878b",
  contaminant: "#b97700",
  producer: "#cb5340",
  cell: "#11878b",
  absent: "#d9e2e2",
} as const;
