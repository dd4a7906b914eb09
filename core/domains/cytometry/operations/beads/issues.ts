import { defineIssues } from "../../../../kernel/index.ts";

/** Issues of calibration beads: peaks, assignment, regression, detection limits. */
export const beadIssues = defineIssues({
  "cytometry-bead-no-columns": {
    severity: "error",
    message: {
      en: "Bead peaks need the values of at least one channel, and of every channel for the same events.",
      ja: "ビーズのピーク検出には 1 チャンネル以上の値が必要で、各チャンネルのイベント数は同じでなければなりません。",
    },
    remedy: {
      en: "Give one list of values per channel, in the order of the events.",
      ja: "チャンネルごとに、イベント順の値を指定してください。",
    },
  },
  "cytometry-bead-not-finite": {
    severity: "error",
    message: {
      en: "Event {event} has a value that is not a finite number.",
      ja: "イベント {event} に有限でない値があります。",
    },
    remedy: {
      en: "Leave out such events, or look for the fault in the file.",
      ja: "該当するイベントを除くか、ファイルの異常を確認してください。",
    },
  },
  "cytometry-bead-too-few-events": {
    severity: "error",
    message: {
      en: "There are {n} bead events; at least {needed} are needed.",
      ja: "ビーズのイベントが {n} 個しかなく、{needed} 個以上必要です。",
    },
    remedy: {
      en: "Check the gate of the beads, or acquire more events.",
      ja: "ビーズのゲートを確認するか、取得イベント数を増やしてください。",
    },
  },
  "cytometry-bead-no-spread": {
    severity: "error",
    message: {
      en: "All bead events have the same value, so there are no peaks to find.",
      ja: "すべてのビーズイベントが同じ値で、ピークを検出できません。",
    },
    remedy: {
      en: "Check that the channel is the calibrated detector and that it is not saturated.",
      ja: "校正する検出器のチャンネルか、飽和していないかを確認してください。",
    },
  },
  "cytometry-bead-no-peaks": {
    severity: "error",
    message: {
      en: "The bead events are too scattered to show a peak.",
      ja: "ビーズのイベントが散らばり、ピークが見られません。",
    },
    remedy: {
      en: "Check the gate and the channel, or acquire more events.",
      ja: "ゲートとチャンネルを確認するか、取得イベント数を増やしてください。",
    },
  },
  "cytometry-bead-window-invalid": {
    severity: "error",
    message: {
      en: "The peak window from {lower} to {upper} is empty or overlaps another one.",
      ja: "ピーク範囲 {lower}〜{upper} は空か、他の範囲と重なっています。",
    },
    remedy: {
      en: "Give each peak its own window with the lower limit first.",
      ja: "各ピークに重ならない範囲を、下限・上限の順に指定してください。",
    },
  },
  "cytometry-bead-window-empty": {
    severity: "error",
    message: {
      en: "No event lies in the peak window from {lower} to {upper}.",
      ja: "ピーク範囲 {lower}〜{upper} にイベントがありません。",
    },
    remedy: {
      en: "Move the window onto a peak, or leave it out.",
      ja: "範囲をピークに合わせるか、削除してください。",
    },
  },
  "cytometry-bead-peaks-fewer": {
    severity: "warning",
    message: {
      en: "{found} bead peaks stand apart, {expected} were expected.",
      ja: "分離したビーズのピークは {found} 個で、予定の {expected} 個より少ないです。",
    },
    remedy: {
      en: "Dim beads may be merged: name further channels under `alongside`, or set the windows by hand under `peaks`.",
      ja: "暗いビーズが重なっている可能性があります。`alongside` に別のチャンネルを加えるか、`peaks` に範囲を手動で設定してください。",
    },
  },
  "cytometry-bead-peaks-more": {
    severity: "warning",
    message: {
      en: "{found} bead peaks stand apart, {expected} were expected.",
      ja: "分離したビーズのピークは {found} 個で、予定の {expected} 個より多いです。",
    },
    remedy: {
      en: "Doublets and debris form peaks of their own: take a denser part of the scatter plot (`scatterFraction`), or set the windows by hand under `peaks`.",
      ja: "ダブレットや夾雑物も別のピークになります。散乱光プロットのより密な部分に絞る（`scatterFraction`）か、`peaks` に範囲を手動で設定してください。",
    },
  },
  "cytometry-bead-peaks-unresolved": {
    severity: "warning",
    message: {
      en: "{n} bead peaks overlap without a valley between them; they are not used for calibration.",
      ja: "{n} 個のピークは谷がなく重なっているため、校正に使いません。",
    },
    remedy: {
      en: "Name a channel that tells them apart under `alongside`, or write `null` for their values.",
      ja: "分離できるチャンネルを `alongside` に加えるか、その値を `null` にしてください。",
    },
  },
  "cytometry-bead-peaks-saturated": {
    severity: "warning",
    message: {
      en: "{n} bead peaks lie at or near the top of the detector; they are not used for calibration.",
      ja: "{n} 個のピークが検出器の上限またはその近くにあり、校正に使いません。",
    },
    remedy: {
      en: "Measure the beads at the settings of the samples; where those allow, at a lower gain.",
      ja: "ビーズは試料と同じ設定で測定し、可能ならゲインを下げてください。",
    },
  },
  "cytometry-bead-assignment-ambiguous": {
    severity: "error",
    message: {
      en: "{peaks} peaks fit {values} assigned values in more than one way (residual SD {best} and {second} of log10).",
      ja: "{peaks} 個のピークと {values} 個の表示値の対応が一つに決まりません（log10 の残差 SD：{best} と {second}）。",
    },
    remedy: {
      en: "Give a value for every peak, `null` where it is not used, or set the windows by hand under `peaks`.",
      ja: "ピークごとに値を指定する（使わないものは `null`）か、`peaks` に範囲を手動で設定してください。",
    },
  },
  "cytometry-bead-assignment-none": {
    severity: "error",
    message: {
      en: "No order of the {peaks} usable peaks fits the {values} assigned values with a slope from 0.8 to 1.25.",
      ja: "使用可能な {peaks} 個のピークと {values} 個の表示値では、傾き 0.8〜1.25 となる対応がありません。",
    },
    remedy: {
      en: "Check the lot, the channel, the unit and the order of the assigned values (dim to bright); if they are right, set the windows by hand under `peaks`.",
      ja: "ロット、チャンネル、表示値の単位と順序（暗いものから）を確認してください。正しければ `peaks` に範囲を手動で設定してください。",
    },
  },
  "cytometry-bead-assigned-invalid": {
    severity: "error",
    message: {
      en: "The assigned values have to rise from bead to bead and not be negative; {value} does not.",
      ja: "表示値は負でなく、ビーズの順に増加する必要があります（{value} が不適切です）。",
    },
    remedy: {
      en: "Copy the values of the lot from dim to bright; write `null` for unresolved beads.",
      ja: "ロットの値を暗い順に記入し、分離できないビーズは `null` としてください。",
    },
  },
  "cytometry-bead-value-invalid": {
    severity: "error",
    message: { en: "{name} cannot be {value}.", ja: "{name} に {value} は使えません。" },
    remedy: { en: "Correct the value.", ja: "値を修正してください。" },
  },
  "cytometry-calibration-too-few-beads": {
    severity: "error",
    message: {
      en: "{n} bead populations have a median and an assigned value; a calibration needs {needed}.",
      ja: "測定値と表示値の揃ったビーズ集団が {n} 個で、校正には {needed} 個必要です。",
    },
    remedy: {
      en: "Use beads with more populations on scale.",
      ja: "測定範囲内にある集団の多いビーズを使ってください。",
    },
  },
  "cytometry-calibration-slope": {
    severity: "warning",
    message: {
      en: "The log-log slope is {slope}, outside 0.95 to 1.05: the detector is not linear over the beads, or the values belong to other beads.",
      ja: "両対数の傾きが {slope} で 0.95〜1.05 の範囲外です。検出器が非直線的か、表示値が別のビーズのものです。",
    },
    remedy: {
      en: "Check lot and channel; otherwise report with the slope fixed to 1 and say so.",
      ja: "ロットとチャンネルを確認し、問題がなければ傾きを 1 に固定して明記してください。",
    },
  },
  "cytometry-calibration-fit": {
    severity: "warning",
    message: {
      en: "R² of the calibration is {rSquared}, below 0.99.",
      ja: "校正の R² が {rSquared} で 0.99 未満です。",
    },
    remedy: {
      en: "Look at the residuals: a peak may be assigned to the wrong value.",
      ja: "残差を確認してください。ピークと値の対応が誤っている可能性があります。",
    },
  },
  "cytometry-calibration-no-offset": {
    severity: "error",
    message: {
      en: "The beads' own fluorescence cannot be told from {n} beads.",
      ja: "{n} 個のビーズ集団からはビーズの自家蛍光を決められません。",
    },
    remedy: {
      en: "Use the straight line, or beads with four populations or more and a dim end that bends.",
      ja: "直線モデルを使うか、4 集団以上で低輝度側に曲がりのあるビーズを使ってください。",
    },
  },
  "cytometry-calibration-unit-mixed": {
    severity: "error",
    message: {
      en: "Values in {from} cannot be used as {to}: these units are not the same thing.",
      ja: "{from} の値は {to} として使えません。異なる単位です。",
    },
    remedy: {
      en: "Calibrate with beads whose values are assigned in {to}.",
      ja: "{to} で値付けされたビーズで校正してください。",
    },
  },
  "cytometry-detection-too-few-events": {
    severity: "error",
    message: {
      en: "The blank has {n} events; a detection limit needs at least {needed}.",
      ja: "ブランクのイベントが {n} 個で、検出限界には {needed} 個以上必要です。",
    },
    remedy: { en: "Acquire the blank for longer.", ja: "ブランクの取得時間を延ばしてください。" },
  },
});
