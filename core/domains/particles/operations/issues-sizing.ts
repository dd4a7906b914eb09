/** Issues of sizing. */
export const sizingIssues = {
  "particles-result-not-finite": {
    severity: "error",
    message: {
      en: "The result `{path}` is not a finite number: the input is beyond what can be computed.",
      ja: "結果 `{path}` が有限の数値になりません。入力が計算可能な範囲を超えています。",
    },
    remedy: {
      en: "Check the units and the magnitude of the input.",
      ja: "入力の単位と桁を確認してください。",
    },
  },
  "particles-value-invalid": {
    severity: "error",
    message: { en: "{name} is {value}, which cannot be used.", ja: "{name} の値 {value} は使用できません。" },
    remedy: {
      en: "Give a finite number in the unit and range that the documentation of {name} states.",
      ja: "{name} の説明にある単位と範囲で、有限の数値を指定してください。",
    },
  },
  "particles-temperature-out-of-range": {
    severity: "error",
    message: {
      en: "The viscosity of water is not known at {temperature} K; the formula holds from {lower} to {upper} K.",
      ja: "{temperature} K における水の粘度は計算できません。この式の適用範囲は {lower}〜{upper} K です。",
    },
    remedy: {
      en: "Check that the temperature is in kelvin, or give the viscosity of the medium.",
      ja: "温度の単位がケルビンであることを確認するか、媒質の粘度を指定してください。",
    },
  },
  "particles-no-diffusion": {
    severity: "error",
    message: {
      en: "A mean square displacement of {meanSquare} um2 is not more than the localisation error alone gives.",
      ja: "平均二乗変位 {meanSquare} um2 は、位置決定誤差だけで説明できる大きさです。",
    },
    remedy: {
      en: "Leave this track out; check the localisation error, the exposure and the frame interval.",
      ja: "この軌跡を除外し、位置決定誤差、露光時間、フレーム間隔を確認してください。",
    },
  },
  "particles-diameter-or-diffusion": {
    severity: "error",
    message: {
      en: "Exactly one of diameter and diffusion has to be given.",
      ja: "粒子径と拡散係数のどちらか一方だけを指定してください。",
    },
    remedy: {
      en: "Give the diameter in nm or the diffusion coefficient in um2/s.",
      ja: "粒子径（nm）または拡散係数（um2/s）を指定してください。",
    },
  },
  "particles-bins-invalid": {
    severity: "error",
    message: {
      en: "The size bins cannot be used: {reason}.",
      ja: "粒子径のビンを使用できません（{reason}）。",
    },
    remedy: {
      en: "Edges must be finite, ascending and one more than the bins; weights must be finite and not negative.",
      ja: "境界は有限かつ昇順で、ビン数より 1 つ多く、重みは有限かつ 0 以上である必要があります。",
    },
  },
  "particles-no-particles": {
    severity: "error",
    message: {
      en: "No particles: every bin is empty, so there is no size to report.",
      ja: "粒子がありません。すべてのビンが空のため、粒子径は報告できません。",
    },
    remedy: {
      en: "Report that no particles were seen and the detection limit, never a diameter of 0 nm.",
      ja: "粒子が検出されなかったことと検出限界を報告し、粒子径を 0 nm としないでください。",
    },
  },
  "particles-no-track-lengths": {
    severity: "error",
    message: {
      en: "The broadening by finite tracks cannot be corrected without the lengths of the tracks.",
      ja: "軌跡長がないため、有限軌跡長による広がりを補正できません。",
    },
    remedy: {
      en: "Export the single tracks with their lengths in frames; each track needs two frames or more.",
      ja: "各軌跡の長さ（フレーム数）を含むデータを出力してください。各軌跡に 2 フレーム以上必要です。",
    },
  },
  "particles-deconvolution-not-settled": {
    severity: "warning",
    message: {
      en: "The deconvolution did not reach the counting noise in {iterations} iterations.",
      ja: "逆畳み込みは {iterations} 回の反復で計数雑音の水準に達しませんでした。",
    },
    remedy: {
      en: "The track lengths may not be those of this histogram; report the histogram as found beside it.",
      ja: "軌跡長がこのヒストグラムのものか確認し、補正前のヒストグラムも併せて報告してください。",
    },
  },
  "particles-correlogram-invalid": {
    severity: "error",
    message: {
      en: "The correlogram cannot be used ({reason}): delays have to be positive and ascending, one finite value each.",
      ja: "自己相関関数を使用できません（{reason}）。遅延時間は正で昇順、各点に有限の値が 1 つ必要です。",
    },
    remedy: {
      en: "Check the named row, and that delays and correlations have the same length.",
      ja: "示された行と、遅延時間と相関値の個数が一致することを確認してください。",
    },
  },
  "particles-correlogram-no-decay": {
    severity: "error",
    message: {
      en: "No decay can be fitted: {points} points lie inside the fit window.",
      ja: "減衰を当てはめられません（当てはめ範囲内の点数: {points}）。",
    },
    remedy: {
      en: "Check the sample, and that the values are the correlation minus one; else widen the fit window.",
      ja: "試料と、値が「自己相関 - 1」であることを確認し、必要なら当てはめ範囲を広げてください。",
    },
  },
  "particles-dls-geometry-missing": {
    severity: "error",
    message: {
      en: "A size needs the laser wavelength and the scattering angle; missing: {missing}.",
      ja: "粒子径の算出にはレーザー波長と散乱角が必要です（不足: {missing}）。",
    },
    remedy: {
      en: "Give the missing values of the instrument as parameters.",
      ja: "装置の値をパラメータとして指定してください。",
    },
  },
  "particles-dls-polydisperse": {
    severity: "warning",
    message: {
      en: "The polydispersity index is {index}: above 0.4 cumulants are unreliable, above 0.7 no Z-average is given.",
      ja: "多分散指数が {index} です。0.4 を超えるとキュムラント法は信頼できず、0.7 を超える場合は Z 平均径を示しません。",
    },
    remedy: {
      en: "Use a method that counts single particles, or remove large aggregates and measure again.",
      ja: "粒子を個別に計数する方法を用いるか、大きな凝集体を除いて再測定してください。",
    },
  },
} as const;
