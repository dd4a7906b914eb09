import { defineIssues } from "../../../kernel/index.ts";

const exportAgain = {
  en: "Export the table again from the software that made it, and do not edit it on the way.",
  ja: "元のソフトウェアから表を再度書き出し、途中で編集せずに使用してください。",
} as const;
const look = {
  en: "Look at the line named in the file.",
  ja: "該当行を確認してください。",
} as const;
const mapping = {
  en: "Correct the mapping of this file in study.yaml.",
  ja: "study.yamlのこのファイルの列対応（mapping）を修正してください。",
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
      en: "The table is too large to be read: {size} {what}, at most {limit} can be held.",
      ja: "表が大きすぎて読み取れません（{what}: {size}、上限{limit}）。",
    },
    remedy: {
      en: "Export fewer runs or only the protein level.",
      ja: "ラン数を減らすか、タンパク質レベルのみを書き出してください。",
    },
  },
  "proteome-quotes-open": {
    severity: "warning",
    message: {
      en: "{count} cells begin with a quotation mark that is not closed, first on line {line}; they were taken as they stand.",
      ja: "引用符が閉じていないセルが{count}個あります（最初は{line}行目）。そのままの文字として扱いました。",
    },
    remedy: look,
  },
  "proteome-quotes-broken": {
    severity: "error",
    message: {
      en: "Quotation marks are not closed from line {line} on; the table cannot be divided into cells.",
      ja: "{line}行目以降の引用符が閉じておらず、セルに分けられません。",
    },
    remedy: exportAgain,
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
  "proteome-above-limit": {
    severity: "note",
    message: {
      en: "{count} rows have a q-value above {limit} or none and were left out, first line {line}.",
      ja: "q値が{limit}を超えるか、q値のない行が{count}行あり、除外しました（最初は{line}行目）。",
    },
    remedy: {
      en: "Nothing to do; the limit is what the producer recommends.",
      ja: "対応は不要です。この限界値は作成元の推奨値です。",
    },
  },
  "proteome-not-master": {
    severity: "note",
    message: {
      en: "{count} proteins are not the master of their group and were left out, first line {line}.",
      ja: "グループのマスタータンパク質でない行が{count}行あり、除外しました（最初は{line}行目）。",
    },
    remedy: { en: "Nothing to do.", ja: "対応は不要です。" },
  },
  "proteome-value-twice": {
    severity: "warning",
    message: {
      en: "{count} rows give a second {quantity} for the same {level} and run, first line {line}; the first one was kept.",
      ja: "同じ{level}とランに対する二つ目の{quantity}が{count}行あります（最初は{line}行目）。最初の値を採用しました。",
    },
    remedy: {
      en: "Add the column that tells these rows apart, or export one row each.",
      ja: "これらの行を区別する列を追加するか、一行ずつになるように書き出してください。",
    },
  },
  "proteome-values-disagree": {
    severity: "warning",
    message: {
      en: "{quantity} should be the same in all rows of a {level} and run, but differs in {count} rows, first line {line}; the first value was kept.",
      ja: "{quantity}は同じ{level}とランの全行で一致するはずですが、{count}行で異なります（最初は{line}行目）。最初の値を採用しました。",
    },
    remedy: exportAgain,
  },
  "proteome-scale-inferred": {
    severity: "warning",
    message: {
      en: "The file does not say whether its numbers are logarithms; they were taken as {scale} since the largest is {largest}.",
      ja: "数値が対数かどうかファイルに記載がありません。最大値が{largest}のため{scale}とみなしました。",
    },
    remedy: {
      en: "If that is wrong, give the table a mapping with its scale in study.yaml.",
      ja: "誤りであれば、study.yamlのmappingでscaleを指定してください。",
    },
  },
  "proteome-columns-not-runs": {
    severity: "note",
    message: {
      en: "Columns of numbers that were not taken as runs: {columns}.",
      ja: "ランとみなさなかった数値の列: {columns}。",
    },
    remedy: {
      en: "If one is a run, name the columns in a mapping in study.yaml.",
      ja: "ランの列が含まれていれば、study.yamlのmappingで列を指定してください。",
    },
  },
  "proteome-shared-spectra": {
    severity: "note",
    message: {
      en: "{count} spectra match several proteins and count for each of them, first line {line}.",
      ja: "複数のタンパク質に一致するスペクトルが{count}件あり、それぞれに数えました（最初は{line}行目）。",
    },
    remedy: {
      en: "Keep in mind that counts of proteins with common peptides are not independent.",
      ja: "共通ペプチドをもつタンパク質のカウントは互いに独立ではないことに注意してください。",
    },
  },
  "proteome-run-names": {
    severity: "note",
    message: {
      en: "Runs of different folders have the same file name, {run}; they keep their paths.",
      ja: "異なるフォルダーに同じファイル名のラン「{run}」があるため、パスのまま表示します。",
    },
    remedy: { en: "Nothing to do.", ja: "対応は不要です。" },
  },
  "proteome-mztab-metabolomics": {
    severity: "error",
    message: {
      en: "This is mzTab-M (version {version}): it is for metabolomics and lipidomics, and has no proteins.",
      ja: "mzTab-M（バージョン{version}）です。メタボロミクス・リピドミクス用の形式で、タンパク質は含まれません。",
    },
    remedy: {
      en: "Use mzTab 1.0 for proteins.",
      ja: "タンパク質にはmzTab 1.0を使用してください。",
    },
  },
  "proteome-no-mapping": {
    severity: "error",
    message: {
      en: "This table needs a column mapping and none is given for it.",
      ja: "この表には列対応（mapping）が必要ですが、指定されていません。",
    },
    remedy: {
      en: "Name its columns in study.yaml.",
      ja: "study.yamlで列を指定してください。",
    },
  },
  "proteome-mapping-invalid": {
    severity: "error",
    message: {
      en: "Mapping field {field} is not known or not valid: {reason}.",
      ja: "mappingの項目「{field}」が存在しないか無効です（{reason}）。",
    },
    remedy: mapping,
  },
});
