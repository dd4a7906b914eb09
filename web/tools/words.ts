import { defineMessages } from "vesica/kernel";

export const words = defineMessages({
  title: { en: "Calculators", ja: "計算ツール" },
  lead: {
    en: "Each computes in this page what the analysis of a study computes, with the same code. Nothing is sent anywhere.",
    ja: "研究の解析と同じコードで、このページ内で計算します。何も送信されません。",
  },
  search: { en: "Search", ja: "検索" },
  found: { en: "{n} calculators", ja: "{n} 件" },
  none: { en: "No calculator fits “{text}”.", ja: "「{text}」に合う計算ツールはありません。" },
  back: { en: "All calculators", ja: "計算ツールの一覧" },
  unknown: { en: "There is no calculator of this name.", ja: "この名前の計算ツールはありません。" },
  input: { en: "Input", ja: "入力" },
  parameters: { en: "Parameters", ja: "パラメーター" },
  result: { en: "Result", ja: "結果" },
  example: { en: "Put the example in", ja: "例を入れる" },
  version: { en: "{id}, version {version}", ja: "{id}（版 {version}）" },
  computing: { en: "Computing", ja: "計算中" },
  refused: {
    en: "No result: what was given cannot be used.",
    ja: "結果なし: 入力をこのまま使うことはできません。",
  },
  stale: {
    en: "The result below is of the input before.",
    ja: "以下は変更前の入力による結果です。",
  },
  shareable: {
    en: "The address of this page holds the input: copy it to share the calculation.",
    ja: "このページのアドレスには入力が含まれます。コピーすれば計算を共有できます。",
  },
  tooLong: {
    en: "The input is too long for the address, which therefore does not hold it.",
    ja: "入力が長いため、アドレスには含めていません。",
  },
  copy: { en: "Copy as a table (TSV)", ja: "表としてコピー（TSV）" },
  copied: { en: "Copied", ja: "コピーしました" },
  download: { en: "Download CSV", ja: "CSV をダウンロード" },
  lower: { en: "{name}, lower limit", ja: "{name}（下限）" },
  upper: { en: "{name}, upper limit", ja: "{name}（上限）" },
  yes: { en: "yes", ja: "はい" },
  no: { en: "no", ja: "いいえ" },
  none0: { en: "none", ja: "なし" },
  curve: { en: "Curve", ja: "曲線" },
  drawn: { en: "Drawn", ja: "表示する量" },
  logAxis: { en: "{name} (log)", ja: "{name}（対数）" },
  chart: {
    en: "{y} against {x}; the numbers are in the table below.",
    ja: "{x} に対する {y}。数値は下の表にあります。",
  },
  rows: {
    en: "First {shown} of {n} rows; the copy and the file hold all.",
    ja: "{n} 行のうち最初の {shown} 行。コピーとファイルには全行が含まれます。",
  },
  intervalLevel: { en: "{percent} % interval", ja: "{percent} % 区間" },
});
