import { defineIssues } from "../../kernel/index.ts";

/** What the normalisation, quantification and imputation of a matrix of features and samples refuse or doubt. */
export const normalisationIssues = defineIssues({
  "matrix-infinite": {
    severity: "error",
    message: {
      en: "{n} values are infinite, as the logarithm of zero is.",
      ja: "無限大の値が {n} 個あります（0 の対数など）。",
    },
    remedy: {
      en: "Treat an intensity of zero as missing before the logarithm is taken.",
      ja: "対数をとる前に、強度 0 は欠測として扱ってください。",
    },
  },
  "matrix-nothing-observed": {
    severity: "error",
    message: { en: "Every value of the matrix is missing.", ja: "行列のすべての値が欠測です。" },
    remedy: {
      en: "Check that the intensity columns were read.",
      ja: "強度の列が読み込まれているか確認してください。",
    },
  },
  "matrix-empty-samples": {
    severity: "warning",
    message: {
      en: "{n} samples have no observed value; they stay as they are.",
      ja: "観測値が一つもない試料が {n} 個あり、そのまま残しました。",
    },
    remedy: {
      en: "Leave these samples out, and say so.",
      ja: "これらの試料を除き、その旨を報告してください。",
    },
  },
  "normalisation-one-sample": {
    severity: "error",
    message: {
      en: "This normalisation compares samples, and there are fewer than two.",
      ja: "この正規化は試料どうしを比較しますが、試料が 2 個未満です。",
    },
    remedy: { en: "Add samples.", ja: "試料を追加してください。" },
  },
  "normalisation-empty-subset": {
    severity: "error",
    message: {
      en: "{n} samples have no observed value in the given set of features.",
      ja: "指定した特徴の集合に観測値が一つもない試料が {n} 個あります。",
    },
    remedy: {
      en: "Use a set of features that was seen in every sample, or leave these samples out.",
      ja: "すべての試料で観測された特徴の集合を使うか、これらの試料を除いてください。",
    },
  },
  "normalisation-factor": {
    severity: "error",
    message: {
      en: "{n} of the factors per sample are missing, zero or negative.",
      ja: "試料ごとの係数のうち {n} 個が欠測、0 または負の値です。",
    },
    remedy: {
      en: "Give a positive factor, such as the particle number, for each sample.",
      ja: "各試料に正の係数（粒子数など）を指定してください。",
    },
  },
  "normalisation-too-few-features": {
    severity: "error",
    message: {
      en: "{n} features can be used: this normalisation needs at least {needed}.",
      ja: "使える特徴が {n} 個しかありません。この正規化には少なくとも {needed} 個必要です。",
    },
    remedy: {
      en: "Use median centring, which needs few features.",
      ja: "特徴が少なくてもよい中央値補正を使ってください。",
    },
  },
  "normalisation-not-converged": {
    severity: "error",
    message: {
      en: "The variance stabilisation did not converge in {iterations} iterations.",
      ja: "分散安定化の当てはめが {iterations} 回の反復で収束しませんでした。",
    },
    remedy: {
      en: "Check for samples of constant values, or normalise logarithms instead.",
      ja: "一定値の試料がないか確認するか、対数値での正規化を使ってください。",
    },
  },
  "normalisation-no-additive-noise": {
    severity: "warning",
    message: {
      en: "No additive noise is seen, so that the offsets of the variance stabilisation are not determined by the data.",
      ja: "加法的な雑音が見られないため、分散安定化のオフセットはデータから決まりません。",
    },
    remedy: {
      en: "Normalise logarithms instead.",
      ja: "代わりに対数値を正規化してください。",
    },
  },
  "quantification-disconnected": {
    severity: "warning",
    message: {
      en: "{n} proteins fall into sets of samples that share no peptide ratio; between the sets they cannot be compared by ratios.",
      ja: "{n} 個のタンパク質で、ペプチド比を共有しない試料の集まりに分かれています。集まりの間では比による比較ができません。",
    },
    remedy: {
      en: "Compare these proteins within a set only.",
      ja: "これらのタンパク質は同じ集まりの中だけで比較してください。",
    },
  },
  "quantification-length": {
    severity: "error",
    message: {
      en: "{n} proteins have no positive length or number of peptides.",
      ja: "長さまたは理論ペプチド数が正でないタンパク質が {n} 個あります。",
    },
    remedy: {
      en: "Look these proteins up in the sequence database that was searched.",
      ja: "検索に使った配列データベースでこれらのタンパク質を確認してください。",
    },
  },
  "imputation-too-few": {
    severity: "warning",
    message: {
      en: "{n} samples have too few observed values to say where missing ones lie; these were left missing.",
      ja: "観測値が少なく欠測値の位置を推定できない試料が {n} 個あり、欠測のまま残しました。",
    },
    remedy: {
      en: "Leave these samples out, and say so.",
      ja: "これらの試料を除き、その旨を報告してください。",
    },
  },
  "imputation-sparse-features": {
    severity: "warning",
    message: {
      en: "{n} features miss more than {percent} % of their values; sample means took the place of neighbours.",
      ja: "{percent} % を超える値が欠測の特徴が {n} 個あり、近傍の代わりに試料の平均で補いました。",
    },
    remedy: {
      en: "Filter features by how often they were seen before imputing.",
      ja: "補完の前に、観測頻度で特徴を絞り込んでください。",
    },
  },
});
