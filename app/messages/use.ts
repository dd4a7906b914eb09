import type { Text } from "vesica/kernel";

export const useMessages = {
  unknownCommand: { en: 'There is no command "{name}".', ja: "「{name}」というコマンドはありません。" },
  unknownOption: { en: 'There is no option "{name}".', ja: "「{name}」というオプションはありません。" },
  meant: { en: 'Did you mean "{name}"?', ja: "「{name}」ではありませんか。" },
  seeHelp: { en: "See: {command} --help", ja: "使い方: {command} --help" },
  missingArgument: { en: "{name} is missing.", ja: "{name} が指定されていません。" },
  missingOption: { en: 'The option "{name}" is needed.', ja: "オプション「{name}」が必要です。" },
  missingValue: { en: 'The option "{name}" needs a value.', ja: "オプション「{name}」には値が必要です。" },
  excess: { en: 'There is one argument too many: "{name}".', ja: "余分な引数があります: 「{name}」" },
  workers: {
    en: "--workers takes a whole number from 1.",
    ja: "--workers には 1 以上の整数を指定してください。",
  },
  port: {
    en: "--port takes a whole number from 0 to 65535.",
    ja: "--port には 0 から 65535 の整数を指定してください。",
  },
  lang: {
    en: '--lang takes en or ja, not "{name}".',
    ja: "--lang には en か ja を指定してください (「{name}」は使えません)。",
  },
  error: { en: "error", ja: "エラー" },
  cancelled: {
    en: "Cancelled; nothing was half written, earlier results are as they were.",
    ja: "中止しました。書きかけのものはなく、以前の結果は元のままです。",
  },
  fault: {
    en: "This is a fault of Vesica, not of your files: {reason}",
    ja: "ファイルではなく Vesica の不具合です: {reason}",
  },
  faultRemedy: {
    en: "Please report it with the lines below and the version {version}.",
    ja: "以下の行と版 {version} を添えてご報告ください。",
  },
} as const satisfies Record<string, Text>;
