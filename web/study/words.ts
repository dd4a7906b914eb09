import { defineMessages } from "vesica/kernel";

export const words = defineMessages({
  standardsIntro: {
    en: "What the files, the sheet and the analysis already answer. Filled in is not the same as good.",
    ja: "ファイル・試料表・解析から分かる範囲で記入済みの項目数です。記載があっても、内容が十分とは限りません。",
  },
  noStandards: {
    en: "No reporting checklist belongs to the files of this study.",
    ja: "この研究のファイルに対応する報告基準はありません。",
  },
  met: { en: "{count} reported", ja: "記載 {count}" },
  doubtful: { en: "{count} doubtful", ja: "要確認 {count}" },
  blank: { en: "{count} blank", ja: "未記入 {count}" },
  not: { en: "{count} not applicable", ja: "対象外 {count}" },
  numbers: { en: "Conditions and samples", ja: "条件ごと・試料ごとの値" },
  allRows: { en: "Show all {count} rows", ja: "全 {count} 行を表示" },
  toCompare: {
    en: "Conditions are compared when the sample sheet gives donor and condition of every sample.",
    ja: "試料表に全試料のドナーと条件を記入すると、条件間の比較ができます。",
  },
  toSheet: { en: "Fill in the sample sheet", ja: "試料表を記入" },
  grounds: { en: "Grounds and source", ja: "根拠と出典" },
  rooms: { en: "Rooms", ja: "分野" },
  samples: { en: "{count} samples", ja: "{count} 試料" },
  figuresCount: { en: "{count} figures", ja: "{count} 図" },
  noRoom: { en: "This study has nothing for this room.", ja: "この研究に、この分野のデータはありません。" },
  untitled: { en: "Untitled study", ja: "無題の研究" },
});
