import { defineIssues } from "../../../../kernel/index.ts";

/** Issues of multiplex bead assays. */
export const multiplexIssues = defineIssues({
  "cytometry-multiplex-columns": {
    severity: "error",
    message: {
      en: "{name} needs values for each of the {n} events.",
      ja: "{name} には {n} 個のイベントすべての値が必要です。",
    },
    remedy: {
      en: "Give the size, dye and reporter channels of the same events.",
      ja: "同じイベントのサイズ、色素、レポーターのチャンネルを指定してください。",
    },
  },
  "cytometry-multiplex-not-finite": {
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
  "cytometry-multiplex-too-few-events": {
    severity: "error",
    message: {
      en: "There are {n} events for {classes} bead classes; at least {needed} are needed.",
      ja: "ビーズ {classes} 種に対しイベントが {n} 個しかなく、{needed} 個以上必要です。",
    },
    remedy: { en: "Acquire more events.", ja: "取得イベント数を増やしてください。" },
  },
  "cytometry-multiplex-groups-differ": {
    severity: "error",
    message: {
      en: "Scatter shows {found} bead sizes, {expected} were expected.",
      ja: "散乱光で区別できるビーズのサイズは {found} 種で、予定の {expected} 種と異なります。",
    },
    remedy: {
      en: "Check the scatter channels and leave out debris, or give the number of sizes that the kit has.",
      ja: "散乱光チャンネルを確認して夾雑物を除くか、キットのサイズ数を指定してください。",
    },
  },
  "cytometry-multiplex-classes-differ": {
    severity: "warning",
    message: {
      en: "Group {group} shows {found} bead classes, {expected} were expected; no analyte names were given to them.",
      ja: "グループ {group} のビーズは {found} 種で、予定の {expected} 種と異なるため、分析物名を割り当てていません。",
    },
    remedy: {
      en: "Look at the dye channels, and give the number of classes that the kit has.",
      ja: "色素チャンネルを確認し、キットの種類数を指定してください。",
    },
  },
  "cytometry-multiplex-few-events": {
    severity: "warning",
    message: {
      en: "{n} bead classes have fewer than {needed} events.",
      ja: "{n} 種のビーズでイベントが {needed} 個未満です。",
    },
    remedy: {
      en: "Acquire more beads; medians of so few are not reliable.",
      ja: "ビーズの取得数を増やしてください。少数での中央値は信頼できません。",
    },
  },
  "cytometry-multiplex-names-differ": {
    severity: "error",
    message: {
      en: "Group {group} has {names} analyte names for {classes} classes.",
      ja: "グループ {group} の分析物名は {names} 個で、種類数 {classes} と合いません。",
    },
    remedy: {
      en: "Give one name per class, from dim to bright, or none.",
      ja: "暗い順に種類ごとの名前を指定するか、すべて省いてください。",
    },
  },
  "cytometry-multiplex-marker-missing": {
    severity: "error",
    message: {
      en: "Normalisation needs {marker}, which is not among the analytes.",
      ja: "正規化に必要な {marker} が分析物にありません。",
    },
    remedy: {
      en: "Name the beads of CD9, CD63 and CD81, or choose the markers to normalise to.",
      ja: "CD9、CD63、CD81 のビーズに名前を付けるか、正規化に使うマーカーを指定してください。",
    },
  },
  "cytometry-multiplex-control-missing": {
    severity: "error",
    message: {
      en: "There is no control median to subtract from {analyte}.",
      ja: "{analyte} から差し引く対照の中央値がありません。",
    },
    remedy: {
      en: "Give the buffer's median for each analyte, or name the control bead.",
      ja: "分析物ごとに緩衝液の中央値を指定するか、対照ビーズを指定してください。",
    },
  },
  "cytometry-multiplex-reference-not-positive": {
    severity: "error",
    message: {
      en: "The mean of {markers} after subtraction is {value}, so nothing can be related to it.",
      ja: "差し引き後の {markers} の平均が {value} で、正規化できません。",
    },
    remedy: {
      en: "The sample carries too few particles with these markers; report the medians as they are.",
      ja: "これらのマーカーをもつ粒子が少なすぎます。中央値をそのまま報告してください。",
    },
  },
});
