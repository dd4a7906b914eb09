import { defineMessages } from "vesica/kernel";

export const words = defineMessages({
  title: { en: "Compare samples", ja: "試料の比較" },
  intro: {
    en: "Choose samples in any of the three views; the others follow. The address of this page keeps the choice.",
    ja: "3 つの表示のどれかで試料を選ぶと、他の表示にも反映されます。選択はページのアドレスに保存されます。",
  },
  none: {
    en: "This study has no headline number of a sample to compare.",
    ja: "比較できる試料の主要な値がありません。",
  },
  samples: { en: "Samples", ja: "試料" },
  selected: { en: "{count} of {total} samples selected", ja: "{total} 試料中 {count} 試料を選択中" },
  selectAll: { en: "Select all", ja: "すべて選択" },
  clear: { en: "Select none", ja: "選択を解除" },
  noCondition: { en: "no condition given", ja: "条件の記載なし" },
  scatter: { en: "Two numbers against each other", ja: "2 つの値の関係" },
  xAxis: { en: "Horizontal axis", ja: "横軸" },
  yAxis: { en: "Vertical axis", ja: "縦軸" },
  byCondition: { en: "Condition", ja: "条件" },
  scatterHelp: {
    en: "Drag to select a rectangle of samples, click to add or take one. By keyboard: arrow keys move between samples, Space selects, Shift with an arrow key selects on the way, Escape selects none. Lines are the intervals.",
    ja: "ドラッグで範囲内の試料を選択、クリックで 1 つずつ選択・解除。キーボードでは矢印キーで移動、スペースで選択・解除、Shift＋矢印で続けて選択、Esc で選択を解除。線は区間を示します。",
  },
  scatterLabel: { en: "Samples by {x} and {y}", ja: "{x}と{y}による試料の分布" },
  point: { en: "{sample}, {condition}: {values}", ja: "{sample}（{condition}）：{values}" },
  pointSelected: { en: "{point}; selected", ja: "{point}、選択中" },
  noPoints: { en: "No sample has both of these numbers.", ja: "この 2 つの値を両方もつ試料はありません。" },
  curves: { en: "Distributions of the samples", ja: "試料ごとの分布" },
  noCurves: {
    en: "No figure of this study draws distributions by sample.",
    ja: "試料ごとの分布を示す図はありません。",
  },
  figure: { en: "Distribution", ja: "分布" },
  curvesHelp: {
    en: "Drag across to look closer at a range, or give its limits. The selected samples are drawn bold, the others faint.",
    ja: "横にドラッグするか範囲の数値を入力すると拡大します。選択した試料を太線、その他を淡い線で示します。",
  },
  from: { en: "From", ja: "下限" },
  to: { en: "To", ja: "上限" },
  wholeRange: { en: "Whole range", ja: "全範囲" },
  shownRange: { en: "Shown: {from} to {to} ({axis})", ja: "表示範囲：{from}～{to}（{axis}）" },
  curvesLabel: { en: "{title} of {count} samples", ja: "{title}（{count} 試料）" },
  legend: { en: "Curves", ja: "曲線" },
  table: { en: "The numbers side by side", ja: "値の一覧" },
  tableNone: {
    en: "No sample is selected: the numbers of all samples are in the verdict. Select samples to set their numbers side by side with those of their groups.",
    ja: "試料が選択されていません。試料を選ぶと、その値を群の値と並べて表示します（全試料の値は「結果の要約」にあります）。",
  },
});
