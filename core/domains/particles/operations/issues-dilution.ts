/** Issues of dilution. */
export const dilutionIssues = {
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
      en: "The dilution factor {factor} is not a factor: it has to be 1 or more.",
      ja: "希釈倍率 {factor} は無効です。希釈倍率は 1 以上である必要があります。",
    },
    remedy: {
      en: "Write 1000 for a 1:1000 dilution and 1 for no dilution.",
      ja: "1:1000 希釈は 1000、希釈なしは 1 と記入してください。",
    },
  },
  "particles-file-dilution-factor-invalid": {
    severity: "error",
    message: {
      en: "The file records a dilution factor of {factor}, which is not a factor: it has to be 1 or more.",
      ja: "ファイルに記録された希釈倍率 {factor} は無効です。希釈倍率は 1 以上である必要があります。",
    },
    remedy: {
      en: "Enter the factor in the instrument's software again and export once more.",
      ja: "装置のソフトウェアで希釈倍率を入力し直し、再度出力してください。",
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
      ja: "このファイルの濃度は {printed} 粒子/mL（希釈倍率 {factor}）ですが、同じ測定の別ファイルでは原試料濃度が {second} です。",
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
      en: "Name this file under `parameters: particles: concentrationState:` in study.yaml, with `as measured` or `original`.",
      ja: "study.yaml の `parameters: particles: concentrationState:` に、このファイルを `as measured` または `original` として書いてください。",
    },
  },
  "particles-dilution-not-recorded": {
    severity: "warning",
    message: {
      en: "Neither file nor sample sheet gives a dilution factor; the concentration of the original sample is not known.",
      ja: "ファイルにも試料表にも希釈倍率がないため、原試料濃度は分かりません。",
    },
    remedy: {
      en: "Fill in the column `dilution` of samples.csv; 1 for no dilution.",
      ja: "samples.csv の `dilution` 列に希釈倍率を記入してください（希釈なしは 1）。",
    },
  },
  "particles-dilution-factor-missing": {
    severity: "warning",
    message: {
      en: "The concentration includes the dilution, but no factor is recorded; the concentration as measured is not known.",
      ja: "濃度には希釈が含まれていますが倍率の記録がないため、測定時濃度は分かりません。",
    },
    remedy: {
      en: "Fill in the column `dilution` of samples.csv to judge whether the measurement was in the instrument's range.",
      ja: "装置の測定範囲内であったかを判断するため、samples.csv の `dilution` 列に希釈倍率を記入してください。",
    },
  },
} as const;
