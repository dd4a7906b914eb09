import { defineIssues } from "../kernel/index.ts";

const saveAgain = {
  en: "Export the workbook again, or open it in a spreadsheet program and save it as .xlsx.",
  ja: "ブックを再度書き出すか、表計算ソフトで開いて.xlsx形式で保存し直してください。",
} as const;

/** What can be wrong with an Excel workbook before its cells are looked at. */
export const xlsxIssues = defineIssues({
  "xlsx-not-a-workbook": {
    severity: "error",
    message: {
      en: "The file is not an .xlsx workbook that can be read: {reason}.",
      ja: "読み取れる.xlsxブックではありません（{reason}）。",
    },
    remedy: saveAgain,
  },
  "xlsx-encrypted": {
    severity: "error",
    message: {
      en: "The workbook is protected by a password or is an old .xls file.",
      ja: "ブックがパスワードで保護されているか、旧形式の.xlsです。",
    },
    remedy: {
      en: "Save it as .xlsx without a password.",
      ja: "パスワードなしの.xlsx形式で保存してください。",
    },
  },
  "xlsx-too-large": {
    severity: "error",
    message: {
      en: "The workbook unpacks to more than can be read safely ({reason}); it may be a decompression bomb.",
      ja: "ブックを展開すると安全に読み取れる大きさを超えます（{reason}）。ZIP爆弾の可能性があります。",
    },
    remedy: {
      en: "Keep only the sheet with the results and save it again.",
      ja: "結果のシートだけを残して保存し直してください。",
    },
  },
  "xlsx-damaged": {
    severity: "error",
    message: {
      en: "The part {part} of the workbook is damaged: {reason}.",
      ja: "ブックの一部「{part}」が壊れています（{reason}）。",
    },
    remedy: {
      en: "Copy or export the file again.",
      ja: "ファイルをコピーまたはエクスポートし直してください。",
    },
  },
});
