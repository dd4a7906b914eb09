import { defineIssues } from "../../../../kernel/index.ts";

/** What compensation, unmixing and their matrices refuse or doubt. */
export const compensationIssues = defineIssues({
  "cytometry-spillover-shape": {
    severity: "error",
    message: {
      en: "The spillover matrix is not square over its {channels} channels ({shape}).",
      ja: "補正行列が {channels} チャンネルの正方行列になっていません（{shape}）。",
    },
    remedy: {
      en: "Give one row and one column for each channel of the matrix.",
      ja: "行列の各チャンネルに行と列を 1 つずつ指定してください。",
    },
  },
  "cytometry-spillover-number": {
    severity: "error",
    message: {
      en: "Row {row}, column {column} of the matrix is not a finite number.",
      ja: "行列の {row} 行 {column} 列が有限の数値ではありません。",
    },
    remedy: { en: "Correct the matrix or export it again.", ja: "行列を修正するか、再出力してください。" },
  },
  "cytometry-spillover-channel": {
    severity: "error",
    message: {
      en: "Channel {channel} stands twice in the spillover matrix, or is none of the data.",
      ja: "補正行列のチャンネル {channel} が重複しているか、データに存在しません。",
    },
    remedy: {
      en: "Name each channel of the data once.",
      ja: "データのチャンネルを 1 回ずつ指定してください。",
    },
  },
  "cytometry-spillover-zero-diagonal": {
    severity: "error",
    message: {
      en: "Fluorochrome {row} has {value} in its own detector: its row cannot be brought to 1.",
      ja: "{row} 番目の蛍光色素の対角成分が {value} のため、行を 1 に規格化できません。",
    },
    remedy: {
      en: "Check the order of rows and columns; use unmixing where dyes and detectors do not pair.",
      ja: "行と列の順序を確認してください。色素と検出器が対応しない場合はアンミキシングを使ってください。",
    },
  },
  "cytometry-spillover-diagonal": {
    severity: "warning",
    message: {
      en: "{n} rows of the spillover matrix do not have 1 in their own detector (first: row {row}, {value}); each was divided by it.",
      ja: "補正行列の {n} 行で対角成分が 1 ではありません（最初は {row} 行、{value}）。各行を対角成分で割りました。",
    },
    remedy: {
      en: "Check whether the matrix is in percent; choose as-stated to apply it as written.",
      ja: "行列がパーセント表記でないか確認してください。記載どおり適用するには as-stated を選んでください。",
    },
  },
  "cytometry-spillover-off-diagonal": {
    severity: "warning",
    message: {
      en: "{n} spillovers are above 1 (first: row {row}, column {column}, {value}): a dye shines more into another detector than into its own.",
      ja: "漏れ込み係数が 1 を超える成分が {n} 個あります（最初は {row} 行 {column} 列、{value}）。色素が自身より他の検出器で明るくなっています。",
    },
    remedy: {
      en: "Check the detector voltages, the single-stain controls and the order of rows and columns.",
      ja: "検出器電圧、単染色対照、行と列の順序を確認してください。",
    },
  },
  "cytometry-spillover-ill-conditioned": {
    severity: "warning",
    message: {
      en: "The condition number of the matrix is {condition}, above {limit}: compensation multiplies noise.",
      ja: "行列の条件数が {condition} で {limit} を超えているため、補正により雑音が増幅されます。",
    },
    remedy: {
      en: "Leave out one of two dyes that look alike, or measure the controls again.",
      ja: "スペクトルの似た色素の一方を除くか、対照を再測定してください。",
    },
  },
  "cytometry-spillover-singular": {
    severity: "error",
    message: {
      en: "The matrix cannot be inverted (condition number {condition}).",
      ja: "行列の逆行列を計算できません（条件数 {condition}）。",
    },
    remedy: {
      en: "Two dyes look the same in these detectors: leave one out, or measure the controls again.",
      ja: "これらの検出器では 2 つの色素を区別できません。一方を除くか、対照を再測定してください。",
    },
  },
  "cytometry-unmixing-detectors": {
    severity: "error",
    message: {
      en: "{dyes} spectra cannot be unmixed from {detectors} detectors.",
      ja: "{detectors} 個の検出器から {dyes} 個のスペクトルを分離することはできません。",
    },
    remedy: {
      en: "Use at least as many detectors as spectra, every spectrum over the same detectors.",
      ja: "スペクトル数以上の検出器を使い、すべてのスペクトルを同じ検出器で指定してください。",
    },
  },
  "cytometry-unmixing-weights": {
    severity: "error",
    message: {
      en: "Weights have to be one positive number for each of the {detectors} detectors.",
      ja: "重みは {detectors} 個の検出器それぞれに正の数を 1 つずつ指定する必要があります。",
    },
    remedy: {
      en: "Give the reciprocal of the variance of each detector, or no weights.",
      ja: "各検出器の分散の逆数を指定するか、重みを省略してください。",
    },
  },
  "cytometry-events-shape": {
    severity: "error",
    message: {
      en: "Event {event} has {values} values; the matrix has {detectors} detectors.",
      ja: "イベント {event} の値は {values} 個ですが、行列の検出器は {detectors} 個です。",
    },
    remedy: {
      en: "Give for each event one value per detector, in the order of the matrix columns.",
      ja: "各イベントに検出器ごとの値を行列の列順で指定してください。",
    },
  },
  "cytometry-matrix-text": {
    severity: "error",
    message: {
      en: "Line {line} of the matrix has {values} where {wanted} numbers are expected.",
      ja: "行列の {line} 行目は数値 {wanted} 個が必要ですが、{values} となっています。",
    },
    remedy: {
      en: "Export the matrix as text: a line of detector names, then a line of numbers for each dye.",
      ja: "検出器名の行と色素ごとの数値の行からなるテキストとして行列を出力してください。",
    },
  },
  "cytometry-matrix-empty": {
    severity: "error",
    message: {
      en: "No matrix was found in the text.",
      ja: "テキストに行列が見つかりません。",
    },
    remedy: {
      en: "Export the matrix as text: a line of detector names, then a line of numbers for each dye.",
      ja: "検出器名の行と色素ごとの数値の行からなるテキストとして行列を出力してください。",
    },
  },
  "cytometry-matrix-rows-in-order": {
    severity: "warning",
    message: {
      en: "The rows ({rows}) are not named as the detectors are: each was taken to belong to the detector at its position.",
      ja: "行の名前（{rows}）が検出器名と異なるため、各行を同じ位置の検出器に対応させました。",
    },
    remedy: {
      en: "Check that rows and columns are in the same order.",
      ja: "行と列の順序が同じか確認してください。",
    },
  },
  "cytometry-matrix-channel-unknown": {
    severity: "error",
    message: {
      en: "The matrix names {name}, which is not exactly one channel of the file.",
      ja: "行列の {name} に対応するチャンネルがファイル内で 1 つに定まりません。",
    },
    remedy: {
      en: "Use the channel names ($PnN) of the file; it has {channels}.",
      ja: "ファイルのチャンネル名（$PnN）を使ってください（{channels}）。",
    },
  },
  "cytometry-control-few-events": {
    severity: "error",
    message: {
      en: "A control for {channel} has {n} events; {needed} are needed for a median.",
      ja: "{channel} の対照（単染色または陰性）のイベント数は {n} 個です。中央値には {needed} 個必要です。",
    },
    remedy: {
      en: "Record more events or widen the gate.",
      ja: "イベント数を増やすか、ゲートを広げてください。",
    },
  },
  "cytometry-control-not-brighter": {
    severity: "error",
    message: {
      en: "The single stain of {channel} is not brighter than the negative in its own detector.",
      ja: "{channel} の単染色対照が、自身の検出器で陰性対照より明るくありません。",
    },
    remedy: {
      en: "Check that the control belongs to this channel and that positive events are gated.",
      ja: "対照とチャンネルの対応、および陽性イベントのゲートを確認してください。",
    },
  },
});
