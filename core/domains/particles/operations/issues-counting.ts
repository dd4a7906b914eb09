/** Issues of counting. */
export const countingIssues = {
  "particles-blank-mismatch": {
    severity: "error",
    message: {
      en: "The sample has {sample} bins and the blank {blank}; a blank can only be subtracted on the same bins.",
      ja: "試料は {sample} ビン、ブランクは {blank} ビンです。ブランクは同じビンでのみ差し引けます。",
    },
    remedy: {
      en: "Export sample and blank with the same settings and bins.",
      ja: "試料とブランクを同じ設定とビンで出力してください。",
    },
  },
  "particles-too-few-blanks": {
    severity: "error",
    message: {
      en: "Limits of blank and detection need two blanks or more with finite values ({blanks} blanks, {lowSamples} low samples given).",
      ja: "ブランク上限と検出限界には有限値のブランクが 2 個以上必要です（ブランク {blanks}、低濃度試料 {lowSamples}）。",
    },
    remedy: {
      en: "Measure more blanks; give no low sample or at least two.",
      ja: "ブランクの測定数を増やしてください。低濃度試料は 0 個、または 2 個以上を指定してください。",
    },
  },
  "particles-too-few-dilutions": {
    severity: "error",
    message: {
      en: "Dilution linearity needs three different dilutions; there are {n}.",
      ja: "希釈直線性の評価には異なる希釈が 3 つ必要ですが、{n} つしかありません。",
    },
    remedy: {
      en: "Measure the sample at more dilutions, best over a tenfold range or more.",
      ja: "希釈段階を増やしてください（10 倍以上の範囲が望ましい）。",
    },
  },
  "particles-nothing-detectable": {
    severity: "error",
    message: {
      en: "With a median of {median} nm nothing of the model lies above the detection limit of {detectionLimit} nm.",
      ja: "中央径 {median} nm のモデルでは、検出限界 {detectionLimit} nm を超える粒子がありません。",
    },
    remedy: {
      en: "Check that both diameters are in nm; otherwise give no corrected figure.",
      ja: "両方の直径の単位が nm であることを確認してください。そうであれば補正値は示せません。",
    },
  },
  "particles-trps-pressures": {
    severity: "error",
    message: {
      en: "Concentration by TRPS needs rates at two pressures or more for sample and calibrant; one of them has {n}.",
      ja: "TRPS の濃度算出には、試料と校正粒子のそれぞれで 2 つ以上の圧力での検出頻度が必要です（不足側: {n}）。",
    },
    remedy: {
      en: "Measure sample and calibrant at the same two or more pressures.",
      ja: "試料と校正粒子を 2 つ以上の同じ圧力で測定してください。",
    },
  },
  "particles-trps-sample-no-slope": {
    severity: "error",
    message: {
      en: "The particle rate of the sample does not rise with pressure.",
      ja: "圧力を上げても試料の検出頻度が増えていません。",
    },
    remedy: {
      en: "Check for a blocked pore and measure again.",
      ja: "ポアの詰まりを確認し、再測定してください。",
    },
  },
  "particles-trps-calibrant-no-slope": {
    severity: "error",
    message: {
      en: "The particle rate of the calibrant does not rise with pressure.",
      ja: "圧力を上げても校正粒子の検出頻度が増えていません。",
    },
    remedy: {
      en: "Check for a blocked pore and measure again.",
      ja: "ポアの詰まりを確認し、再測定してください。",
    },
  },
  "particles-trps-settings-differ": {
    severity: "error",
    message: {
      en: "Sample and calibrant were run under different settings: {settings}.",
      ja: "試料と校正粒子の測定条件が異なります（{settings}）。",
    },
    remedy: {
      en: "Run the calibrant again with the electrolyte, stretch and voltage of the sample.",
      ja: "試料と同じ電解液、伸張、電圧で校正粒子を再測定してください。",
    },
  },
} as const;
