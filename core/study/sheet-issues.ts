import { defineIssues } from "../kernel/index.ts";

/** What can be wrong with `samples.csv`. */
export const sheetIssues = defineIssues({
  "sheet-too-large": {
    severity: "error",
    message: {
      en: "The sample sheet is too large: at most {most} lines, {columns} columns, {cells} cells and {bytes} bytes are read.",
      ja: "試料表が大きすぎます。上限は {most} 行、{columns} 列、{cells} セル、{bytes} バイトです。",
    },
    remedy: { en: "Divide the study.", ja: "研究を分割してください。" },
  },
  "sheet-more-issues": {
    severity: "note",
    message: {
      en: "{count} more remarks on the sample sheet are not listed.",
      ja: "試料表には、ほかに {count} 件の指摘がありますが、一覧を省略しました。",
    },
    remedy: { en: "Correct those that are listed first.", ja: "まず一覧にあるものを直してください。" },
  },
  "sheet-many-patterns": {
    severity: "error",
    message: {
      en: 'More than {most} lines give captures of "{file}" with a *.',
      ja: "「{file}」のキャプチャを * で指定した行が {most} 行を超えています。",
    },
    remedy: { en: "Name the captures without *.", ja: "* を使わずにキャプチャ名を書いてください。" },
  },
  "sheet-empty": {
    severity: "error",
    message: { en: "The sample sheet has no rows.", ja: "試料表に行がありません。" },
    remedy: {
      en: "Write one line for each file, under a header with the columns file and sample.",
      ja: "見出し行 (file, sample) の下に、ファイルごとに 1 行を書いてください。",
    },
  },
  "sheet-encoding": {
    severity: "note",
    message: {
      en: "The sample sheet is not UTF-8; it was read as {encoding}.",
      ja: "試料表は UTF-8 ではないため、{encoding} として読みました。",
    },
    remedy: {
      en: "Check names with accents or Japanese characters, or save the sheet as CSV UTF-8.",
      ja: "日本語や記号を含む名前を確認するか、「CSV UTF-8」形式で保存してください。",
    },
  },
  "sheet-quotes": {
    severity: "error",
    message: {
      en: "The quotation marks of this cell do not close properly.",
      ja: "このセルの引用符が正しく閉じていません。",
    },
    remedy: {
      en: 'Put quotation marks around the whole cell and write " inside as "".',
      ja: 'セル全体を引用符で囲み、中の " は "" と書いてください。',
    },
  },
  "sheet-column-missing": {
    severity: "error",
    message: { en: 'The sample sheet has no column "{column}".', ja: "試料表に列「{column}」がありません。" },
    remedy: {
      en: "Add the column; these headers are understood: {names}.",
      ja: "列を加えてください。使える見出し: {names}",
    },
  },
  "sheet-column-twice": {
    severity: "error",
    message: {
      en: 'The columns "{first}" and "{second}" mean the same.',
      ja: "列「{first}」と列「{second}」は同じ意味です。",
    },
    remedy: { en: "Keep one of them.", ja: "一方だけを残してください。" },
  },
  "sheet-column-like": {
    severity: "warning",
    message: {
      en: 'The column "{header}" is not known and was not used.',
      ja: "列「{header}」は未知のため使われませんでした。",
    },
    remedy: {
      en: 'If it is meant to be "{column}", rename it.',
      ja: "「{column}」のつもりであれば、名前を直してください。",
    },
  },
  "sheet-cells": {
    severity: "error",
    message: {
      en: "This line has {cells} cells, the header {columns}.",
      ja: "この行のセルは {cells} 個ですが、見出しは {columns} 個です。",
    },
    remedy: {
      en: "Put cells that hold the separator in quotation marks.",
      ja: "区切り文字を含むセルは引用符で囲んでください。",
    },
  },
  "sheet-file-missing": {
    severity: "error",
    message: { en: "This line names no file.", ja: "この行にファイル名がありません。" },
    remedy: {
      en: "Write the file's name, or remove the line.",
      ja: "ファイル名を書くか、行を削除してください。",
    },
  },
  "sheet-sample-missing": {
    severity: "error",
    message: { en: "This line names no sample.", ja: "この行に試料名がありません。" },
    remedy: {
      en: "Write which sample the file is of, or the role ignore.",
      ja: "どの試料のファイルかを書くか、役割を ignore にしてください。",
    },
  },
  "sheet-role": {
    severity: "error",
    message: { en: '"{role}" is not a role.', ja: "「{role}」という役割はありません。" },
    remedy: { en: "Use one of: {roles}.", ja: "次のいずれかを使ってください: {roles}" },
  },
  "sheet-dilution": {
    severity: "error",
    message: {
      en: '"{cell}" is not a dilution factor that can be read in only one way.',
      ja: "「{cell}」は希釈倍率として一通りに読めません。",
    },
    remedy: {
      en: "Write one number, without thousands separators: 1000 for 1:1000, 1 for undiluted.",
      ja: "桁区切りのない数を書いてください。1000 倍希釈は 1000、無希釈は 1 です。",
    },
  },
  "sheet-dilution-small": {
    severity: "error",
    message: {
      en: "The dilution factor {cell} is under 1.",
      ja: "希釈倍率 {cell} が 1 未満です。",
    },
    remedy: {
      en: "Write how many times the sample was diluted (1000 for 1:1000, not 0.001); concentrated samples cannot be given here.",
      ja: "何倍に希釈したかを書いてください (1000 倍希釈は 0.001 ではなく 1000)。濃縮した試料はここでは扱えません。",
    },
  },
  "sheet-path": {
    severity: "error",
    message: {
      en: '"{file}" leads out of the study folder.',
      ja: "「{file}」は研究フォルダーの外を指しています。",
    },
    remedy: {
      en: "Put the file into the study folder and name it by its path inside it.",
      ja: "ファイルを研究フォルダーに入れ、その中での相対パスを書いてください。",
    },
  },
  "sheet-no-such-file": {
    severity: "error",
    message: {
      en: 'There is no file "{file}" in the study folder.',
      ja: "研究フォルダーに「{file}」がありません。",
    },
    remedy: { en: "{hint}", ja: "{hintJa}" },
  },
  "sheet-file-twice": {
    severity: "error",
    message: {
      en: 'The same captures of "{file}" are given to line {other} and to this line.',
      ja: "「{file}」の同じキャプチャが {other} 行目とこの行の両方に割り当てられています。",
    },
    remedy: {
      en: "Name different captures in the two lines, or remove one.",
      ja: "2 つの行に異なるキャプチャを書くか、一方を削除してください。",
    },
  },
  "sheet-sample-conflict": {
    severity: "error",
    message: {
      en: 'Sample "{sample}" has the {column} "{first}" in line {other} and "{second}" here.',
      ja: "試料「{sample}」の {column} が {other} 行目では「{first}」、この行では「{second}」です。",
    },
    remedy: {
      en: "Give the two samples different names, or correct one line.",
      ja: "別の試料であれば名前を分け、同じ試料であればどちらかの行を直してください。",
    },
  },
  "sheet-sample-incomplete": {
    severity: "warning",
    message: {
      en: 'Sample "{sample}" has the {column} "{first}" in line {other} and none here.',
      ja: "試料「{sample}」の {column} は {other} 行目で「{first}」ですが、この行では空です。",
    },
    remedy: { en: "Write it in every line of the sample.", ja: "その試料のすべての行に書いてください。" },
  },
  "sheet-sample-name": {
    severity: "error",
    message: {
      en: 'The name "{sample}" has control characters or is longer than {most} characters.',
      ja: "名前「{sample}」に制御文字が含まれるか、{most} 文字を超えています。",
    },
    remedy: { en: "Use a shorter, plain name.", ja: "短く、制御文字のない名前にしてください。" },
  },
  "sheet-sample-names-alike": {
    severity: "error",
    message: {
      en: 'The sample names "{first}" (line {other}) and "{second}" differ only by letter case, spaces, width or characters that file names cannot have.',
      ja: "試料名「{first}」({other} 行目) と「{second}」は、大文字小文字、空白、全角半角、またはファイル名に使えない文字だけが異なります。",
    },
    remedy: {
      en: "Write the same name the same way, or tell different samples apart by letters or digits.",
      ja: "同じ試料であれば表記をそろえ、別の試料であれば文字や数字で区別してください。",
    },
  },
});
