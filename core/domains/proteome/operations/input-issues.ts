import { defineIssues } from "../../../kernel/index.ts";

/** What the operations of this room refuse of their input, beyond what the statistics themselves refuse. */
export const inputIssues = defineIssues({
  "proteome-result-not-finite": {
    severity: "error",
    message: {
      en: "The result at {path} is not a finite number.",
      ja: "結果の {path} が有限の数値になりません。",
    },
    remedy: {
      en: "Check the size and the units of the given values, and that the parameters suit them.",
      ja: "入力値の大きさと単位、およびパラメーターが適切かを確認してください。",
    },
  },
  "proteome-rows-differ": {
    severity: "error",
    message: {
      en: "{row} has {n} values, and {expected} are expected.",
      ja: "{row} の値は {n} 個ですが、{expected} 個必要です。",
    },
    remedy: {
      en: "Give every row one value a sample, empty (null) where nothing was measured.",
      ja: "各行に試料と同じ数の値を入れ、測定のない箇所は空（null）にしてください。",
    },
  },
  "proteome-groups-needed": {
    severity: "error",
    message: {
      en: "{n} groups are named ({names}), and {needed} are needed.",
      ja: "群の数が {n} です（{names}）。{needed} 必要です。",
    },
    remedy: {
      en: "Name the group of every sample; leave samples of other groups out.",
      ja: "試料ごとに群の名前を付け、比較しない群の試料は除いてください。",
    },
  },
  "proteome-reference-unknown": {
    severity: "error",
    message: {
      en: "“{reference}” is none of the groups: {names}.",
      ja: "「{reference}」という群はありません（{names}）。",
    },
    remedy: {
      en: "Write the reference as the groups are written.",
      ja: "比較の基準は、群の名前のとおりに書いてください。",
    },
  },
  "proteome-counts-impossible": {
    severity: "error",
    message: {
      en: "{both} of {hits} hits cannot be among the {inSet} genes of a set in a background of {background}.",
      ja: "背景 {background} 個・セット {inSet} 個・ヒット {hits} 個では、両方に入る数が {both} にはなりません。",
    },
    remedy: {
      en: "Count hits and set members within the background, and check the four numbers.",
      ja: "ヒットとセットは背景集合の中で数え、4 つの数を確認してください。",
    },
  },
  "proteome-limits-reversed": {
    severity: "error",
    message: {
      en: "The least size {least} is above the greatest, {most}.",
      ja: "サイズの下限 {least} が上限 {most} を超えています。",
    },
    remedy: { en: "Change the two limits.", ja: "上限と下限を直してください。" },
  },
  "proteome-core-not-found": {
    severity: "error",
    message: {
      en: "None of the {n} proteins of the core set is among the rows.",
      ja: "コアセットのタンパク質 {n} 個は、いずれも行にありません。",
    },
    remedy: {
      en: "Write the names of the core set as the rows have them.",
      ja: "コアセットの名前を行の名前と同じに書いてください。",
    },
  },
});
