const exportAgain = {
  en: "Export the table again from the software that made it, and do not edit it on the way.",
  ja: "元のソフトウェアから表を再度書き出し、途中で編集せずに使用してください。",
} as const;
const mapping = {
  en: "Correct the mapping of this file in study.yaml.",
  ja: "study.yamlのこのファイルの列対応（mapping）を修正してください。",
} as const;

/** What can be said of a quantity table's content. */
export const contentIssues = {
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
      en: "{count} rows give a second {quantity} for the same run and the same protein, peptide or precursor, first line {line}; the first one was kept.",
      ja: "同じランの同じタンパク質（またはペプチド、プリカーサー）に対する二つ目の{quantity}が{count}行あります（最初は{line}行目）。最初の値を採用しました。",
    },
    remedy: {
      en: "Add the column that tells these rows apart, or export one row each.",
      ja: "これらの行を区別する列を追加するか、一行ずつになるように書き出してください。",
    },
  },
  "proteome-values-disagree": {
    severity: "warning",
    message: {
      en: "{quantity} should be the same in all rows of a run and protein (or precursor), but differs in {count} rows, first line {line}; the first value was kept.",
      ja: "{quantity}は同じランの同じタンパク質（またはプリカーサー）の全行で一致するはずですが、{count}行で異なります（最初は{line}行目）。最初の値を採用しました。",
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
    severity: "warning",
    message: {
      en: "{count} spectra match several entries and count for each of them, first line {line}: the {entries} entries are {groups} proteins or groups that the spectra can tell apart.",
      ja: "複数の項目に一致するスペクトルが{count}件あり、それぞれに数えました（最初は{line}行目）。{entries}項目のうちスペクトルで区別できるのは{groups}個（タンパク質またはグループ）です。",
    },
    remedy: {
      en: "Read numbers of proteins as numbers of database entries; an export of protein groups avoids it.",
      ja: "タンパク質数はデータベースの項目数と考えてください。タンパク質グループの出力を使えば避けられます。",
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
} as const;
