import { defineIssues } from "../../../kernel/index.ts";
import { contentIssues } from "./issues-content.ts";

const exportAgain = {
  en: "Export the table again from the software that made it, and do not edit it on the way.",
  ja: "元のソフトウェアから表を再度書き出し、途中で編集せずに使用してください。",
} as const;
const look = {
  en: "Look at the line named in the file.",
  ja: "該当行を確認してください。",
} as const;
const fewer = {
  en: "Export fewer runs or only the protein level.",
  ja: "ラン数を減らすか、タンパク質レベルのみを書き出してください。",
} as const;

/** What the readers of quantity tables can say. */
export const quantityIssues = defineIssues({
  "proteome-no-rows": {
    severity: "error",
    message: { en: "The table has no row with quantities.", ja: "表に定量値の行がありません。" },
    remedy: exportAgain,
  },
  "proteome-columns-missing": {
    severity: "error",
    message: { en: "The table lacks the column {columns}.", ja: "表に列「{columns}」がありません。" },
    remedy: exportAgain,
  },
  "proteome-run-twice": {
    severity: "error",
    message: {
      en: "Two columns of {quantity} have the same run name, {run}.",
      ja: "{quantity}に同じラン名「{run}」の列が二つあります。",
    },
    remedy: {
      en: "Give every run a name of its own and export the table again.",
      ja: "ランごとに異なる名前を付けて、表を再度書き出してください。",
    },
  },
  "proteome-decimal-mixed": {
    severity: "error",
    message: {
      en: "Numbers have a decimal point on line {pointLine} and a decimal comma on line {commaLine}.",
      ja: "小数点の記号が{pointLine}行目ではピリオド、{commaLine}行目ではコンマです。",
    },
    remedy: exportAgain,
  },
  "proteome-decimal-ambiguous": {
    severity: "error",
    message: {
      en: "Every comma in the numbers stands before three digits (first on line {commaLine}): it may be a decimal sign or a thousands separator.",
      ja: "数値のコンマの後が常に3桁で（最初は{commaLine}行目）、小数点か桁区切りか判別できません。",
    },
    remedy: {
      en: "Export the table with a decimal point and without thousands separators.",
      ja: "小数点をピリオドにし、桁区切りなしで表を書き出してください。",
    },
  },
  "proteome-too-large": {
    severity: "error",
    message: {
      en: "The table holds {size} numbers (rows times runs times quantities), more than the {limit} that can be held.",
      ja: "表の数値が{size}個（行×ラン×定量値の種類）あり、保持できる{limit}個を超えています。",
    },
    remedy: fewer,
  },
  "proteome-too-wide": {
    severity: "error",
    message: {
      en: "The table has {size} columns, more than the {limit} that can be read.",
      ja: "表の列数が{size}で、読み取れる{limit}列を超えています。",
    },
    remedy: fewer,
  },
  "proteome-too-long": {
    severity: "error",
    message: {
      en: "The file has {size} bytes, more than the {limit} that can be read.",
      ja: "ファイルが{size}バイトで、読み取れる{limit}バイトを超えています。",
    },
    remedy: fewer,
  },
  "proteome-quotes-open": {
    severity: "warning",
    message: {
      en: "{count} cells begin with a quotation mark that is not closed, first on line {line}; they were taken as they stand.",
      ja: "引用符が閉じていないセルが{count}個あります（最初は{line}行目）。そのままの文字として扱いました。",
    },
    remedy: look,
  },
  "proteome-line-uneven": {
    severity: "warning",
    message: {
      en: "{count} lines have another number of cells than the header's {expected}, first line {line}; they were left out.",
      ja: "セル数が見出し（{expected}）と異なる行が{count}行あります（最初は{line}行目）。これらの行は除外しました。",
    },
    remedy: look,
  },
  "proteome-line-short": {
    severity: "warning",
    message: {
      en: "{count} lines have fewer cells than the header's {expected}, first line {line}; the cells at their ends count as empty.",
      ja: "セル数が見出し（{expected}）より少ない行が{count}行あります（最初は{line}行目）。行末の不足分は空とみなしました。",
    },
    remedy: look,
  },
  "proteome-no-line-end": {
    severity: "note",
    message: {
      en: "The last line, {line}, has no line end; the file may be cut short.",
      ja: "最終行（{line}行目）に改行がありません。ファイルが途中で切れている可能性があります。",
    },
    remedy: {
      en: "Compare the number of proteins with what the software shows.",
      ja: "タンパク質数をソフトウェアの表示と照合してください。",
    },
  },
  "proteome-value-unreadable": {
    severity: "warning",
    message: {
      en: "{count} cells are not numbers, first “{cell}” on line {line}; they count as not measured.",
      ja: "数値でないセルが{count}個あります（最初は{line}行目の「{cell}」）。未測定として扱いました。",
    },
    remedy: look,
  },
  "proteome-value-impossible": {
    severity: "warning",
    message: {
      en: "{count} quantities are infinite or negative, first “{cell}” on line {line}; they count as not measured.",
      ja: "無限大または負の定量値が{count}個あります（最初は{line}行目の「{cell}」）。未測定として扱いました。",
    },
    remedy: {
      en: "Look at the line named; if the quantities are logarithms or ratios, say so in the mapping.",
      ja: "該当行を確認し、対数や比の値であればmappingで指定してください。",
    },
  },
  "proteome-feature-twice": {
    severity: "warning",
    message: {
      en: "{count} lines repeat an id of an earlier line, first {id} on line {line}; they were kept apart by a number after the id.",
      ja: "前の行と同じIDの行が{count}行あります（最初は{line}行目の「{id}」）。IDの後に番号を付けて区別しました。",
    },
    remedy: {
      en: "Use a column with a unique id, or remove the repeated lines.",
      ja: "重複のないIDの列を使うか、重複行を取り除いてください。",
    },
  },
  "proteome-no-protein": {
    severity: "warning",
    message: {
      en: "{count} lines name no protein, first line {line}; they were left out.",
      ja: "タンパク質名のない行が{count}行あります（最初は{line}行目）。これらの行は除外しました。",
    },
    remedy: look,
  },
  ...contentIssues,
});
