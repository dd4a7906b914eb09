import { defineIssues } from "../kernel/index.ts";

/** Issues of the run itself, about files whatever their domain. */
export const runIssues = defineIssues({
  "file-not-recognised": {
    severity: "warning",
    message: { en: "no format recognises this file", ja: "このファイルの形式を認識できません" },
    remedy: {
      en: "Run `vesica formats` for what is read. If it is a table, describe its columns under `imports` in study.yaml; if it does not belong to the study, list it under `ignore`.",
      ja: "読める形式は `vesica formats` で確認できます。表形式なら study.yaml の `imports` に列の対応を書き、この研究のファイルでなければ `ignore` に書いてください。",
    },
  },
  "file-format-ambiguous": {
    severity: "error",
    message: {
      en: "both {first} and {second} claim this file",
      ja: "{first} と {second} の両方がこのファイルに該当します",
    },
    remedy: {
      en: "Name the format for this file under `imports` in study.yaml.",
      ja: "study.yaml の `imports` でこのファイルの形式を指定してください。",
    },
  },
  "mapping-format-unknown": {
    severity: "error",
    message: {
      en: "study.yaml names the format {format}, which does not exist",
      ja: "study.yaml が指定する形式 {format} は存在しません",
    },
    remedy: {
      en: "Run `vesica formats` for the names.",
      ja: "`vesica formats` で形式名を確認してください。",
    },
  },
  "file-empty": {
    severity: "error",
    message: { en: "the file is empty", ja: "ファイルが空です" },
    remedy: { en: "Export it again from the instrument.", ja: "装置からもう一度書き出してください。" },
  },
  "file-copies": {
    severity: "warning",
    message: {
      en: "the same bytes as {first}: one acquisition is counted {count} times",
      ja: "{first} と内容が完全に同じです。1 回の測定が {count} 回数えられています",
    },
    remedy: {
      en: "Keep one of them; give the others the role `ignore` in samples.csv.",
      ja: "1 つだけを残し、ほかは samples.csv の role を `ignore` にしてください。",
    },
  },
  "file-too-large": {
    severity: "error",
    message: {
      en: "the file has {size} bytes; at most {limit} are read",
      ja: "ファイルは {size} バイトです（上限 {limit} バイト）",
    },
    remedy: {
      en: "Split the export, or leave raw video out of the study folder.",
      ja: "書き出しを分割するか、元動画を研究フォルダーから外してください。",
    },
  },
  "file-not-in-sheet": {
    severity: "warning",
    message: {
      en: "samples.csv has no row for this file: its numbers are given by file, without sample, donor or dilution",
      ja: "samples.csv にこのファイルの行がありません。試料・ドナー・希釈倍率なしで、ファイルごとの値として示します",
    },
    remedy: {
      en: "Run `vesica init --update` to add the row, then fill it in.",
      ja: "`vesica init --update` で行を追加し、内容を記入してください。",
    },
  },
  "study-nothing-used": {
    severity: "error",
    message: { en: "none of the study's files could be used", ja: "使えるファイルが一つもありません" },
    remedy: { en: "See the issues of the files above.", ja: "各ファイルの問題を確認してください。" },
  },
});
