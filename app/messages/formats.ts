import type { CheckedAgainst, Text } from "vesica/kernel";

export const formatsMessages = {
  format: { en: "Format", ja: "形式" },
  files: { en: "Files", ja: "拡張子" },
  title: { en: "What it is", ja: "内容" },
  checked: { en: "Checked against", ja: "検証状況" },
  none: { en: "This build reads no format.", ja: "この版が読める形式はありません。" },
} as const satisfies Record<string, Text>;

export const checkedWords: Readonly<Record<CheckedAgainst, Text>> = {
  "real files": { en: "real files", ja: "実ファイルで検証" },
  "written description": { en: "written description", ja: "仕様の記述のみで検証" },
  "not checked against a real export": {
    en: "not checked against a real export",
    ja: "実際の出力では未検証",
  },
};
