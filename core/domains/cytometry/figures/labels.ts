import type { Language } from "../../../kernel/index.ts";

const en = {
  arbitrary: "arbitrary units",
  sample: "Sample",
  share: "Events / % per bin",
  curve: "Measured",
  sampleCurve: "sample",
  fmo: "all dyes but this (FMO)",
  isotype: "isotype control",
  unstained: "unstained control",
  reagent: "buffer with reagent",
  buffer: "buffer only",
  detergent: "after detergent",
  assigned: "Assigned value",
  median: "Median of the peak / arbitrary units",
  residual: "Residual / %",
  channel: "Channel",
  diameter: "Diameter / nm",
  signal: "Scatter signal / arbitrary units",
  beads: "beads",
  vesicles: "vesicles (assumed index)",
  model: "Model",
  dilution: "Dilution factor",
  rate: "Particles as measured / (particles/mL)",
  relative: "Relative median",
  events: "Events",
  fraction: "Positive fraction / %",
  condition: "Condition",
};

const ja: typeof en = {
  arbitrary: "任意単位",
  sample: "試料",
  share: "割合 /（% / ビン）",
  curve: "測定",
  sampleCurve: "試料",
  fmo: "この色素以外（FMO）",
  isotype: "アイソタイプ対照",
  unstained: "未染色対照",
  reagent: "緩衝液＋試薬",
  buffer: "緩衝液のみ",
  detergent: "界面活性剤処理後",
  assigned: "値付け",
  median: "ピークの中央値 / 任意単位",
  residual: "残差 / %",
  channel: "チャンネル",
  diameter: "直径 / nm",
  signal: "散乱光シグナル / 任意単位",
  beads: "ビーズ",
  vesicles: "小胞（仮定した屈折率）",
  model: "モデル",
  dilution: "希釈倍率",
  rate: "測定時の粒子濃度 / (粒子/mL)",
  relative: "中央値の比",
  events: "イベント数",
  fraction: "陽性率 / %",
  condition: "条件",
};

/** Axis and legend titles of this domain's figures. */
export const labels: Readonly<Record<Language, typeof en>> = { en, ja };

export const vegaLite = "https://vega.github.io/schema/vega-lite/v5.json";
