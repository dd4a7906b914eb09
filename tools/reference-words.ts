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

/** What each field of a column mapping is. */
export const mappingWords: Words = {
  method: { en: "Method of measurement", ja: "測定法" },
  kind: { en: "Whether a row is a bin or a single particle", ja: "1 行がビンか、単一粒子か" },
  size: { en: "Column of diameters", ja: "直径の列" },
  sizeUnit: { en: "Unit of the diameters", ja: "直径の単位" },
  upper: {
    en: "Column of upper bin edges; `size` is then the lower edge",
    ja: "ビン上限の列（このとき `size` は下限）",
  },
  binPosition: { en: "What `size` is of a bin", ja: "`size` がビンのどの位置か" },
  count: { en: "Column of particles per bin", ja: "ビンごとの粒子数の列" },
  concentration: { en: "Column of concentration per bin", ja: "ビンごとの濃度の列" },
  totalConcentration: {
    en: "Total concentration: a number, or the column that repeats it",
    ja: "全濃度（数値、または同じ値が繰り返される列）",
  },
  concentrationUnit: { en: "Unit of the concentrations", ja: "濃度の単位" },
  concentrationState: {
    en: "Whether concentrations are of the diluted sample or the original",
    ja: "濃度が測定時（希釈後）のものか、原試料のものか",
  },
  dilution: { en: "Dilution factor, 1000 for 1:1000", ja: "希釈倍率（1:1000 なら 1000）" },
  detectionLimit: { en: "Least diameter that the method sees", ja: "検出できる最小粒子径" },
  capture: { en: "Column that names the capture of a row", ja: "行がどの測定のものかを示す列" },
  sampleName: { en: "Name of the sample", ja: "試料名" },
  delimiter: { en: "Character between cells; found if not given", ja: "区切り文字（省略時は自動判定）" },
  decimal: { en: "Decimal sign; found if not given", ja: "小数点の記号（省略時は自動判定）" },
  headerLine: { en: "Line of the header; found if not given", ja: "見出しの行番号（省略時は自動判定）" },
  lastLine: { en: "Last line of the table", ja: "表の最終行" },
  vendor: { en: "Maker of the instrument", ja: "装置の製造元" },
  model: { en: "Model of the instrument", ja: "装置の型式" },
  software: { en: "Software that wrote the table", ja: "表を出力したソフトウェア" },
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
