import { defineMessages } from "vesica/kernel";

export const words = defineMessages({
  title: { en: "Report and export", ja: "報告書と書き出し" },
  intro: {
    en: "The files that the command line writes, byte for byte: from the same files and the same papers.",
    ja: "コマンドラインが書き出すものとバイト単位で同じファイルです（同じファイルと同じ設定から）。",
  },
  earlier: {
    en: "study.yaml or the sample sheet was changed since: these results, and the papers in the archive, are as they were before.",
    ja: "この結果の後に study.yaml または試料表が変更されました。ここにある結果とアーカイブ内の設定は変更前のものです。",
  },
  report: { en: "Report", ja: "報告書" },
  reportText: {
    en: "One file, English and Japanese, for reading, printing and sending.",
    ja: "1 ファイルに日英両語。閲覧・印刷・送付に。",
  },
  document: { en: "Result document", ja: "結果文書" },
  documentText: {
    en: "Every number, check and step as data; what vesica verify recomputes.",
    ja: "すべての値・判定・過程のデータ。vesica verify が再計算する対象です。",
  },
  tables: { en: "Tables for spreadsheets", ja: "表計算用の表" },
  everything: { en: "Everything in one archive", ja: "すべてを 1 つのアーカイブに" },
  papers: { en: "Study file and sample sheet", ja: "研究ファイルと試料表" },
  papersText: {
    en: "Put them beside the raw files and the command line gives the same results.",
    ja: "元ファイルと一緒に置けば、コマンドラインで同じ結果が得られます。",
  },
  save: { en: "Save {name}", ja: "{name} を保存" },
  print: { en: "Print this page", ja: "このページを印刷" },
  file: { en: "File", ja: "ファイル" },
  size: { en: "Size", ja: "サイズ" },
  name: { en: "{name}, {size}", ja: "{name}（{size}）" },
});
