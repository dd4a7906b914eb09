import type { Text } from "vesica/kernel";

export const verifyMessages = {
  hashing: { en: "Checking files", ja: "ファイルを照合中" },
  same: {
    en: "Verified: {files} files are unchanged and {outputs} results are recomputed byte for byte.",
    ja: "検証完了: {files} 個のファイルは変更なし、{outputs} 個の結果はバイト単位で再現しました。",
  },
  changed: {
    en: "CHANGED  {file}: the byte at offset {byte} (line {line}, column {column}) was {before}, is {after}",
    ja: "変更あり {file}: オフセット {byte} のバイト ({line} 行目、{column} 列目) が {before} から {after} に変わっています",
  },
  lineBefore: { en: "  was: {text}", ja: "  変更前: {text}" },
  lineAfter: { en: "  is:  {text}", ja: "  変更後: {text}" },
  changedUnknown: {
    en: "CHANGED  {file}: its SHA-256 was {before}, is {after}; its copy in .vesica/packs is gone, so the place is not known",
    ja: "変更あり {file}: SHA-256 が {before} から {after} に変わっています。.vesica/packs の写しがないため、位置は分かりません",
  },
  missing: {
    en: "MISSING  {file}: it was used and is not there",
    ja: "欠落     {file}: 使用されたファイルがありません",
  },
  added: {
    en: "NEW      {file}: it was not there when the results were made",
    ja: "追加     {file}: 結果の作成時にはなかったファイルです",
  },
  difference: {
    en: "DIFFERS  {file} at {pointer}: the file has {before}, recomputed {after}",
    ja: "不一致   {file} の {pointer}: 記録は {before}、再計算は {after}",
  },
  cell: {
    en: "DIFFERS  {file}{table}, row {row} ({key}), column {column}: the file has {before}, recomputed {after}",
    ja: "不一致   {file}{table} の {row} 行目（{key}）、列 {column}: 記録は {before}、再計算は {after}",
  },
  inTable: { en: ", table {table}", ja: " の表 {table}" },
  form: {
    en: "DIFFERS  {file} from offset {byte} (line {line}): not what is written when it is made again",
    ja: "不一致   {file} のオフセット {byte} ({line} 行目) から: 再作成した内容と異なります",
  },
  broken: {
    en: "DAMAGED  {file} is not JSON: {reason}",
    ja: "破損     {file} は JSON ではありません: {reason}",
  },
  extra: {
    en: "EXTRA    {file}: the study does not give this table",
    ja: "余分     {file}: この研究からは得られない表です",
  },
  absent: { en: "MISSING  {file}", ja: "欠落     {file}" },
  notRecomputed: {
    en: "The results were not recomputed, since the study cannot be run as it is:",
    ja: "研究がこのままでは実行できないため、結果は再計算していません:",
  },
  software: {
    en: "The results were made by version {made}; this is version {now}.",
    ja: "結果を作成した版は {made}、現在の版は {now} です。",
  },
  nothing: { en: "nothing", ja: "なし" },
} as const satisfies Record<string, Text>;
