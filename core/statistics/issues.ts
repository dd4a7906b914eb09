import { defineIssues } from "../kernel/index.ts";

/** What statistics refuse or doubt. */
export const statisticsIssues = defineIssues({
  "statistics-no-values": {
    severity: "error",
    message: { en: "There are no values to compute from.", ja: "計算に使える値がありません。" },
    remedy: {
      en: "Check that the files and sheet rows of this subject were read.",
      ja: "対象のファイルと試料表の行が読み込まれているか確認してください。",
    },
  },
  "statistics-too-few-values": {
    severity: "error",
    message: {
      en: "{n} values are too few: this computation needs at least {needed}.",
      ja: "値が {n} 個しかありません。この計算には少なくとも {needed} 個必要です。",
    },
    remedy: { en: "Add replicates.", ja: "反復測定を追加してください。" },
  },
  "statistics-not-finite": {
    severity: "error",
    message: {
      en: "A value is missing or not finite.",
      ja: "欠測値または有限でない値が含まれています。",
    },
    remedy: {
      en: "Remove the value, or read the file again with the missing value left out.",
      ja: "その値を除くか、欠測値を除いてファイルを読み直してください。",
    },
  },
  "statistics-not-positive": {
    severity: "error",
    message: {
      en: "{n} values are zero or negative, and this computation is on the logarithmic scale.",
      ja: "0 以下の値が {n} 個あり、対数尺度での計算ができません。",
    },
    remedy: {
      en: "Treat values below the detection limit as such; do not replace them by a number.",
      ja: "検出限界未満の値は検出限界未満として扱い、数値で置き換えないでください。",
    },
  },
  "statistics-no-spread": {
    severity: "error",
    message: {
      en: "All values are the same, so that no uncertainty can be estimated.",
      ja: "すべての値が同じため、不確かさを推定できません。",
    },
    remedy: {
      en: "Check for copied or rounded values.",
      ja: "値の複製や丸めがないか確認してください。",
    },
  },
  "statistics-identical-replicates": {
    severity: "warning",
    message: {
      en: "All {n} replicates have the same value: no interval can be given.",
      ja: "{n} 個の反復がすべて同じ値のため、信頼区間を示せません。",
    },
    remedy: {
      en: "Check for copied or rounded values.",
      ja: "値の複製や丸めがないか確認してください。",
    },
  },
  "statistics-collinear": {
    severity: "error",
    message: {
      en: "The predictors of the regression cannot be told apart, or one of them does not vary.",
      ja: "回帰の説明変数が互いに区別できないか、変化していないものがあります。",
    },
    remedy: {
      en: "Measure at more levels, or leave one predictor out.",
      ja: "水準を増やして測定するか、説明変数を減らしてください。",
    },
  },
  "statistics-negative-weights": {
    severity: "error",
    message: { en: "{n} weights are negative.", ja: "負の重みが {n} 個あります。" },
    remedy: {
      en: "Use the counts before the blank was subtracted.",
      ja: "ブランクを差し引く前の計数を使ってください。",
    },
  },
  "statistics-too-few-bins": {
    severity: "error",
    message: {
      en: "Only {bins} bins hold particles: a log-normal needs at least {needed}.",
      ja: "粒子のあるビンが {bins} 個しかありません。対数正規分布の当てはめには少なくとも {needed} 個必要です。",
    },
    remedy: {
      en: "Use narrower bins, or report the histogram without a model.",
      ja: "ビン幅を狭くするか、モデルを使わずにヒストグラムを報告してください。",
    },
  },
  "statistics-lognormal-not-identified": {
    severity: "error",
    message: {
      en: "The counts do not determine a truncated log-normal: its peak lies far outside the bins.",
      ja: "計数から打ち切り対数正規分布を決定できません。分布の山がビンの範囲から大きく外れています。",
    },
    remedy: {
      en: "Report the histogram without a model; most particles are probably below the detection limit.",
      ja: "モデルを使わずにヒストグラムを報告してください。大半の粒子が検出限界より小さいと考えられます。",
    },
  },
  "statistics-lognormal-not-converged": {
    severity: "error",
    message: {
      en: "The log-normal fit did not converge in {iterations} iterations.",
      ja: "対数正規分布の当てはめが {iterations} 回の反復で収束しませんでした。",
    },
    remedy: {
      en: "Report the histogram without a model, and send us the histogram.",
      ja: "モデルを使わずにヒストグラムを報告し、そのヒストグラムを開発者へお送りください。",
    },
  },
  "statistics-nothing-replicated": {
    severity: "warning",
    message: {
      en: "No level of the design is replicated: the mean has no interval.",
      ja: "どの階層にも反復がないため、平均の信頼区間は得られません。",
    },
    remedy: {
      en: "Repeat at the level that the conclusion is about, best with more donors.",
      ja: "結論の対象となる階層（できればドナー）で反復してください。",
    },
  },
  "statistics-bootstrap-few-units": {
    severity: "warning",
    message: {
      en: "A bootstrap over {n} units gives intervals that are too narrow.",
      ja: "{n} 個の単位によるブートストラップの区間は狭くなりすぎます。",
    },
    remedy: {
      en: "Prefer a t-interval, or add units.",
      ja: "t 分布による区間を使うか、単位を増やしてください。",
    },
  },
  "statistics-bootstrap-undefined": {
    severity: "error",
    message: {
      en: "The statistic is undefined in {n} of {replicates} resamples.",
      ja: "{replicates} 回の再標本のうち {n} 回で統計量が定義できません。",
    },
    remedy: {
      en: "Use a statistic that is defined for every resample, or add units.",
      ja: "どの再標本でも定義できる統計量を使うか、単位を増やしてください。",
    },
  },
  "statistics-bootstrap-one-sided": {
    severity: "error",
    message: {
      en: "All resamples lie on one side of the estimate: no bias-corrected interval exists.",
      ja: "再標本の値がすべて推定値の片側にあるため、偏り補正区間は得られません。",
    },
    remedy: {
      en: "Use the percentile interval or an interval from a model.",
      ja: "パーセンタイル区間またはモデルによる区間を使ってください。",
    },
  },
  "statistics-negative-count": {
    severity: "error",
    message: { en: "A blank cannot have {counts} counts.", ja: "ブランクの計数 {counts} は負です。" },
    remedy: { en: "Use the raw counts of the blank.", ja: "ブランクの生の計数を使ってください。" },
  },
  "statistics-low-blank-count": {
    severity: "warning",
    message: {
      en: "The blank has {counts} counts: below {needed} false positives are nearly twice as frequent as stated, or more.",
      ja: "ブランクの計数が {counts} です。{needed} 未満では、偽陽性の割合が公称値の 2 倍近く、またはそれ以上になります。",
    },
    remedy: {
      en: "Record the blank for longer, or use several blanks.",
      ja: "ブランクの測定時間を延ばすか、複数のブランクを測定してください。",
    },
  },
  "statistics-not-positive-definite": {
    severity: "error",
    message: {
      en: "The matrix is not positive definite: column {column} is a combination of those before it, or contradicts them.",
      ja: "行列が正定値ではありません。{column} 列目がそれより前の列の線形結合になっているか、それらと矛盾しています。",
    },
    remedy: {
      en: "Leave out variables that repeat others, or add samples.",
      ja: "ほかと重複する変数を除くか、試料を増やしてください。",
    },
  },
  "statistics-missing-values": {
    severity: "error",
    message: {
      en: "{n} values are missing or not finite, in {features} features.",
      ja: "欠測値または有限でない値が {features} 個の特徴量に計 {n} 個あります。",
    },
    remedy: {
      en: "Impute them, or use only the features that were measured in every sample.",
      ja: "補完するか、すべての試料で測定された特徴量だけを使ってください。",
    },
  },
  "statistics-constant-features": {
    severity: "error",
    message: {
      en: "{n} features have the same value in every sample and cannot be scaled to unit variance.",
      ja: "{n} 個の特徴量がすべての試料で同じ値のため、分散を 1 に揃えられません。",
    },
    remedy: {
      en: "Leave these features out, or do not scale.",
      ja: "それらの特徴量を除くか、尺度を揃えずに計算してください。",
    },
  },
  "statistics-fewer-components": {
    severity: "warning",
    message: {
      en: "The data have only {found} principal components; {asked} were asked for.",
      ja: "指定された主成分は {asked} 個ですが、データには {found} 個しかありません。",
    },
    remedy: { en: "Use fewer components, or add samples.", ja: "主成分を減らすか、試料を増やしてください。" },
  },
  "statistics-constant-samples": {
    severity: "error",
    message: {
      en: "{n} samples have the same value in every feature: they have no correlation with others.",
      ja: "{n} 個の試料ですべての特徴量が同じ値のため、ほかの試料との相関を計算できません。",
    },
    remedy: {
      en: "Leave these samples out, or use Euclidean distances.",
      ja: "それらの試料を除くか、ユークリッド距離を使ってください。",
    },
  },
});
