import type { IssueDefinition } from "../../../kernel/index.ts";
import { exportAgain } from "./fcs-issues-file.ts";

const lookAtKeyword = {
  en: "Look at the keyword named, and export the file again if it is wrong.",
  ja: "示されたキーワードを確認し、誤りがあれば再度エクスポートしてください。",
} as const;

/** What can be wrong with the TEXT segments and single keywords. */
export const textIssues = {
  "fcs-text-beyond-file": {
    severity: "error",
    message: {
      en: "TEXT should end at byte {end}, but the file has {size} bytes.",
      ja: "TEXTはバイト{end}で終わるはずですが、ファイルは{size}バイトです。",
    },
    remedy: exportAgain,
  },
  "fcs-text-too-large": {
    severity: "error",
    message: {
      en: "TEXT has {bytes} bytes; at most {limit} bytes and {pairs} keywords are read.",
      ja: "TEXTは{bytes}バイトです。上限は{limit}バイト、キーワード{pairs}個です。",
    },
    remedy: exportAgain,
  },
  "fcs-text-empty": {
    severity: "error",
    message: {
      en: "The TEXT segment holds no keywords between delimiters.",
      ja: "TEXTセグメントに区切り文字で区切られたキーワードがありません。",
    },
    remedy: exportAgain,
  },
  "fcs-text-not-ended": {
    severity: "warning",
    message: {
      en: "The TEXT segment does not end with its delimiter; the last keyword, {key}, may be cut.",
      ja: "TEXTセグメントが区切り文字で終わっていません。最後のキーワード{key}が途中で切れている可能性があります。",
    },
    remedy: lookAtKeyword,
  },
  "fcs-text-unescaped": {
    severity: "warning",
    message: {
      en: "Values hold the delimiter without doubling it; keywords were found again at {key}, and values before it may be wrong.",
      ja: "値の中の区切り文字が二重化されていません。{key}から読み直しましたが、それ以前の値は誤っている可能性があります。",
    },
    remedy: lookAtKeyword,
  },
  "fcs-not-utf8": {
    severity: "note",
    message: {
      en: "{count} values are not UTF-8 and were read as Latin-1, the first at {key}.",
      ja: "{count}個の値がUTF-8ではないため、Latin-1として読みました（最初は{key}）。",
    },
    remedy: {
      en: "Check names with special letters; numbers are not touched by this.",
      ja: "特殊文字を含む名称を確認してください。数値への影響はありません。",
    },
  },
  "fcs-keyword-twice": {
    severity: "warning",
    message: {
      en: "{key} is written twice, as “{first}” and “{second}”; the first was used.",
      ja: "{key}が「{first}」と「{second}」の2回書かれています。最初の値を使用しました。",
    },
    remedy: lookAtKeyword,
  },
  "fcs-stext-ignored": {
    severity: "warning",
    message: {
      en: "The supplemental TEXT, bytes {begin} to {end}, is no list of keywords and was ignored.",
      ja: "補助TEXT（バイト{begin}～{end}）はキーワードの一覧ではないため、無視しました。",
    },
    remedy: {
      en: "Some vendors keep their own files there (CyFlow: a ZIP archive); the events are not touched by this.",
      ja: "独自データ（CyFlowではZIP）を置くメーカーがあります。イベントへの影響はありません。",
    },
  },
  "fcs-keyword-missing": {
    severity: "error",
    message: { en: "The keyword {key} is missing.", ja: "キーワード{key}がありません。" },
    remedy: exportAgain,
  },
  "fcs-keyword-unreadable": {
    severity: "error",
    message: {
      en: "{key} is “{words}”, which is not a number that can stand there.",
      ja: "{key}の値「{words}」は、使用できる数値ではありません。",
    },
    remedy: exportAgain,
  },
  "fcs-mode-not-read": {
    severity: "error",
    message: {
      en: "$MODE is “{words}”: the file holds histograms, not events.",
      ja: "$MODEが「{words}」です。イベントではなくヒストグラムが保存されています。",
    },
    remedy: {
      en: "Export the acquisition in list mode.",
      ja: "リストモードでエクスポートしてください。",
    },
  },
  "fcs-type-not-read": {
    severity: "error",
    message: {
      en: "{key} is “{words}”; integers (I), floats (F) and doubles (D) are read, numbers in ASCII (A) are not.",
      ja: "{key}が「{words}」です。整数(I)、単精度(F)、倍精度(D)に対応し、ASCII(A)には対応しません。",
    },
    remedy: exportAgain,
  },
  "fcs-byte-order-not-read": {
    severity: "error",
    message: {
      en: "$BYTEORD is “{words}”; 1,2,3,4 and 4,3,2,1 (and 1,2 and 2,1) are read.",
      ja: "$BYTEORDが「{words}」です。1,2,3,4と4,3,2,1（および1,2と2,1）に対応しています。",
    },
    remedy: exportAgain,
  },
} as const satisfies Record<string, IssueDefinition>;
