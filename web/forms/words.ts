import { defineMessages } from "vesica/kernel";

export const words = defineMessages({
  defaultIs: { en: "default {value}", ja: "既定値 {value}" },
  required: { en: "needed", ja: "必須" },
  notGiven: { en: "not given", ja: "指定なし" },
  wrongNumber: {
    en: "“{text}” is no number. Write it with a point: 1.5 or 1.5e9.",
    ja: "「{text}」は数値として読めません。小数点は「.」で、1.5 や 1.5e9 のように書いてください。",
  },
  wrongComma: {
    en: "“{text}” can mean one number or several. Write decimals with a point, and put a blank after a comma between numbers.",
    ja: "「{text}」は一つの数値とも複数とも読めます。小数点は「.」で書き、数値を区切るコンマの後には空白を入れてください。",
  },
  wrongAt: { en: "Value {at}: ", ja: "{at} 番目の値: " },
  wrongRow: { en: "Row {at}: ", ja: "{at} 行目: " },
  wrongJson: { en: "This is no JSON: {reason}", ja: "JSON として読めません: {reason}" },
  numbersHelp: {
    en: "One number per line, or a column pasted from a spreadsheet",
    ja: "1 行に 1 つ、または表計算ソフトの列を貼り付け",
  },
  gapsHelp: {
    en: "An empty line or - where there is none",
    ja: "値がない所は空行または -",
  },
  matrixHelp: {
    en: "One row per line; paste from a spreadsheet",
    ja: "1 行ずつ。表計算ソフトから貼り付けられます",
  },
  wordsHelp: { en: "One per line", ja: "1 行に 1 つ" },
  jsonHelp: { en: "Written as JSON", ja: "JSON で記述" },
  count: { en: "{n} values", ja: "{n} 個" },
  rows: { en: "{n} rows", ja: "{n} 行" },
  row: { en: "row {n}", ja: "{n} 行目" },
  add: { en: "Add", ja: "追加" },
  addRow: { en: "Add a row", ja: "行を追加" },
  removeNamed: { en: "Remove {name}", ja: "{name} を削除" },
  removeRow: { en: "Remove row {n}", ja: "{n} 行目を削除" },
  name: { en: "Name", ja: "名前" },
  nameTaken: { en: "There is one of this name already.", ja: "同じ名前が既にあります。" },
  kind: { en: "Kind", ja: "種類" },
  option: {
    en: "{name}: kind of value",
    ja: "{name}：値の種類",
  },
  oneNumber: { en: "one number", ja: "一つの数値" },
  severalNumbers: { en: "several numbers", ja: "複数の数値" },
  aTable: { en: "a table", ja: "表" },
  anObject: { en: "by values", ja: "値を指定" },
  aText: { en: "a text", ja: "文字" },
  item: { en: "{name} {n}", ja: "{name} {n}" },
  from: { en: "from", ja: "下限" },
  to: { en: "to", ja: "上限" },
});
