import { defineMessages } from "vesica/kernel";

export const words = defineMessages({
  find: { en: "Find in the table", ja: "表内を検索" },
  all: { en: "All columns", ja: "すべての列" },
  rows: { en: "Rows: {count}", ja: "{count} 行" },
  found: { en: "Rows: {shown} of {count}", ja: "{count} 行のうち {shown} 行" },
  none: { en: "No row holds these words.", ja: "該当する行はありません。" },
  why: { en: "Why this table?", ja: "この表の根拠" },
  save: { en: "Save {name}", ja: "{name} を保存" },
  rowsOf: { en: "Rows: {title}", ja: "表の行：{title}" },
});
