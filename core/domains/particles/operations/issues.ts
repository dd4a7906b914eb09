import { defineIssues } from "../../../kernel/index.ts";

const inputDefinitions = {
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
      ja: "{temperature} K における水の粘度は計算できません。この式の適用範囲は {lower}~{upper} K です。",
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
      ja: "粒子径 (nm) または拡散係数 (um2/s) を指定してください。",
    },
  },
  "particles-bins-invalid": {
    severity: "error",
    message: {
      en: "The size bins cannot be used: {reason}.",
      ja: "粒子径のビンを使用できません({reason})。",
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
} as const;

const dilutionDefinitions = {
  "particles-concentration-invalid": {
    severity: "error",
    message: {
      en: "A concentration of {value} particles/mL cannot be used.",
      ja: "濃度 {value} 粒子/mL は使用できません。",
    },
    remedy: {
      en: "A concentration is a finite number and not negative; check the file.",
      ja: "濃度は 0 以上の有限の数値です。ファイルを確認してください。",
    },
  },
  "particles-dilution-factor-invalid": {
    severity: "error",
    message: {
      en: "The dilution factor {factor} of the {from} is not a factor: it has to be 1 or more.",
      ja: "希釈倍率 {factor}(出所: {from})は無効です。希釈倍率は 1 以上である必要があります。",
    },
    remedy: {
      en: "Write 1000 for a 1:1000 dilution and 1 for no dilution.",
      ja: "1:1000 希釈は 1000、希釈なしは 1 と記入してください。",
    },
  },
  "particles-dilution-contradiction": {
    severity: "error",
    message: {
      en: "The file records a dilution factor of {file}, the sample sheet one of {sheet}; no concentration is given.",
      ja: "ファイルの希釈倍率は {file}、試料表の希釈倍率は {sheet} で一致しないため、濃度は算出しません。",
    },
    remedy: {
      en: "Find out which factor is true. If the instrument was told a wrong one, export again with the right one, or correct the sheet.",
      ja: "正しい倍率を確認してください。装置への入力が誤りなら正しい倍率で再出力し、そうでなければ試料表を修正してください。",
    },
  },
  "particles-second-source-contradiction": {
    severity: "error",
    message: {
      en: "The file prints {printed} particles/mL (dilution factor {factor}), but another file of the run prints {second} for the original sample.",
      ja: "このファイルの濃度は {printed} 粒子/mL(希釈倍率 {factor})ですが、同じ測定の別ファイルでは原液濃度が {second} です。",
    },
    remedy: {
      en: "Check that both files are of the same run and that the factor was not changed between the exports.",
      ja: "両ファイルが同一の測定であること、出力の間に倍率が変更されていないことを確認してください。",
    },
  },
  "particles-dilution-state-unknown": {
    severity: "warning",
    message: {
      en: "The file does not say whether its concentration includes the dilution factor; it is left as measured and no factor is applied.",
      ja: "濃度に希釈倍率が含まれているかがファイルからは判断できません。測定時濃度のまま扱い、倍率は掛けません。",
    },
    remedy: {
      en: "Set `concentrationState` in study.yaml to `as measured` or `original` for this file.",
      ja: "study.yaml の `concentrationState` に、このファイルについて `as measured` または `original` を指定してください。",
    },
  },
  "particles-dilution-not-recorded": {
    severity: "warning",
    message: {
      en: "Neither file nor sample sheet gives a dilution factor; the concentration is known only as: {state}.",
      ja: "ファイルにも試料表にも希釈倍率がありません。濃度は {state} の値のみ得られます。",
    },
    remedy: {
      en: "Fill in the column `dilution` of samples.csv; 1 for no dilution.",
      ja: "samples.csv の `dilution` 列に希釈倍率を記入してください(希釈なしは 1)。",
    },
  },
} as const;

const dlsDefinitions = {
  "particles-correlogram-invalid": {
    severity: "error",
    message: {
      en: "The correlogram cannot be used ({reason}): delays have to be positive and ascending, one finite value each.",
      ja: "自己相関関数を使用できません({reason})。遅延時間は正で昇順、各点に有限の値が 1 つ必要です。",
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
      ja: "減衰を当てはめられません(当てはめ範囲内の点数: {points})。",
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
      ja: "粒子径の算出にはレーザー波長と散乱角が必要です(不足: {missing})。",
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

export const particlesIssues = defineIssues({
  ...inputDefinitions,
  ...dilutionDefinitions,
  ...dlsDefinitions,
});
