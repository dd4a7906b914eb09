import type { Text } from "vesica/kernel";

export const runMessages = {
  unchanged: { en: "Nothing has changed since the last run.", ja: "前回の実行から変更はありません。" },
  files: {
    en: "Files: {read} read, {refused} refused, {unknown} not recognised, {ignored} ignored",
    ja: "読み込み {read}、拒否 {refused}、形式不明 {unknown}、除外 {ignored} ファイル",
  },
  findings: {
    en: "Findings: {fail} fail, {caution} call for caution",
    ja: "不適合 {fail} 件、注意 {caution} 件",
  },
  failing: { en: "FAILS", ja: "不適合" },
  sample: { en: "Sample", ja: "試料" },
  flags: { en: "Flags", ja: "フラグ" },
  further: { en: "Also in the report: {list}", ja: "報告書に記載のその他の項目: {list}" },
  more: { en: "… and {count} more in the report", ja: "… ほか {count} 件は報告書に記載" },
  same: { en: "({count} more like this: {code})", ja: "(同種の問題がほかに {count} 件: {code})" },
  table: { en: "{what}: {numbers}table: {path}", ja: "{what}：{numbers}表: {path}" },
  tableName: { en: "{title}, {name}", ja: "{title}（{name}）" },
  tableNumber: { en: "{title}: {value}; ", ja: "{title} {value}、" },
  moreTables: { en: "… and {count} more tables in {path}", ja: "… ほか {count} 個の表は {path}" },
  noNumbers: { en: "No number could be given.", ja: "示せる数値がありません。" },
  report: { en: "Report:  {path}", ja: "報告書: {path}" },
  data: { en: "Data:    {path}", ja: "データ:   {path}" },
  next: { en: "Check later with: {command}", ja: "後で検証するには: {command}" },
  nothingUsed: {
    en: "No file could be used; no results were written.",
    ja: "使えるファイルがないため、結果は書き込みませんでした。",
  },
} as const satisfies Record<string, Text>;
