import { defineIssues, type IssueDefinition, type Severity } from "../../../kernel/index.ts";

const remedies = {
  exportAgain: {
    en: "Export the file again from the instrument's software.",
    ja: "装置のソフトウェアから再度書き出してください。",
  },
  look: {
    en: "Look at the place named in the file, and correct or export it again.",
    ja: "ファイルの該当箇所を確認し、修正するか再度書き出してください。",
  },
  compare: {
    en: "Compare with what the instrument's software shows before using the number.",
    ja: "この数値を使う前に、装置のソフトウェアの表示と照合してください。",
  },
} as const;

function define(
  severity: Severity,
  en: string,
  ja: string,
  remedy: keyof typeof remedies | { readonly en: string; readonly ja: string },
): IssueDefinition {
  return { severity, message: { en, ja }, remedy: typeof remedy === "string" ? remedies[remedy] : remedy };
}

/** What the readers of Zetasizer, Stunner, DynaPro and Mag-Net files can say. */
export const dlsIssues = defineIssues({
  "dls-quote-open": define(
    "warning",
    "A quoted cell that begins in line {line} is never closed; what follows it is in that cell.",
    "{line}行目の引用符が閉じられておらず、それ以降がすべて1つのセルになっています。",
    "look",
  ),
  "dls-no-line-end": define(
    "warning",
    "The last line has no line end: the file may have been cut, and its last number with it.",
    "最終行に改行がありません。ファイルと最後の数値が途中で切れている可能性があります。",
    "exportAgain",
  ),
  "dls-table-too-large": define(
    "error",
    "The table has more than {limit} cells, {lines} lines or {lineCells} cells in one line, and is not read.",
    "表のセルが{limit}個、行が{lines}行、または1行のセルが{lineCells}個を超えるため、読み取りません。",
    {
      en: "Split the export into several files.",
      ja: "複数のファイルに分けて書き出してください。",
    },
  ),
  "dls-too-many-records": define(
    "error",
    "The file has {count} records; at most {limit} are read from one file.",
    "ファイルに{count}件の記録がありますが、1ファイルから読み取れるのは{limit}件までです。",
    {
      en: "Split the export into several files.",
      ja: "複数のファイルに分けて書き出してください。",
    },
  ),
  "dls-more-issues": define(
    "warning",
    "{count} more doubts of this file are not listed.",
    "このファイルには、ほかに{count}件の疑義がありますが、一覧を省略しました。",
    "look",
  ),
  "dls-decimal-ambiguous": define(
    "warning",
    "The file does not show whether a comma is a decimal sign (for example {example}); numbers with a comma are left out.",
    "コンマが小数点かどうかファイルから判断できません（例: {example}）。コンマを含む数値は使いません。",
    {
      en: "Export with one decimal sign and without thousands separators.",
      ja: "小数点を統一し、桁区切りなしで書き出してください。",
    },
  ),
  "dls-number-unreadable": define(
    "warning",
    "Column {column}: {count} cells are not numbers and are left out, the first “{cell}” in line {line}.",
    "列「{column}」: {count}個のセルが数値ではないため除外しました（最初は{line}行目の「{cell}」）。",
    "look",
  ),
  "dls-line-uneven": define(
    "warning",
    "{count} lines have another number of cells than the header and are left out, the first is line {line}.",
    "{count}行はセルの数が見出しと異なるため除外しました（最初は{line}行目）。",
    "look",
  ),
  "dls-not-physical": define(
    "warning",
    "Record {record}: {what} is {printed}, which cannot be; it is left out.",
    "記録「{record}」: {what} = {printed}は物理的にあり得ないため除外しました。",
    "compare",
  ),
  "dls-size-implausible": define(
    "warning",
    "Record {record}: a Z-average of {printed} nm is outside what light scattering can measure.",
    "記録「{record}」: Z平均径{printed} nmは動的光散乱で測定できる範囲外です。",
    "compare",
  ),
  "dls-delays-not-ascending": define(
    "warning",
    "Correlation curve {curve}: the delay times do not ascend from above zero; the curve is left out.",
    "相関曲線「{curve}」: 遅延時間が0より大きい昇順になっていないため除外しました。",
    "look",
  ),
  "dls-baseline-unclear": define(
    "warning",
    "Correlation curve {curve} ends neither near 0 nor near 1, so it is not known whether it is g2 or g2 − 1; it is left out.",
    "相関曲線「{curve}」は0にも1にも収束せず、g2かg2 − 1か判断できないため除外しました。",
    "compare",
  ),
  "dls-points-left-out": define(
    "warning",
    "Correlation curve {curve}: {count} points without a readable number are left out.",
    "相関曲線「{curve}」: 数値として読めない{count}点を除外しました。",
    "look",
  ),
  "dls-distribution-broken": define(
    "warning",
    "Record {record}: its size distribution cannot be used ({reason}) and is left out.",
    "記録「{record}」: 粒径分布を使用できないため除外しました（{reason}）。",
    "look",
  ),
  "zetasizer-not-a-table": define(
    "error",
    "No header line with Zetasizer columns was found (sample name with Z-average, PdI or sizes).",
    "Zetasizerの列（試料名とZ平均径、PdIまたは粒径）を持つ見出し行がありません。",
    "exportAgain",
  ),
  "zetasizer-no-size-records": define(
    "error",
    "The file has no size record that can be used.",
    "使用できる粒径測定の記録がファイルにありません。",
    "exportAgain",
  ),
  "zetasizer-type-skipped": define(
    "warning",
    "{count} records are not size measurements ({types}) and are left out, the first is number or line {place}.",
    "{count}件の記録は粒径測定ではない（{types}）ため除外しました（最初は{place}番または{place}行目）。",
    {
      en: "Nothing to do where these are zeta measurements or statistics; else export again.",
      ja: "ゼータ電位測定や統計行であれば対応は不要です。そうでなければ再度書き出してください。",
    },
  ),
  "zetasizer-unit": define(
    "warning",
    "Column “{column}” is not in {expected} and is left out.",
    "列「{column}」の単位が{expected}ではないため除外しました。",
    {
      en: "Set the export to diameters in nm and to the usual units.",
      ja: "直径（nm）と標準の単位で書き出すよう設定してください。",
    },
  ),
  "zetasizer-unit-garbled": define(
    "warning",
    "The unit of column “{column}” was garbled on the way; it is taken as {taken}.",
    "列「{column}」の単位が文字化けしているため、{taken}とみなしました。",
    "compare",
  ),
  "zetasizer-conflict": define(
    "warning",
    "Record {record}: the file states {what} as {first} and as {second}; neither is used.",
    "記録「{record}」: {what}に{first}と{second}の2つの値があるため、どちらも使いません。",
    "compare",
  ),
  "zetasizer-array-columns": define(
    "warning",
    "The numbered columns “{array}” do not count from 1 without gaps; they are left out.",
    "番号付きの列「{array}」が1からの連番ではないため除外しました。",
    "exportAgain",
  ),
  "zetasizer-tables-differ": define(
    "warning",
    "The file's tables name {records} records together, but one of them holds only {least}: lines are missing.",
    "ファイル内の表には合計{records}件の記録がありますが、{least}件しかない表があり、行が欠けています。",
    "exportAgain",
  ),
  "zetasizer-parameter-missing": define(
    "warning",
    "Record {record}: the file holds no {what}.",
    "記録「{record}」: {what}がファイルにありません。",
    {
      en: "Check the record in ZS XPLORER; its analysis may not have been completed.",
      ja: "ZS XPLORERで記録を確認してください。解析が完了していない可能性があります。",
    },
  ),
  "zetasizer-parameter-several": define(
    "warning",
    "Record {record}: the file holds {count} values of {what}; none is used.",
    "記録「{record}」: {what}の値が{count}個あるため、どれも使いません。",
    "compare",
  ),
  "zetasizer-array-broken": define(
    "warning",
    "Record {record}: the array {what} cannot be decoded ({reason}) and is left out.",
    "記録「{record}」: 配列「{what}」を復号できないため除外しました（{reason}）。",
    "exportAgain",
  ),
  "zetasizer-rows-lost": define(
    "warning",
    "{count} parameter values belong to no known record or parameter and are left out.",
    "{count}個のパラメーター値は記録またはパラメーターに対応しないため除外しました。",
    "exportAgain",
  ),
  "stunner-no-dls-columns": define(
    "error",
    "The table has no column of Z-average diameter; it is not a dynamic light scattering result (columns found: {columns}).",
    "Z平均径の列がないため、動的光散乱の結果ではありません（見つかった列: {columns}）。",
    {
      en: "A Lunatic or Stunner absorbance table holds no sizes: export the DLS results instead.",
      ja: "LunaticやStunnerの吸光度の表には粒径がありません。DLSの結果を書き出してください。",
    },
  ),
  "stunner-no-records": define(
    "error",
    "The table has the columns of a DLS result but no row that can be used.",
    "DLS結果の列はありますが、使用できる行がありません。",
    "exportAgain",
  ),
  "stunner-not-measured": define(
    "warning",
    "{count} wells have no Z-average, the first is {record}.",
    "{count}個のウェルにZ平均径がありません（最初は「{record}」）。",
    "compare",
  ),
  "dynapro-not-a-correlogram": define(
    "error",
    "The table is not one of delay times and correlation curves; its first column is “{header}”.",
    "遅延時間と相関曲線の表ではありません（最初の列は「{header}」）。",
    "exportAgain",
  ),
  "dynapro-no-curve": define(
    "error",
    "The table has no correlation curve that can be used.",
    "使用できる相関曲線が表にありません。",
    "exportAgain",
  ),
  "dynapro-unit-unreadable": define(
    "warning",
    "The unit of the delay times is garbled (“{header}”); it is taken as microseconds.",
    "遅延時間の単位が文字化けしている（「{header}」）ため、マイクロ秒とみなしました。",
    {
      en: "Check that the first delays are about 0.1 to 1 microsecond.",
      ja: "最初の遅延時間が0.1～1マイクロ秒程度であることを確認してください。",
    },
  ),
  "dynapro-baseline-taken": define(
    "note",
    "The curves end near 1, so they are g2; 1 was subtracted from each of them.",
    "曲線が1付近に収束するためg2と判断し、それぞれから1を引きました。",
    {
      en: "Nothing to do where the software exported g2.",
      ja: "ソフトウェアがg2を書き出した場合、対応は不要です。",
    },
  ),
  "magnet-not-a-table": define(
    "error",
    "The header is not that of a Mag-Net particle table (particle size in nm, average concentration).",
    "Mag-Netの粒子の表の見出し（粒径nmと平均濃度）ではありません。",
    "look",
  ),
  "magnet-value-unreadable": define(
    "error",
    "Line {line}: “{cell}” is not a size or a concentration, so the distribution has a hole.",
    "{line}行目の「{cell}」は粒径または濃度ではなく、分布に欠損が生じます。",
    "look",
  ),
  "magnet-grid-broken": define(
    "error",
    "Line {line}: the size {size} nm does not follow in steps of {step} nm, so rows are missing or doubled.",
    "{line}行目: 粒径{size} nmが{step} nm間隔になっておらず、行の欠落または重複があります。",
    "look",
  ),
  "magnet-grid-short": define(
    "warning",
    "The table ends at {size} nm with {concentration} particles/mL in its last bin; larger particles may be missing.",
    "表は{size} nmで終わり、最後のビンの濃度は{concentration} particles/mLです。より大きな粒子が欠けている可能性があります。",
    "look",
  ),
  "magnet-dilution-unknown": define(
    "warning",
    "The table does not say whether its concentrations are of the diluted or of the original sample; they are kept as printed.",
    "濃度が希釈後のものか原試料のものか表からは分からないため、記載のまま保持します。",
    {
      en: "Give the dilution in the sample sheet if the table is of the diluted sample.",
      ja: "希釈後の濃度であれば、試料表に希釈倍率を記入してください。",
    },
  ),
  "magnet-smoothing-tails": define(
    "note",
    "{count} bins hold less than one particle per mL: tails of the smoothing, not particles that were seen.",
    "{count}個のビンの濃度は1 particle/mL未満です。これは平滑化の裾で、観測された粒子ではありません。",
    {
      en: "Do not read sizes from these bins.",
      ja: "これらのビンから粒径を読み取らないでください。",
    },
  ),
});
