import { defineIssues } from "../../../kernel/index.ts";

/** Issues that the analysis of files and studies gives, besides those of the operations. */
export const analysisIssues = defineIssues({
  "particles-parameters-invalid": {
    severity: "error",
    message: {
      en: "{key} cannot be used ({reason}); the defaults were taken",
      ja: "{key} を使えません（{reason}）。既定値を使いました",
    },
    remedy: {
      en: "Correct it in study.yaml; `docs/reference/parameters.md` lists names, units and defaults.",
      ja: "study.yaml を直してください。名前・単位・既定値は `docs/reference/parameters.md` にあります。",
    },
  },
  "particles-row-without-captures": {
    severity: "warning",
    message: {
      en: "samples.csv line {line} is for the capture {capture}, which the file does not have",
      ja: "samples.csv の {line} 行目の測定 {capture} はこのファイルにありません",
    },
    remedy: { en: "The file's captures are: {captures}.", ja: "このファイルの測定：{captures}" },
  },
  "particles-capture-empty": {
    severity: "warning",
    message: {
      en: "{capture} found no particles: no size is given for it",
      ja: "{capture} では粒子が見つからず、粒径は示しません",
    },
    remedy: {
      en: "Check that the measurement was not empty; no particles is not 0 nm.",
      ja: "測定が空でないか確認してください。粒子なしは 0 nm を意味しません。",
    },
  },
  "particles-pack-counts-differ": {
    severity: "note",
    message: {
      en: "{source} includes {included} particles where the summary counts {valid} valid tracks",
      ja: "{source} の採用粒子数は {included}、要約の有効軌跡数は {valid} です",
    },
    remedy: {
      en: "Small differences are known of this software; a large one means that the files are of different analyses.",
      ja: "小さな差はこのソフトウェアで知られています。大きな差は別の解析のファイルであることを示します。",
    },
  },
  "particles-pack-without-summary": {
    severity: "note",
    message: {
      en: "no summary of the same run is in the study",
      ja: "同じ測定の要約ファイルがこの研究にありません",
    },
    remedy: {
      en: "Add its ExperimentSummary file for concentrations.",
      ja: "濃度には ExperimentSummary ファイルを加えてください。",
    },
  },
  "particles-correlogram-needs-optics": {
    severity: "warning",
    message: {
      en: "{record}: the file names no {missing}, so no size is computed from the correlogram",
      ja: "{record}：ファイルに {missing} がないため、相関関数から粒径を計算しません",
    },
    remedy: {
      en: "Give wavelength, angle, refractiveIndex, temperature and viscosity under `parameters: particles:` in study.yaml.",
      ja: "study.yaml の `parameters: particles:` に wavelength・angle・refractiveIndex・temperature・viscosity を書いてください。",
    },
  },
});
