import type { Text } from "vesica/kernel";
import { defineMessages } from "vesica/kernel";
import type { SheetColumn } from "vesica/study";

/** What each column of the sheet holds. */
export const columnWords = defineMessages({
  file: {
    en: "The file's name with its folder inside the study. Needed.",
    ja: "ファイル名（研究フォルダー内のパス）。必須。",
  },
  capture: {
    en: "Which of the file's captures the row is for, by name; * stands for any characters. Empty: all of them.",
    ja: "この行が対象とする測定（キャプチャ）の名前。* は任意の文字列。空ならすべて。",
  },
  sample: {
    en: "The sample that was measured. Rows with the same name are one sample. Needed.",
    ja: "測定した試料の名前。同じ名前の行は一つの試料として扱う。必須。",
  },
  role: {
    en: "sample, blank, calibrant, control or ignore. Empty: sample.",
    ja: "sample（試料）、blank（ブランク）、calibrant（校正用）、control（対照）、ignore（除外）。空なら sample。",
  },
  donor: {
    en: "The person, animal or culture that the sample is of. Donors are the replicates when groups are compared.",
    ja: "試料の由来となる個人・動物・培養。群間比較ではドナーが反復の単位になる。",
  },
  preparation: {
    en: "The isolation that the sample came from; two preparations of one donor are no two donors.",
    ja: "試料を得た単離・調製。同じドナーの 2 回の調製は 2 人のドナーにはならない。",
  },
  condition: {
    en: "The group or treatment. Conditions are compared with each other.",
    ja: "群または処理。条件どうしを比較する。",
  },
  replicate: {
    en: "Which repeat of the same measurement it is.",
    ja: "同じ測定の何回目の反復か。",
  },
  dilution: {
    en: "How many times the sample was diluted for the measurement: 1000 for 1:1000, 1 for undiluted.",
    ja: "測定時の希釈倍率。1000 倍希釈は 1000、無希釈は 1。",
  },
} satisfies Record<SheetColumn, Text>);
