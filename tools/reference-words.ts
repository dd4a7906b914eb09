import type { Text } from "../core/kernel/index.ts";

type Words = Readonly<Record<string, Text>>;

/** What each key of study.yaml is. */
export const studyWords: Words = {
  title: { en: "Title of the study", ja: "研究の題" },
  question: { en: "What the study is to answer", ja: "研究で明らかにしたいこと" },
  source: { en: "Where the particles come from", ja: "粒子の由来" },
  design: { en: "How conditions are compared", ja: "条件の比較方法" },
  "design.reference": {
    en: "Condition that the others are compared with; as in samples.csv",
    ja: "比較の基準とする条件（samples.csv の表記どおり）",
  },
  protocol: { en: "How the particles were isolated and measured", ja: "単離と測定の方法" },
  parameters: { en: "Parameters by domain; see below", ja: "分野ごとのパラメーター（下記）" },
  imports: { en: "How to read tables that no format knows", ja: "どの形式にも当てはまらない表の読み方" },
  "imports[].match": {
    en: "Files by path; `*` any characters inside a folder, `**` across folders",
    ja: "対象ファイルのパス（`*` はフォルダー内の任意の文字列、`**` はフォルダーをまたぐ）",
  },
  "imports[].format": { en: "Id of the format to read them with", ja: "読み取りに使う形式の ID" },
  "imports[].columns": { en: "Column mapping; see below", ja: "列の対応（下記）" },
  seed: { en: "Seed of everything random", ja: "乱数のシード" },
  ignore: { en: "Files that are not of the study, by path", ja: "研究に含めないファイル（パス）" },
};

/** What each column of samples.csv is. */
export const sheetWords: Words = {
  file: { en: "Path of the file inside the study folder", ja: "研究フォルダー内のファイルのパス" },
  capture: {
    en: "Captures of the file that the row is for, `*` for any characters; empty for all",
    ja: "この行が対象とする測定（`*` は任意の文字列、空ならすべて）",
  },
  sample: { en: "Name of the sample", ja: "試料名" },
  role: { en: "Role of the sample; empty for `sample`", ja: "試料の役割（空なら `sample`）" },
  donor: {
    en: "Patient, animal or culture: what counts as a replicate",
    ja: "患者・動物・培養など、反復の単位",
  },
  preparation: { en: "One isolation", ja: "1 回の単離" },
  condition: { en: "What is compared", ja: "比較する条件" },
  replicate: { en: "Free text, kept", ja: "自由記述（保持のみ）" },
  dilution: { en: "Dilution factor, 1000 for 1:1000", ja: "希釈倍率（1:1000 なら 1000）" },
};
