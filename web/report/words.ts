import { defineMessages } from "vesica/kernel";

export const words = defineMessages({
  title: { en: "Report and export", ja: "報告書と書き出し" },
  intro: {
    en: "What you take away from this study: a report to read, the numbers as data, and what is needed to make them again.",
    ja: "結果を手元に残すためのファイルです：閲覧用の報告書、データとしての数値、再計算に必要なファイル。",
  },
  earlier: {
    en: "study.yaml or the sample sheet was changed since: these results, and the papers in the archive, are as they were before.",
    ja: "この結果の後に study.yaml または試料表が変更されました。ここにある結果とアーカイブ内の設定は変更前のものです。",
  },
  report: { en: "Report", ja: "報告書" },
  reportText: {
    en: "One file, English and Japanese, for reading, printing and sending.",
    ja: "日本語と英語を 1 つのファイルに収めています。閲覧・印刷・送付に使えます。",
  },
  document: { en: "Result document", ja: "結果文書" },
  documentText: {
    en: "Every number, check and step as data, with what is needed to compute them again.",
    ja: "すべての値・判定・計算過程のデータ。計算し直して確かめるための情報も含みます。",
  },
  tables: { en: "Tables for spreadsheets", ja: "表計算用の表" },
  everything: { en: "Everything in one archive", ja: "すべてをまとめて保存（ZIP）" },
  papers: { en: "Study file and sample sheet", ja: "研究ファイルと試料表" },
  papersText: {
    en: "Put them into the folder of the raw files: whoever opens that folder gets the same results.",
    ja: "元のファイルのフォルダーに入れておけば、そのフォルダーを開いた人は同じ結果を得られます。",
  },
  save: { en: "Save {name}", ja: "{name} を保存" },
  print: { en: "Print this page", ja: "このページを印刷" },
});
