import type { Text } from "vesica/kernel";

export const initMessages = {
  looking: { en: "Looking at the files", ja: "ファイルを確認中" },
  file: { en: "File", ja: "ファイル" },
  format: { en: "Format", ja: "形式" },
  sure: { en: "Sure", ja: "確度" },
  captures: { en: "Captures", ja: "キャプチャ" },
  none: { en: "not recognised", ja: "形式不明" },
  refused: { en: "{format} (refused)", ja: "{format} (拒否)" },
  wrote: { en: "Wrote {files}", ja: "作成: {files}" },
  added: { en: "Rows added to {file}: {count}", ja: "{file} に {count} 行を追加しました" },
  nothingNew: {
    en: "No new file; nothing was written.",
    ja: "新しいファイルはなく、何も書き込みませんでした。",
  },
  unknown: { en: "What could not be known from the files:", ja: "ファイルからは分からなかったこと:" },
  next: {
    en: "Fill in {file}, then: {command}",
    ja: "{file} を記入してから実行してください: {command}",
  },
} as const satisfies Record<string, Text>;
