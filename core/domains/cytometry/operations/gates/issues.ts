import { defineIssues } from "../../../../kernel/index.ts";

const drawAgain = {
  en: "Correct the gate, or draw it again.",
  ja: "ゲートを修正するか、引き直してください。",
} as const;

const otherGatesRead = {
  en: "The other gates were read. Replace this gate in the program that wrote the file.",
  ja: "ほかのゲートは読み取りました。書き出し元のソフトウェアでこのゲートを作り直してください。",
} as const;

/** Every issue that the gates of the cytometry room can give. */
export const gatesIssues = defineIssues({
  "cytometry-gate-duplicate": {
    severity: "error",
    message: { en: "Two gates are named {gate}.", ja: "「{gate}」という名前のゲートが 2 つあります。" },
    remedy: { en: "Give every gate a name of its own.", ja: "ゲート名が重複しないようにしてください。" },
  },
  "cytometry-gate-unknown": {
    severity: "error",
    message: {
      en: "The gate {gate} refers to {unknown}, and there is no gate of that name.",
      ja: "ゲート「{gate}」が参照する「{unknown}」というゲートはありません。",
    },
    remedy: {
      en: "Add the missing gate or correct the reference.",
      ja: "欠けているゲートを追加するか、参照先を修正してください。",
    },
  },
  "cytometry-gate-cycle": {
    severity: "error",
    message: {
      en: "These gates depend on each other in a circle: {gates}.",
      ja: "ゲートの参照が循環しています（{gates}）。",
    },
    remedy: {
      en: "Break the circle of parents and operands.",
      ja: "親ゲートと演算対象の循環を解消してください。",
    },
  },
  "cytometry-gate-invalid": {
    severity: "error",
    message: {
      en: "The gate {gate} is not a usable region ({what} = {value}).",
      ja: "ゲート「{gate}」の定義が使えません（{what} = {value}）。",
    },
    remedy: drawAgain,
  },
  "cytometry-gate-not-positive-definite": {
    severity: "error",
    message: {
      en: "The covariance matrix of the ellipsoid {gate} is not symmetric and positive definite.",
      ja: "楕円ゲート「{gate}」の共分散行列が対称な正定値行列ではありません。",
    },
    remedy: drawAgain,
  },
  "cytometry-gate-channel-missing": {
    severity: "error",
    message: {
      en: "The gate {gate} needs the channel {channel}, which the file does not have.",
      ja: "ゲート「{gate}」に必要なチャネル「{channel}」がファイルにありません。",
    },
    remedy: {
      en: "Check the channel's name ($PnN) or choose the gates of this instrument.",
      ja: "チャネル名（$PnN）を確認するか、この装置用のゲートを選んでください。",
    },
  },
  "cytometry-gate-count-invalid": {
    severity: "error",
    message: {
      en: "{count} of {parent} events is not a part of a whole.",
      ja: "{parent} イベント中 {count} イベントという計数は成り立ちません。",
    },
    remedy: {
      en: "Give whole numbers, the count not above the parent's and the parent above 0.",
      ja: "整数で、計数が親ゲートの計数以下、親ゲートの計数が 1 以上となるように入力してください。",
    },
  },
  "cytometry-gating-ml-not": {
    severity: "error",
    message: {
      en: "The root element {root} is not that of Gating-ML 2.0.",
      ja: "ルート要素「{root}」は Gating-ML 2.0 のものではありません。",
    },
    remedy: {
      en: "Export the gates as Gating-ML 2.0.",
      ja: "ゲートを Gating-ML 2.0 形式で書き出してください。",
    },
  },
  "cytometry-gating-ml-empty": {
    severity: "error",
    message: { en: "The file holds no gate that can be read.", ja: "読み取れるゲートがありません。" },
    remedy: {
      en: "Export the gates as Gating-ML 2.0.",
      ja: "ゲートを Gating-ML 2.0 形式で書き出してください。",
    },
  },
  "cytometry-gating-ml-element": {
    severity: "error",
    message: {
      en: "The gate {gate} was left out: {what} is missing or not valid.",
      ja: "ゲート「{gate}」は読み取れませんでした（{what} がないか、正しくありません）。",
    },
    remedy: otherGatesRead,
  },
  "cytometry-gating-ml-ratio": {
    severity: "error",
    message: {
      en: "The gate {gate} was left out: it uses a ratio of two channels (fratio).",
      ja: "ゲート「{gate}」は読み取れませんでした（2 チャネルの比 fratio を使用）。",
    },
    remedy: otherGatesRead,
  },
  "cytometry-gating-ml-transformation": {
    severity: "error",
    message: {
      en: "The gate {gate} was left out: its transformation {transformation} cannot be used ({what}).",
      ja: "ゲート「{gate}」は読み取れませんでした（変換「{transformation}」が使えません: {what}）。",
    },
    remedy: otherGatesRead,
  },
  "cytometry-gating-ml-dependent": {
    severity: "error",
    message: {
      en: "The gate {gate} was left out: it depends on {on}, which was left out.",
      ja: "ゲート「{gate}」は読み取れませんでした（読み取れなかった「{on}」に依存）。",
    },
    remedy: otherGatesRead,
  },
  "cytometry-gating-ml-compensations": {
    severity: "error",
    message: {
      en: "The gates use different compensations: {compensations}.",
      ja: "ゲートによって補正（コンペンセーション）が異なります（{compensations}）。",
    },
    remedy: {
      en: "Export the gates of one compensation at a time.",
      ja: "補正ごとに分けてゲートを書き出してください。",
    },
  },
  "cytometry-gating-ml-matrix": {
    severity: "error",
    message: {
      en: "The spectrum matrix {matrix} is missing or not valid ({what}).",
      ja: "スペクトル行列「{matrix}」がないか、正しくありません（{what}）。",
    },
    remedy: {
      en: "Export the gates again with their compensation.",
      ja: "補正行列を含めてゲートを書き出し直してください。",
    },
  },
  "cytometry-workspace-not": {
    severity: "error",
    message: {
      en: "The root element {root} is not that of a FlowJo workspace with samples.",
      ja: "ルート要素「{root}」は、試料を含む FlowJo ワークスペースのものではありません。",
    },
    remedy: {
      en: "Save the workspace as .wsp from FlowJo 10.",
      ja: "FlowJo 10 から .wsp 形式で保存してください。",
    },
  },
  "cytometry-workspace-sample": {
    severity: "error",
    message: {
      en: "A sample of the workspace was left out: {what} is missing or not valid.",
      ja: "ワークスペースの試料を 1 つ読み取れませんでした（{what} がないか、正しくありません）。",
    },
    remedy: {
      en: "Open the workspace in FlowJo, load the sample, and save it again.",
      ja: "FlowJo でワークスペースを開き、試料を読み込んで保存し直してください。",
    },
  },
  "cytometry-workspace-population": {
    severity: "error",
    message: {
      en: "The population {path} of {sample} was left out: {what} is missing or not valid.",
      ja: "{sample} の集団「{path}」は読み取れませんでした（{what} がないか、正しくありません）。",
    },
    remedy: {
      en: "Let FlowJo recalculate the population and save the workspace again.",
      ja: "FlowJo で集団を再計算し、ワークスペースを保存し直してください。",
    },
  },
  "cytometry-workspace-geometry": {
    severity: "note",
    message: {
      en: "Names and counts of the workspace were read; the gates' geometry was not, since it depends on FlowJo's display scale.",
      ja: "ワークスペースの集団名と計数を読み取りました。ゲートの形状は FlowJo の表示スケールに依存するため読み取りません。",
    },
    remedy: {
      en: "Export the gates as Gating-ML 2.0 to apply them here.",
      ja: "ここで適用するには、ゲートを Gating-ML 2.0 形式で書き出してください。",
    },
  },
  "cytometry-auto-gate-too-few": {
    severity: "error",
    message: {
      en: "An automatic gate needs {needed} usable events or more; there are {events}.",
      ja: "自動ゲートには使用可能なイベントが {needed} 以上必要ですが、{events} しかありません。",
    },
    remedy: { en: "Draw the gate by hand.", ja: "手動でゲートを設定してください。" },
  },
  "cytometry-auto-gate-no-spread": {
    severity: "error",
    message: {
      en: "The {what} of the events does not spread, so no limit can be set from it.",
      ja: "イベントの {what} にばらつきがなく、限界を設定できません。",
    },
    remedy: {
      en: "Check that area and height are different channels, or draw the gate by hand.",
      ja: "面積と高さが別のチャネルか確認するか、手動でゲートを設定してください。",
    },
  },
  "cytometry-auto-gate-parameter": {
    severity: "error",
    message: {
      en: "The parameter {name} cannot be {value}.",
      ja: "パラメーター {name} に {value} は使えません。",
    },
    remedy: { en: "Give a value within the documented range.", ja: "説明にある範囲の値を指定してください。" },
  },
  "cytometry-control-empty": {
    severity: "error",
    message: {
      en: "The control has no events, so no threshold can be set from it.",
      ja: "コントロールにイベントがなく、閾値を設定できません。",
    },
    remedy: {
      en: "Acquire the control again under the settings of the sample.",
      ja: "試料と同じ設定でコントロールを再測定してください。",
    },
  },
  "cytometry-control-off-scale": {
    severity: "error",
    message: {
      en: "More than the allowed fraction of the control's events is at the top of the numbers ({events} events).",
      ja: "許容割合を超えるコントロールのイベントが数値の上限にあります（{events} イベント）。",
    },
    remedy: {
      en: "Lower the detector voltage and acquire the control again.",
      ja: "検出器の電圧を下げ、コントロールを再測定してください。",
    },
  },
});
