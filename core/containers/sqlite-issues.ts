import { defineIssues } from "../kernel/index.ts";

/** What can be wrong with an SQLite 3 file or a part of it. */
export const sqliteIssues = defineIssues({
  "sqlite-not-a-database": {
    severity: "error",
    message: {
      en: "The file does not have the header of an SQLite 3 database: {reason}.",
      ja: "SQLite 3データベースのヘッダーではありません（{reason}）。",
    },
    remedy: {
      en: "Export or copy the file again from the instrument's computer.",
      ja: "装置のPCからもう一度書き出すか、コピーし直してください。",
    },
  },
  "sqlite-too-large": {
    severity: "error",
    message: {
      en: "The database has {size} bytes; at most {limit} are read.",
      ja: "データベースは{size}バイトあり、読み込める上限{limit}バイトを超えています。",
    },
    remedy: {
      en: "Export fewer records into one file.",
      ja: "1ファイルに書き出す記録の数を減らしてください。",
    },
  },
  "sqlite-table-too-large": {
    severity: "error",
    message: {
      en: "Table {table} has more than {limit} cells and is not read.",
      ja: "表「{table}」のセルが{limit}個を超えるため、読み込みません。",
    },
    remedy: {
      en: "Export fewer records into one file.",
      ja: "1ファイルに書き出す記録の数を減らしてください。",
    },
  },
  "sqlite-truncated": {
    severity: "error",
    message: {
      en: "The database should have {expected} bytes but has {size}: its end is missing.",
      ja: "データベースは{expected}バイトあるはずですが{size}バイトしかなく、末尾が欠けています。",
    },
    remedy: { en: "Copy the file again.", ja: "ファイルをコピーし直してください。" },
  },
  "sqlite-wal": {
    severity: "error",
    message: {
      en: "The database is in write-ahead mode and part of it is still in its -wal file, which is not read.",
      ja: "データベースは先行書き込み（WAL）モードで、内容の一部が読み込まれない-walファイルに残っています。",
    },
    remedy: {
      en: "Close the instrument's software and copy the file again.",
      ja: "装置のソフトウェアを終了してから、ファイルをコピーし直してください。",
    },
  },
  "sqlite-wal-possible": {
    severity: "warning",
    message: {
      en: "The database is in write-ahead mode; if a -wal file lies beside it, the newest records are not read.",
      ja: "データベースは先行書き込み（WAL）モードです。隣に-walファイルがある場合、最新の記録は読み込まれていません。",
    },
    remedy: {
      en: "Close the instrument's software, then copy the file.",
      ja: "装置のソフトウェアを終了してから、ファイルをコピーしてください。",
    },
  },
  "sqlite-damaged": {
    severity: "warning",
    message: {
      en: "Page {page} of table {table} is damaged ({reason}); rows may be missing or wrong.",
      ja: "表「{table}」のページ{page}が壊れています（{reason}）。行が欠けているか、誤っている可能性があります。",
    },
    remedy: {
      en: "Copy the file again, and do not rely on its numbers until it reads without this warning.",
      ja: "ファイルをコピーし直し、この警告が出なくなるまで数値を信頼しないでください。",
    },
  },
  "sqlite-no-table": {
    severity: "error",
    message: {
      en: "The database has no readable table {table}; its tables are: {tables}.",
      ja: "データベースに読み取れる表「{table}」がありません。存在する表: {tables}。",
    },
    remedy: {
      en: "Check that the file comes from the software that this format is for.",
      ja: "この形式に対応するソフトウェアのファイルかどうか確認してください。",
    },
  },
});
