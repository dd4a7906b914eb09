import type { Text } from "vesica/kernel";

export const helpMessages = {
  summary: {
    en: "Exosome instrument files in, numbers that can be defended out.",
    ja: "エクソソーム測定装置のファイルから、根拠を示せる数値を導きます。",
  },
  after: {
    en: "Start with: vesica demo, or vesica init FOLDER\nExit status: 0 done, 1 done but findings fail or a file of the sheet was refused, 2 wrong use,\n3 input refused, 4 fault of Vesica, 130 cancelled",
    ja: "はじめに: vesica demo または vesica init フォルダー\n終了コード: 0 完了、1 完了したが不適合がある、または試料表のファイルが拒否された、2 使い方の誤り、\n3 入力を拒否、4 Vesica の不具合、130 中止",
  },
  help: { en: "show help", ja: "使い方を表示" },
  helpCommand: { en: "show help for a command", ja: "コマンドの使い方を表示" },
  version: { en: "show the version", ja: "版を表示" },
  json: {
    en: "one JSON document on standard output, nothing else",
    ja: "標準出力に JSON 文書を 1 つだけ出力",
  },
  lang: { en: "language of messages: en or ja", ja: "表示言語: en または ja" },
  workers: { en: "at most this many worker threads", ja: "ワーカースレッドの最大数" },
  folder: { en: "the study folder", ja: "研究フォルダー" },
  init: {
    en: "recognise every file, draft study.yaml and samples.csv",
    ja: "全ファイルの形式を判定し、study.yaml と samples.csv の下書きを作成",
  },
  update: { en: "add rows for new files to the sheet", ja: "新しいファイルの行を試料表に追加" },
  run: { en: "analyse the study, write results and report", ja: "研究を解析し、結果と報告書を作成" },
  noCache: { en: "compute everything again", ja: "キャッシュを使わず、すべて計算し直す" },
  verify: {
    en: "recompute, name the first difference or the first changed byte",
    ja: "再計算し、最初の相違点または最初に変わったバイトを示す",
  },
  formats: { en: "what is read, and how well it was checked", ja: "読める形式と、その検証状況" },
  demo: { en: "make and run the example study", ja: "例題の研究を作成して実行" },
  demoFolder: { en: "where the example study goes", ja: "例題の作成先" },
  serve: {
    en: "show the page on this computer, with the study folder where one is named",
    ja: "このコンピューターでページを表示（研究フォルダーの指定があれば開く）",
  },
  port: {
    en: "port to listen on; 0: any that is free (default: 4747, or the next that is free)",
    ja: "待ち受けるポート。0: 空いているポート (既定値: 4747、使用中なら次の空き)",
  },
  domain: { en: "single operations: {title}", ja: "個別の演算: {title}" },
  input: { en: "JSON file, or - for standard input", ja: "JSON ファイル、または標準入力の -" },
  inputFields: { en: "The JSON that is read:", ja: "読み込む JSON の項目:" },
  optional: { en: "may be left out", ja: "省略可" },
  defaultValue: { en: "default: {value}", ja: "既定値: {value}" },
  unit: { en: "in {unit}", ja: "単位 {unit}" },
} as const satisfies Record<string, Text>;

/** Titles that commander writes in help. */
export const helpTitles: Readonly<Record<string, Text>> = {
  "Usage:": { en: "Usage:", ja: "使い方:" },
  "Arguments:": { en: "Arguments:", ja: "引数:" },
  "Options:": { en: "Options:", ja: "オプション:" },
  "Commands:": { en: "Commands:", ja: "コマンド:" },
};
