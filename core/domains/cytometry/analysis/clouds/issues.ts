import { cloudDefinitions, defineIssues } from "../../../../kernel/index.ts";

/** What looking at single events can say. */
export const cloudIssues = defineIssues({
  "cytometry-cloud-axis-unknown": cloudDefinitions["axis-unknown"],
  "cytometry-cloud-view-invalid": cloudDefinitions["view-invalid"],
  "cytometry-cloud-bins": cloudDefinitions.bins,
  "cytometry-cloud-gates-invalid": {
    severity: "error",
    message: {
      en: "The gates cannot be used: {key} ({reason})",
      ja: "ゲートを使えません：{key}（{reason}）",
    },
    remedy: {
      en: "Correct the gate, or draw it again; `docs/reference/parameters.md` lists what a gate holds.",
      ja: "ゲートを修正するか、引き直してください。ゲートの項目は `docs/reference/parameters.md` にあります。",
    },
  },
  "cytometry-cloud-gate-unknown": {
    severity: "error",
    message: {
      en: "There is no gate {gate} on this file to look inside; there are {gates}",
      ja: "このファイルにゲート {gate} はありません（使えるゲート：{gates}）",
    },
    remedy: {
      en: "Choose one of these gates or all events, or give the gate channels that the file has.",
      ja: "これらのゲートか全イベントを選ぶか、ファイルにあるチャンネルでゲートを作ってください。",
    },
  },
  "cytometry-cloud-no-beads": {
    severity: "error",
    message: {
      en: "The bead set {name} is not described for {axis}: no peaks are looked for there",
      ja: "ビーズ {name} は {axis} について記載がないため、ピークを探しません",
    },
    remedy: {
      en: "Give the assigned values of this channel under `beads` in study.yaml, or choose another axis.",
      ja: "study.yaml の `beads` にこのチャンネルの値付けを書くか、別の軸を選んでください。",
    },
  },
});
