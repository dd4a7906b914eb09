import { defineMessages } from "vesica/kernel";

export const words = defineMessages({
  title: { en: "Parameters", ja: "パラメーター" },
  lead: {
    en: "What is changed here is written into study.yaml, whose comments stay, and the study is analysed again at once.",
    ja: "ここでの変更は study.yaml に書き込まれ（コメントは残ります）、ただちに再解析されます。",
  },
  noStudy: { en: "No study is open.", ja: "研究が開かれていません。" },
  toOpen: { en: "Open a study", ja: "研究を開く" },
  study: { en: "The study", ja: "研究" },
  studyTitle: { en: "Title of the study", ja: "研究の題" },
  question: { en: "What the study is to answer", ja: "研究で明らかにしたいこと" },
  reference: { en: "Condition that the others are compared with", ja: "比較の基準とする条件" },
  seed: { en: "Seed of everything random", ja: "乱数のシード" },
  notWritten: {
    en: "Not in the study yet: it may not hold this value. What you wrote stays here until you correct it.",
    ja: "この値は使えないため、まだ研究に反映していません。直すまで、書いた内容はここに残ります。",
  },
  unreadable: {
    en: "study.yaml cannot be read as it is; mend it in the text below.",
    ja: "study.yaml をこのままでは読めません。下のテキストで直してください。",
  },
  changes: { en: "Old against new", ja: "変更前と変更後" },
  changesLead: {
    en: "Headline numbers that the last analysis changed.",
    ja: "直近の解析で変わった主な数値。",
  },
  noChange: {
    en: "No headline number changed with the last analysis.",
    ja: "直近の解析で変わった主な数値はありません。",
  },
  notYet: {
    en: "Change a value: what it does to the headline numbers is shown here.",
    ja: "値を変更すると、主な数値への影響がここに表示されます。",
  },
  analyseFirst: {
    en: "The study was not analysed yet: there is nothing to compare with.",
    ja: "まだ解析していないため、比べるものがありません。",
  },
  number: { en: "Number", ja: "数値" },
  old: { en: "Old", ja: "変更前" },
  now: { en: "New", ja: "変更後" },
  change: { en: "Change", ja: "変化" },
  appeared: { en: "appeared", ja: "新たに算出" },
  vanished: { en: "vanished", ja: "算出されず" },
  sameValue: { en: "same value", ja: "値は同じ" },
  up: { en: "+{percent} %", ja: "+{percent} %" },
  down: { en: "−{percent} %", ja: "−{percent} %" },
  times: { en: "× {factor}", ja: "× {factor}" },
  more: { en: "{n} more", ja: "ほか {n} 件" },
  text: { en: "study.yaml as text", ja: "study.yaml をテキストで編集" },
  textHelp: {
    en: "For those who prefer it. A text that can be read takes effect a moment after the last key.",
    ja: "テキストで書きたい方向けです。読み取れる内容になれば、入力を終えて少し後に反映されます。",
  },
  textFine: { en: "Read and in the study.", ja: "読み取り、研究に反映しました。" },
  textWrong: {
    en: "Not in the study yet; issues by line:",
    ja: "まだ研究に反映していません。行ごとの問題:",
  },
  line: { en: "Line {line}", ja: "{line} 行目" },
  revert: { en: "Back to what the study holds", ja: "研究の内容に戻す" },
  studyIssues: { en: "What is wrong with the study", ja: "研究の問題" },
});
