import { fillText, type Issue, type IssueCatalogue, type TextParameters } from "../kernel/index.ts";

/** Japanese for the short reasons that container issues carry; a reason that is not here, such as a count, is the same in both. */
const japanese: Readonly<Record<string, string>> = {
  "magic string": "識別文字列が異なる",
  "page size": "ページサイズが不正",
  "reserved space": "予約領域が不正",
  version: "バージョンが不正",
  "text encoding": "文字コードが不正",
  schema: "スキーマを読めない",
  "page used twice": "同じページが二度使われている",
  "row ids do not ascend": "行IDが昇順でない",
  "overflow chain broken": "オーバーフローページの連鎖が切れている",
  "page outside the file": "ページがファイルの外にある",
  "not a table page": "表のページではない",
  "cell count too large": "セルの数が大きすぎる",
  "cell outside the page": "セルがページの外にある",
  "cells and free space do not fill the page": "セルと空き領域の合計がページと合わない",
  "cells overlap": "セルが重なっている",
  "not a ZIP archive": "ZIP形式ではない",
  "no end of central directory": "ZIPの末尾がない",
  "several disks": "分割されたZIP",
  "directory size": "ZIPの目録の大きさが合わない",
  "directory entry": "ZIPの目録が壊れている",
  "entries overlap": "ZIPの項目が重なっている",
  "two entries of one name": "同名の項目がある",
  "encrypted entry": "暗号化されている",
  "checksum differs": "チェックサムが合わない",
  "size differs": "大きさが合わない",
  "longer than stated": "記載より長い",
  "compressed data broken": "圧縮データが壊れている",
  "a tag of over 65536 characters": "65536文字を超えるタグがある",
};

/** The issue of `code` with its `{reason}` in both languages. */
export function raiseReason<Code extends string>(
  catalogue: IssueCatalogue<Code>,
  code: Code,
  reason: string,
  parameters: TextParameters = {},
): Issue {
  const issue = catalogue.raise(code, { ...parameters, reason });
  const local = { ...issue.parameters, reason: japanese[reason] ?? reason };
  return {
    ...issue,
    message: { ...issue.message, ja: fillText(catalogue.definitions[code]!.message, local).ja },
  };
}
