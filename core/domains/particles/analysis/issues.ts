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
  "particles-captures-without-row": {
    severity: "warning",
    message: {
      en: "samples.csv has rows for this file, but none for {n} of its captures ({captures}); they are taken as a sample named {sample}",
      ja: "samples.csv にはこのファイルの行がありますが、{n} 件の測定（{captures}）の行がありません。試料 {sample} として扱います",
    },
    remedy: {
      en: "Add rows for them, or set them aside with the role `ignore`.",
      ja: "行を追加するか、role を `ignore` にして除いてください。",
    },
  },
  "particles-capture-empty": {
    severity: "warning",
    message: {
      en: "{capture} found no particles: no size and no concentration is given for it",
      ja: "{capture} では粒子が見つからず、粒径も濃度も示しません",
    },
    remedy: {
      en: "Check that the measurement was not empty; no particles is neither 0 nm nor 0 particles/mL. In the mean of the sample's captures it counts as 0.",
      ja: "測定が空でないか確認してください。粒子なしは 0 nm でも 0 粒子/mL でもありません。試料の測定の平均には 0 として入ります。",
    },
  },
  "particles-capture-twice": {
    severity: "warning",
    message: {
      en: "The capture {capture} is in {first} with the same numbers: it is counted once for the sample {sample}",
      ja: "測定 {capture} は同じ数値で {first} にもあります。試料 {sample} では一度だけ数えます",
    },
    remedy: {
      en: "Leave the summary of the single video out of samples.csv; copies are no replicates.",
      ja: "単独ビデオの要約を samples.csv から除いてください。複製は反復ではありません。",
    },
  },
  "particles-number-not-finite": {
    severity: "warning",
    message: {
      en: "{id} is beyond what numbers can hold and is not given",
      ja: "{id} は数値として表せる範囲を超えるため示しません",
    },
    remedy: {
      en: "Check units and magnitude of the file's numbers.",
      ja: "ファイルの数値の単位と桁を確認してください。",
    },
  },
  "particles-dilution-sheet-differs": {
    severity: "error",
    message: {
      en: "The file records a dilution factor of {recorded} (its line {fileLine}), line {sheetLine} of samples.csv one of {sheet}: no concentration is given",
      ja: "希釈倍率はファイル（{fileLine} 行目）で {recorded}、samples.csv の {sheetLine} 行目で {sheet} です。一致しないため濃度を示しません",
    },
    remedy: {
      en: "Find out which factor is true. If the instrument was told a wrong one, export again with the right one; else correct the sheet.",
      ja: "正しい倍率を確認してください。装置への入力が誤りなら正しい倍率で再出力し、そうでなければ試料表を直してください。",
    },
  },
  "particles-comparison-without-original": {
    severity: "warning",
    message: {
      en: "{n} sample(s) are not in the comparison of concentrations, since their original concentration is not known: {samples}",
      ja: "原試料の濃度が不明なため、{n} 試料を濃度の比較に含めません：{samples}",
    },
    remedy: {
      en: "Fill in the column `dilution` of samples.csv; 1 for no dilution.",
      ja: "samples.csv の `dilution` 列を記入してください（希釈なしは 1）。",
    },
  },
  "particles-comparison-zero": {
    severity: "warning",
    message: {
      en: "{n} capture(s) without particles are left out of the comparison, since 0 has no logarithm; the mean of their condition is too high: {samples}",
      ja: "粒子のない測定 {n} 件は対数がとれないため比較から除きました。その条件の平均は高めに出ます：{samples}",
    },
    remedy: {
      en: "Dilute these samples less and measure again, or compare with the rest in mind.",
      ja: "これらの試料は希釈を弱めて測り直すか、除いたことを踏まえて比較してください。",
    },
  },
  "particles-comparison-one-instrument": {
    severity: "warning",
    message: {
      en: "Conditions are compared on {instrument} only; {n} sample(s) were measured on another instrument: {samples}",
      ja: "条件の比較は {instrument} のみで行います。別の装置で測定した {n} 試料は含みません：{samples}",
    },
    remedy: {
      en: "Numbers of two instruments are not comparable in total: measure all samples of a comparison on one.",
      ja: "装置間で全体の数値は比較できません。比較する試料はすべて同じ装置で測定してください。",
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
      en: "No summary of the same run is in the study",
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
