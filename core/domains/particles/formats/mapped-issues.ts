import { defineIssues } from "../../../kernel/index.ts";

const mapping = {
  en: "Correct the mapping of this file in study.yaml.",
  ja: "study.yamlのこのファイルの列対応（mapping）を修正してください。",
} as const;
const look = {
  en: "Look at the line named in the file, or set headerLine and lastLine in the mapping.",
  ja: "該当行を確認するか、mappingにheaderLineとlastLineを指定してください。",
} as const;

/** What the reader of column-mapped tables can say. */
export const mappedIssues = defineIssues({
  "mapped-not-checked": {
    severity: "note",
    message: {
      en: "This table was read by a column mapping; the reader was not checked against a real export of the instrument.",
      ja: "この表は列対応（mapping）で読み取りました。装置の実際の出力ファイルでは検証されていません。",
    },
    remedy: {
      en: "Compare the size distribution and concentration with what the instrument's software shows.",
      ja: "粒径分布と濃度を装置のソフトウェアの表示と照合してください。",
    },
  },
  "mapped-no-mapping": {
    severity: "error",
    message: {
      en: "No format knows this table and no column mapping is given for it.",
      ja: "この表に対応する形式がなく、列対応（mapping）も指定されていません。",
    },
    remedy: {
      en: "Name its columns in study.yaml: method, kind, size, sizeUnit and a concentration or count.",
      ja: "study.yamlにmethod、kind、size、sizeUnitと、濃度または個数の列を指定してください。",
    },
  },
  "mapped-field-invalid": {
    severity: "error",
    message: {
      en: "Mapping field {field} is {value}; it has to be: {expected}.",
      ja: "mappingの項目「{field}」が{value}です。指定できる値: {expected}。",
    },
    remedy: mapping,
  },
  "mapped-field-unknown": {
    severity: "error",
    message: {
      en: "Mapping field {field} is not known; the nearest is {nearest}.",
      ja: "mappingの項目「{field}」は存在しません。最も近い項目は「{nearest}」です。",
    },
    remedy: mapping,
  },
  "mapped-fields-disagree": {
    severity: "error",
    message: {
      en: "The mapping needs {needed} where it has {given}.",
      ja: "mappingに{given}がある場合は{needed}も必要です。",
    },
    remedy: mapping,
  },
  "mapped-no-header": {
    severity: "error",
    message: {
      en: "Line {line} is not in the file or is blank, so it cannot be the header.",
      ja: "{line}行目はファイルにないか空行のため、見出し行にできません。",
    },
    remedy: mapping,
  },
  "mapped-column-missing": {
    severity: "error",
    message: {
      en: "Column “{column}” is not in line {line}; the nearest is “{nearest}”. Columns there: {columns}.",
      ja: "{line}行目に列「{column}」がありません。最も近い列は「{nearest}」です。存在する列: {columns}。",
    },
    remedy: mapping,
  },
  "mapped-column-twice": {
    severity: "error",
    message: {
      en: "Column “{column}” is in line {line} more than once.",
      ja: "{line}行目に列「{column}」が複数あります。",
    },
    remedy: {
      en: "Give the columns different names in the file.",
      ja: "ファイル内の列名が重複しないようにしてください。",
    },
  },
  "mapped-decimal-ambiguous": {
    severity: "error",
    message: {
      en: "It cannot be seen whether a comma is a decimal sign (for example {example}).",
      ja: "コンマが小数点かどうか判断できません（例: {example}）。",
    },
    remedy: {
      en: "Set decimal in the mapping to “,” or “.”.",
      ja: "mappingのdecimalに「,」または「.」を指定してください。",
    },
  },
  "mapped-value-unreadable": {
    severity: "error",
    message: {
      en: "Line {line}: “{cell}” cannot be used as {column}, so the distribution would have a hole.",
      ja: "{line}行目の「{cell}」は「{column}」として使えず、分布に欠損が生じます。",
    },
    remedy: look,
  },
  "mapped-line-uneven": {
    severity: "error",
    message: {
      en: "Line {line} has {cells} cells where the header has {expected}.",
      ja: "{line}行目のセル数は{cells}ですが、見出しは{expected}です。",
    },
    remedy: look,
  },
  "mapped-particles-left-out": {
    severity: "warning",
    message: {
      en: "{count} of {total} particles have no readable size and are left out, the first in line {line} (“{cell}”).",
      ja: "{total}粒子のうち{count}粒子は粒径を読み取れないため除外しました（最初は{line}行目の「{cell}」）。",
    },
    remedy: look,
  },
  "mapped-rows-after-blank": {
    severity: "warning",
    message: {
      en: "{count} lines after the blank line before line {line} are not part of the table and are not read.",
      ja: "{line}行目の前の空行より後の{count}行は表に含まれないとみなし、読み取りませんでした。",
    },
    remedy: look,
  },
  "mapped-no-rows": {
    severity: "error",
    message: {
      en: "There is no line that can be used under the header in line {line}.",
      ja: "{line}行目の見出しの下に使用できる行がありません。",
    },
    remedy: look,
  },
  "mapped-bins-broken": {
    severity: "error",
    message: {
      en: "Line {line}: the bin does not follow the one before ({reason}); rows are missing, doubled or out of order.",
      ja: "{line}行目: ビンが直前のビンに続いていません（{reason}）。行の欠落、重複または順序の乱れがあります。",
    },
    remedy: look,
  },
  "mapped-edges-inferred": {
    severity: "warning",
    message: {
      en: "Capture {capture}: the bins are spaced neither evenly nor by a constant ratio; their edges are inferred, and a row may be missing.",
      ja: "測定「{capture}」: ビンの間隔が等間隔でも等比でもないため、境界を推定しました。行が欠けている可能性があります。",
    },
    remedy: {
      en: "Map the column of upper edges with the field upper if the file has one.",
      ja: "上限の列がある場合はmappingのupperに指定してください。",
    },
  },
  "mapped-concentration-shared": {
    severity: "warning",
    message: {
      en: "The file prints counts; each bin was given its share of the total concentration.",
      ja: "ファイルには個数のみがあるため、全濃度を個数の割合で各ビンに配分しました。",
    },
    remedy: {
      en: "Map a column of concentration per bin if the file has one.",
      ja: "ビンごとの濃度の列がある場合はconcentrationに指定してください。",
    },
  },
  "mapped-total-differs": {
    severity: "warning",
    message: {
      en: "Capture {capture}: column {column} does not hold one readable total concentration; none is used.",
      ja: "測定「{capture}」: 列「{column}」から全濃度を一意に読み取れないため、使いません。",
    },
    remedy: mapping,
  },
  "mapped-state-unknown": {
    severity: "warning",
    message: {
      en: "The mapping does not say whether concentrations are of the diluted or of the original sample; they are kept as printed.",
      ja: "濃度が希釈後のものか原試料のものかmappingに指定がないため、記載のまま保持します。",
    },
    remedy: {
      en: "Set concentrationState to “as measured” or “original”.",
      ja: "concentrationStateに “as measured” または “original” を指定してください。",
    },
  },
  "mapped-too-large": {
    severity: "error",
    message: {
      en: "The table has {size} bytes; at most {limit} are read.",
      ja: "表は{size}バイトあり、読み込める上限{limit}バイトを超えています。",
    },
    remedy: {
      en: "Export fewer particles into one file.",
      ja: "1ファイルに書き出す粒子の数を減らしてください。",
    },
  },
});
