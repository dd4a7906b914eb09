import { defineMessages } from "vesica/kernel";

export const words = defineMessages({
  error: { en: "Error", ja: "エラー" },
  warning: { en: "Warning", ja: "警告" },
  note: { en: "Note", ja: "参考" },
  issues: { en: "Issues", ja: "問題" },
  line: { en: "line {line}", ja: "{line} 行目" },
  lineColumn: { en: "line {line}, column {column}", ja: "{line} 行目 {column} 列目" },
  byte: { en: "byte {byte}", ja: "{byte} バイト目" },
  places: { en: "{count} places", ja: "{count} か所" },
  more: { en: "Show {count} more", ja: "あと {count} 件を表示" },
  mend: { en: "Correct {name}", ja: "{name} を直す" },
  code: { en: "Code", ja: "コード" },
});
