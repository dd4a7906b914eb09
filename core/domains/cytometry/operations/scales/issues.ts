import { defineIssues } from "../../../../kernel/index.ts";

/** What scales and the estimate of the logicle width refuse or doubt. */
export const scalesIssues = defineIssues({
  "cytometry-scale-parameter": {
    severity: "error",
    message: {
      en: "A {kind} scale needs {rule}; given are {given}.",
      ja: "{kind} スケールには {rule} が必要ですが、指定値は {given} です。",
    },
    remedy: {
      en: "Correct the parameters of the scale (T top, M decades, W linear decades, A additional negative decades).",
      ja: "スケールのパラメータを修正してください（T: 上限、M: ディケード数、W: 線形部、A: 負側の追加ディケード）。",
    },
  },
  "cytometry-scale-overflow": {
    severity: "error",
    message: {
      en: "With {given} the {kind} scale leaves the range of numbers.",
      ja: "{given} の {kind} スケールは数値の範囲を超えます。",
    },
    remedy: {
      en: "Use fewer decades or a top that fits the detector; 4 to 6 decades are usual.",
      ja: "ディケード数を減らすか、検出器に合う上限を指定してください（通常は 4〜6 ディケード）。",
    },
  },
  "cytometry-scale-no-place": {
    severity: "warning",
    message: {
      en: "{n} of {total} values have no place on a {kind} scale and are left empty.",
      ja: "{total} 個の値のうち {n} 個は {kind} スケール上に位置を持たないため、空欄としました。",
    },
    remedy: {
      en: "Use a logicle or arcsinh scale, which shows 0 and negative values.",
      ja: "0 や負の値を表示できる logicle または arcsinh スケールを使ってください。",
    },
  },
  "cytometry-logicle-no-values": {
    severity: "error",
    message: {
      en: "There are no values to estimate the logicle width from.",
      ja: "logicle の線形幅を推定する値がありません。",
    },
    remedy: {
      en: "Give the compensated values of one channel.",
      ja: "1 チャンネルの補正後の値を指定してください。",
    },
  },
  "cytometry-logicle-no-negatives": {
    severity: "warning",
    message: {
      en: "None of the {total} values is negative: W = {w} is a convention, not an estimate.",
      ja: "{total} 個の値に負の値がないため、W = {w} は推定値ではなく慣例値です。",
    },
    remedy: {
      en: "Estimate W from a sample that has negative values after compensation, such as the unstained control.",
      ja: "補正後に負の値を含む試料（未染色対照など）から W を推定してください。",
    },
  },
  "cytometry-logicle-few-negatives": {
    severity: "warning",
    message: {
      en: "Only {n} values are negative: their 5th percentile, and W with it, is uncertain.",
      ja: "負の値が {n} 個しかないため、5 パーセンタイルと W は不確かです。",
    },
    remedy: {
      en: "Use more events or pool files; {needed} negative values or more are advised.",
      ja: "イベント数を増やすかファイルをまとめてください（負の値は {needed} 個以上が目安です）。",
    },
  },
  "cytometry-logicle-width-limited": {
    severity: "warning",
    message: {
      en: "The negative values ask for W = {wanted}, outside 0 to M / 2; W = {w} is used.",
      ja: "負の値からは W = {wanted} となり 0〜M/2 の範囲外のため、W = {w} としました。",
    },
    remedy: {
      en: "Check that T and M belong to this channel and that compensation is right.",
      ja: "T と M がこのチャンネルに合っているか、補正が正しいか確認してください。",
    },
  },
});
