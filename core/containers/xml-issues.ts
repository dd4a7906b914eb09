import { defineIssues } from "../kernel/index.ts";

const saveAgain = {
  en: "Export the file again from the program that wrote it.",
  ja: "書き出したソフトウェアからもう一度エクスポートしてください。",
} as const;

/** What can be wrong with an XML text before its elements are looked at. */
export const xmlIssues = defineIssues({
  "xml-malformed": {
    severity: "error",
    message: {
      en: "The text is not well-formed XML: {reason}.",
      ja: "整形式の XML ではありません（{reason}）。",
    },
    remedy: saveAgain,
  },
  "xml-doctype": {
    severity: "error",
    message: {
      en: "The XML declares a document type; files with declarations of their own are not read.",
      ja: "XML に DOCTYPE 宣言があります。独自の宣言を含むファイルは読み取りません。",
    },
    remedy: {
      en: "Remove the DOCTYPE, or export the file again without it.",
      ja: "DOCTYPE を削除するか、DOCTYPE なしで書き出し直してください。",
    },
  },
  "xml-too-large": {
    severity: "error",
    message: {
      en: "The XML has more {what} than the {limit} that are read.",
      ja: "XML が読み取りの上限を超えています（{what}、上限 {limit}）。",
    },
    remedy: {
      en: "Export fewer samples or gates into one file.",
      ja: "1 ファイルに書き出す試料やゲートの数を減らしてください。",
    },
  },
});
