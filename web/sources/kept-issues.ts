import { defineIssues } from "vesica/kernel";

/** What can go wrong with studies that are kept in the browser. */
export const keptIssues = defineIssues({
  "kept-no-storage": {
    severity: "error",
    message: {
      en: "This browser keeps no files for pages, as in a private window.",
      ja: "このブラウザーでは、プライベートウィンドウなどのため、ファイルを保存できません。",
    },
    remedy: {
      en: "Everything else works. Download study.yaml and samples.csv, or use an ordinary window.",
      ja: "ほかの機能は使えます。study.yaml と samples.csv をダウンロードするか、通常のウィンドウで開いてください。",
    },
  },
  "kept-no-space": {
    severity: "error",
    message: {
      en: "The browser has not enough space: {needed} are needed, {free} are free.",
      ja: "ブラウザーの空き容量が足りません。必要: {needed}、空き: {free}",
    },
    remedy: {
      en: "Delete kept studies that are not needed, keep only study file and sample sheet, or download them.",
      ja: "不要な保存済みの研究を削除するか、試料表と研究ファイルだけを保存またはダウンロードしてください。",
    },
  },
  "kept-no-space-left": {
    severity: "error",
    message: {
      en: "The browser gave no more space; {needed} are needed.",
      ja: "ブラウザーの保存領域が足りなくなりました。必要: {needed}",
    },
    remedy: {
      en: "Free space on the disk, delete kept studies that are not needed, keep only study file and sample sheet, or download them.",
      ja: "ディスクの空きを増やすか、不要な保存済みの研究を削除してください。試料表と研究ファイルだけの保存やダウンロードもできます。",
    },
  },
  "kept-missing": {
    severity: "error",
    message: {
      en: "The kept study is no longer there; the browser or a person has deleted it.",
      ja: "保存した研究がありません。ブラウザーまたは利用者が削除しました。",
    },
    remedy: { en: "Open its folder again.", ja: "元のフォルダーを開き直してください。" },
  },
  "kept-half": {
    severity: "error",
    message: {
      en: "Copying was broken off: {missing} of {total} files are not here.",
      ja: "コピーが中断されたため、{total} 件中 {missing} 件のファイルがありません。",
    },
    remedy: {
      en: "Open the same folder again and keep it: what is here already is not copied again. Or delete it.",
      ja: "同じフォルダーを開き直して保存すると、続きからコピーします。不要なら削除してください。",
    },
  },
  "kept-papers-only": {
    severity: "error",
    message: {
      en: "Of this study only study.yaml and samples.csv are kept.",
      ja: "この研究は study.yaml と samples.csv だけを保存しています。",
    },
    remedy: { en: "Choose its folder.", ja: "元のフォルダーを選んでください。" },
  },
  "kept-elsewhere": {
    severity: "error",
    message: {
      en: "This study is open in another tab.",
      ja: "この研究は別のタブで開かれています。",
    },
    remedy: { en: "Close it there first.", ja: "先にそのタブで閉じてください。" },
  },
});
