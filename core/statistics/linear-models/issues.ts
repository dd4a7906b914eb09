import { defineIssues } from "../../kernel/issue.ts";

/** What gene-wise linear models refuse or doubt. */
export const linearModelIssues = defineIssues({
  "linear-model-aliased-coefficients": {
    severity: "error",
    message: {
      en: "Coefficients {coefficients} of the design (counted from 1) follow from those before them and cannot be estimated.",
      ja: "計画行列の係数 {coefficients}(1 から数える)は、それより前の係数から決まるため推定できません。",
    },
    remedy: {
      en: "Leave these columns out of the design, or check whether a condition and a batch always occur together.",
      ja: "これらの列を計画行列から除くか、条件とバッチが常に重なっていないか確認してください。",
    },
  },
  "linear-model-design-not-finite": {
    severity: "error",
    message: {
      en: "The design, the weights or the contrasts hold a value that is missing, infinite or, for a weight, negative.",
      ja: "計画行列、重みまたは対比に、欠測値、有限でない値、または負の重みが含まれています。",
    },
    remedy: {
      en: "Give every sample a number in every column of the design and a weight of at least 0.",
      ja: "すべての試料について計画行列の全列に数値を入れ、重みは 0 以上にしてください。",
    },
  },
  "linear-model-no-residual-degrees": {
    severity: "error",
    message: {
      en: "No feature has values left over to estimate a variance from.",
      ja: "分散を推定できるだけの値をもつ特徴量がありません。",
    },
    remedy: {
      en: "Add replicates, or take columns out of the design.",
      ja: "反復を追加するか、計画行列の列を減らしてください。",
    },
  },
  "linear-model-correlation-out-of-range": {
    severity: "error",
    message: {
      en: "A correlation of {correlation} within blocks of up to {size} samples is not possible.",
      ja: "最大 {size} 試料のブロック内で、相関 {correlation} はありえません。",
    },
    remedy: {
      en: "Estimate the correlation from the data.",
      ja: "相関をデータから推定してください。",
    },
  },
  "linear-model-robust-unequal": {
    severity: "error",
    message: {
      en: "The legacy method has no robust prior for features that differ in residual degrees of freedom.",
      ja: "従来法の頑健な事前分布は、残差自由度がすべて等しい場合にのみ使えます。",
    },
    remedy: {
      en: "Use the current method, or moderate without the robust prior.",
      ja: "現行の方法を使うか、頑健な事前分布を使わずに調整してください。",
    },
  },
  "linear-model-no-array-weights": {
    severity: "warning",
    message: {
      en: "The residuals are too few to tell the samples apart: every sample has a weight of 1.",
      ja: "残差が少なく試料の良否を判別できないため、すべての試料の重みを 1 としました。",
    },
    remedy: {
      en: "Read the statistics as those without sample weights.",
      ja: "試料の重みを用いない結果として扱ってください。",
    },
  },
  "linear-model-few-features": {
    severity: "warning",
    message: {
      en: "{n} features with a variance are too few to learn a prior from: the variances were not moderated.",
      ja: "分散を求められた特徴量が {n} 個しかなく、事前分布を推定できないため、分散は調整していません。",
    },
    remedy: {
      en: "Read the statistics as ordinary t-tests.",
      ja: "通常の t 検定の結果として扱ってください。",
    },
  },
  "linear-model-zero-variances": {
    severity: "warning",
    message: {
      en: "{n} features have a variance of 0.",
      ja: "分散が 0 の特徴量が {n} 個あります。",
    },
    remedy: {
      en: "Check for imputed, copied or rounded values.",
      ja: "補完、複製または丸めによる値がないか確認してください。",
    },
  },
});
