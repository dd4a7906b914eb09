import { defineIssues } from "../../../kernel/index.ts";

/** What the analysis of this room can say of a study's files, sheet and parameters. */
export const analysisIssues = defineIssues({
  "cytometry-parameters-invalid": {
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
  "cytometry-channel-unknown": {
    severity: "warning",
    message: {
      en: "study.yaml names the channel {channel} ({for}), which this file does not have; its channels are {channels}",
      ja: "study.yaml のチャンネル {channel}（{for}）がこのファイルにありません。チャンネル：{channels}",
    },
    remedy: {
      en: "Write the name as the file's $PnN has it, not the label in brackets ($PnS).",
      ja: "ファイルの $PnN のとおりに書いてください。括弧内のラベル（$PnS）は使えません。",
    },
  },
  "cytometry-gates-left-out": {
    severity: "warning",
    message: {
      en: "Gates of study.yaml that could not be applied to this file, with the channel or gate that is not there: {gates}",
      ja: "study.yaml のゲートのうち、このファイルに適用できなかったもの（括弧内は存在しないチャンネルまたはゲート）：{gates}",
    },
    remedy: {
      en: "Give every gate channels that the file has, and parents that are gates.",
      ja: "ゲートには、ファイルにあるチャンネルと、存在する親ゲートを指定してください。",
    },
  },
  "cytometry-population-missing": {
    severity: "error",
    message: {
      en: "The population {gate} is no gate of this file: nothing is counted",
      ja: "集団 {gate} に当たるゲートがこのファイルになく、計数しませんでした",
    },
    remedy: {
      en: "Name a gate under `parameters: cytometry: gates:`, or leave `population` out to count all events.",
      ja: "`parameters: cytometry: gates:` のゲートを指定するか、全イベントを数える場合は `population` を省いてください。",
    },
  },
  "cytometry-volume-unknown": {
    severity: "warning",
    message: {
      en: "No acquired volume: no concentration can be given for {sample}",
      ja: "測定体積が不明のため、{sample} の濃度を示せません",
    },
    remedy: {
      en: "Write the column `volume_uL` in samples.csv, `flowRate` in study.yaml, or give counting beads.",
      ja: "samples.csv の `volume_uL` 列、study.yaml の `flowRate`、または計数ビーズを指定してください。",
    },
  },
  "cytometry-volume-contradicts": {
    severity: "warning",
    message: {
      en: "The file says {file} uL were acquired, the sheet {sheet} uL; the sheet's volume was used",
      ja: "測定体積がファイル（{file} uL）と試料表（{sheet} uL）で異なります。試料表の値を使いました",
    },
    remedy: {
      en: "Correct the column `volume_uL`, or leave it empty to use the file's own.",
      ja: "`volume_uL` 列を直すか、ファイルの値を使う場合は空にしてください。",
    },
  },
  "cytometry-sheet-value": {
    severity: "warning",
    message: {
      en: "{column} is {value}, which is not understood and was left out",
      ja: "{column} の値 {value} を解釈できず、使いませんでした",
    },
    remedy: { en: "Write {wanted}.", ja: "{wanted} を書いてください。" },
  },
  "cytometry-sheet-control": {
    severity: "warning",
    message: {
      en: "A control without a kind is used for nothing: {sample}",
      ja: "対照の種類が書かれていないため、使いませんでした：{sample}",
    },
    remedy: {
      en: "Write in the column `control` what it is a control of: {wanted}.",
      ja: "`control` 列に対照の種類を書いてください：{wanted}",
    },
  },
  "cytometry-calibrant-unknown": {
    severity: "warning",
    message: {
      en: "The calibrant {name} of this file is not described: its peaks are found but calibrate nothing",
      ja: "このファイルの校正粒子 {name} の記載がなく、ピークは検出しますが校正には使えません",
    },
    remedy: {
      en: "Describe it under `parameters: cytometry: beads: {name}:` in study.yaml.",
      ja: "study.yaml の `parameters: cytometry: beads: {name}:` に記載してください。",
    },
  },
  "cytometry-calibration-missing": {
    severity: "note",
    message: {
      en: "No calibration of {channel}: its brightness stays in arbitrary units, which no other instrument shares",
      ja: "{channel} の校正がなく、輝度は任意単位のままです（他の装置とは比較できません）",
    },
    remedy: {
      en: "Measure calibration beads at the same settings and give them the role `calibrant`.",
      ja: "同じ設定で校正ビーズを測定し、役割を `calibrant` にしてください。",
    },
  },
  "cytometry-calibration-settings": {
    severity: "warning",
    message: {
      en: "{channel} was recorded with {voltage} for the beads of {file} and with {other} here: the calibration does not hold and was not used",
      ja: "{channel} の設定が {file} のビーズ（{voltage}）とこのファイル（{other}）で異なります。校正は成り立たないため使いませんでした",
    },
    remedy: {
      en: "Measure beads and particles with the same voltage and gain.",
      ja: "ビーズと試料を同じ電圧・ゲインで測定してください。",
    },
  },
  "cytometry-control-missing": {
    severity: "note",
    message: {
      en: "No control decides what is positive in {channel}: no positive fraction is given",
      ja: "{channel} の陽性を決める対照がなく、陽性率を示せません",
    },
    remedy: {
      en: "Measure an FMO, isotype or unstained control, name it in the column `control`, or set `thresholds` in study.yaml.",
      ja: "FMO、アイソタイプ、または未染色の対照を測定して `control` 列に書くか、study.yaml の `thresholds` を設定してください。",
    },
  },
  "cytometry-fmo-channel": {
    severity: "warning",
    message: {
      en: "This fluorescence-minus-one control is said to lack {lacking}, which is no channel or label of the file: it decides nothing. Channels: {channels}",
      ja: "この FMO 対照で除いたとされる {lacking} は、ファイルのチャンネル名にもラベルにもないため使いませんでした。チャンネル：{channels}",
    },
    remedy: {
      en: "Write $PnN or $PnS of the channel in the column `control`: fmo PE-A.",
      ja: "`control` 列にチャンネルの $PnN または $PnS を書いてください（fmo PE-A）。",
    },
  },
  "cytometry-control-settings": {
    severity: "warning",
    message: {
      en: "{channel} was recorded with {own} for the {kind} control {file} and with {other} here: that control was not used for it",
      ja: "{channel} の設定が {kind} 対照 {file}（{own}）とこのファイル（{other}）で異なるため、この対照は使いませんでした",
    },
    remedy: {
      en: "Measure controls and samples with the same voltage and gain.",
      ja: "対照と試料を同じ電圧・ゲインで測定してください。",
    },
  },
  "cytometry-control-trigger": {
    severity: "warning",
    message: {
      en: "The {kind} control {file} was triggered by {own}, this file by {other}: their counts do not compare, and the control was not used for counts",
      ja: "{kind} 対照 {file} のトリガー（{own}）がこのファイル（{other}）と異なり計数を比較できないため、計数には使いませんでした",
    },
    remedy: {
      en: "Measure controls and samples with the same trigger channel, threshold and voltage.",
      ja: "対照と試料を同じトリガーチャンネル・しきい値・電圧で測定してください。",
    },
  },
  "cytometry-buffer-not-comparable": {
    severity: "warning",
    message: {
      en: "The buffer control of {sample} has no volume or beads as the sample's files have: it was not subtracted",
      ja: "{sample} の緩衝液対照の体積または計数ビーズが試料と同じ方法で分からないため、差し引きませんでした",
    },
    remedy: {
      en: "Write `volume_uL` of the buffer's file in samples.csv, or count both with the same beads.",
      ja: "samples.csv に緩衝液のファイルの `volume_uL` を書くか、両方を同じ計数ビーズで測定してください。",
    },
  },
  "cytometry-sample-settings": {
    severity: "warning",
    message: {
      en: "Files of {sample} were recorded with different settings of {channel}: only those recorded as {file} ({settings}) are summarised in it",
      ja: "{sample} のファイル間で {channel} の設定が異なるため、{file}（{settings}）と同じ設定のファイルだけを集計しました",
    },
    remedy: {
      en: "Measure all files of a sample with the same voltage and gain, or name them as different samples.",
      ja: "一つの試料は同じ電圧・ゲインで測定するか、別の試料名にしてください。",
    },
  },
  "cytometry-files-at-limit": {
    severity: "warning",
    message: {
      en: "{left} of {files} files of {sample} are not above their background and left out of its mean concentration, which is too high by that",
      ja: "{sample} の {files} ファイル中 {left} 件は背景を上回らず、平均濃度から除きました（平均は高めに偏ります）",
    },
    remedy: {
      en: "Look at the files' own limits; measure less diluted or for longer.",
      ja: "各ファイルの上限値を確認し、希釈倍率を下げるか測定時間を延ばしてください。",
    },
  },
  "cytometry-comparison-at-limit": {
    severity: "warning",
    message: {
      en: "Left out of the comparison of concentrations, since only an upper limit is known: {samples}",
      ja: "上限値しか分からないため、濃度の比較から除いた試料：{samples}",
    },
    remedy: {
      en: "The comparison is of the others, and favours conditions with such samples; measure those less diluted or for longer.",
      ja: "比較は残りの試料によるもので、該当する条件が高めに見えます。希釈倍率を下げるか測定時間を延ばしてください。",
    },
  },
  "cytometry-comparison-instruments": {
    severity: "warning",
    message: {
      en: "Conditions are compared on {instrument}, which measured most samples; the numbers of other instruments were left out",
      ja: "条件の比較には最も多くの試料を測定した {instrument} の値だけを使い、他の装置の値は除きました",
    },
    remedy: {
      en: "Counts and brightness of two instruments differ; measure all samples on one.",
      ja: "装置が異なると計数と輝度は比較できません。すべての試料を同じ装置で測定してください。",
    },
  },
  "cytometry-threshold-off-scale": {
    severity: "error",
    message: {
      en: "The threshold {threshold} of {channel} is beyond what an event can hold: no positive fraction is given",
      ja: "{channel} のしきい値 {threshold} はイベントの取り得る値を超えており、陽性率を示せません",
    },
    remedy: {
      en: "Correct it under `thresholds` in study.yaml.",
      ja: "study.yaml の `thresholds` を直してください。",
    },
  },
  "cytometry-data-sets-same": {
    severity: "note",
    message: {
      en: "Data sets with equally many events are one acquisition: {used} was used, {left} left out",
      ja: "イベント数の等しいデータセットは同じ測定のため、{used} を使い、{left} 件を除きました",
    },
    remedy: {
      en: "Name data sets in the column `capture` of samples.csv to choose others.",
      ja: "別のデータセットを使う場合は samples.csv の `capture` 列で指定してください。",
    },
  },
  "cytometry-number-not-finite": {
    severity: "warning",
    message: {
      en: "{id} came out as no finite number and was left out",
      ja: "{id} が有限の数値にならなかったため除きました",
    },
    remedy: {
      en: "Check the values that it is made of; please report the file if they look right.",
      ja: "もとになる値を確認してください。問題がなければファイルを報告してください。",
    },
  },
  "cytometry-scatter-peaks-unmatched": {
    severity: "warning",
    message: {
      en: "The {peaks} scatter peaks cannot be matched with the {sizes} bead sizes of {set}: no order fits clearly best",
      ja: "散乱光のピーク {peaks} 個を {set} のビーズ径 {sizes} 個に対応づけられません（明らかに適合する順序がない）",
    },
    remedy: {
      en: "Set the windows of the peaks by hand under `peaks`, and list only the sizes that have a peak.",
      ja: "`peaks` でピークの範囲を手動で指定し、ピークのある径だけを書いてください。",
    },
  },
});
