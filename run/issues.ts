import { defineIssues } from "vesica/kernel";

/** What can be wrong with a study's files wherever they are. */
export const folderIssues = defineIssues({
  "folder-empty": {
    severity: "error",
    message: { en: "The folder holds no instrument file.", ja: "フォルダーに装置のファイルがありません。" },
    remedy: {
      en: "Copy the instrument's exports into it.",
      ja: "装置から書き出したファイルを入れてください。",
    },
  },
  "folder-too-many-files": {
    severity: "error",
    message: {
      en: "The folder holds more than {most} files.",
      ja: "フォルダーのファイル数が {most} を超えています。",
    },
    remedy: { en: "Divide it into studies.", ja: "研究ごとに分けてください。" },
  },
  "study-missing": {
    severity: "error",
    message: { en: "The folder has no {file}.", ja: "フォルダーに {file} がありません。" },
    remedy: {
      en: "Make a draft of it with: vesica init {folder}",
      ja: "下書きを作成してください: vesica init {folder}",
    },
  },
  "study-yaml": {
    severity: "error",
    message: {
      en: "The study file is not valid YAML: {reason}",
      ja: "研究ファイルが YAML として読めません: {reason}",
    },
    remedy: {
      en: "Correct the line; put text with : or # in quotation marks.",
      ja: "その行を直してください。: や # を含む文は引用符で囲みます。",
    },
  },
  "study-too-large": {
    severity: "error",
    message: {
      en: "The file has {size} bytes; at most {most} are read.",
      ja: "ファイルは {size} バイトで、上限 {most} バイトを超えています。",
    },
    remedy: { en: "Check that it is the right file.", ja: "正しいファイルか確認してください。" },
  },
  "file-name-unreadable": {
    severity: "warning",
    message: {
      en: "This name is not valid Unicode or has control characters; the file was left out.",
      ja: "この名前は Unicode として正しくないか制御文字を含むため、ファイルを除外しました。",
    },
    remedy: { en: "Rename the file.", ja: "ファイル名を変更してください。" },
  },
  "file-unreadable": {
    severity: "error",
    message: { en: "The file cannot be read ({code}).", ja: "ファイルを読み取れません ({code})。" },
    remedy: {
      en: "Check that it is still there and that you may read it.",
      ja: "ファイルが存在し、読み取り権限があるか確認してください。",
    },
  },
  "nothing-recognised": {
    severity: "error",
    message: {
      en: "No format recognises any of the files.",
      ja: "認識できる形式のファイルが一つもありません。",
    },
    remedy: {
      en: "See vesica formats for what is read. For other tables write their columns under imports in study.yaml, then: vesica init --update {folder}",
      ja: "読める形式は vesica formats で確認できます。ほかの表は study.yaml の imports に列の対応を書き、次を実行してください: vesica init --update {folder}",
    },
  },
});
