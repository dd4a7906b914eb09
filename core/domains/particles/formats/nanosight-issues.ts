import { defineIssues } from "../../../kernel/index.ts";

const exportAgain = {
  en: "Export the file again from the NTA software, and do not save it from a spreadsheet.",
  ja: "NTAソフトウェアから再度エクスポートし、表計算ソフトで上書き保存しないでください。",
} as const;

const compare = {
  en: "Compare the file with the NTA software's own report before using this number.",
  ja: "この数値を使う前に、NTAソフトウェアの報告書とファイルの内容を照合してください。",
} as const;

const lookAtLine = {
  en: "Look at the line named and correct the file, or export it again.",
  ja: "示された行を確認してファイルを修正するか、再度エクスポートしてください。",
} as const;

/** What the three NanoSight readers can say of a file. */
export const nanosightIssues = defineIssues({
  "nanosight-not-a-summary": {
    severity: "error",
    message: {
      en: "The first line is not that of an NTA Experiment Summary or Single Analysis Summary.",
      ja: "1行目がNTAのExperiment SummaryまたはSingle Analysis Summaryのものではありません。",
    },
    remedy: exportAgain,
  },
  "nanosight-no-captures": {
    severity: "error",
    message: {
      en: "No row names the videos, so the columns cannot be told apart.",
      ja: "動画名の行がなく、どの列がどの測定か判別できません。",
    },
    remedy: exportAgain,
  },
  "nanosight-summary-too-large": {
    severity: "error",
    message: {
      en: "The summary has more than can be read: at most {bytes} bytes, {lines} lines, {cells} cells and {videos} videos.",
      ja: "サマリーが大きすぎて読み込めません。上限は{bytes}バイト、{lines}行、{cells}セル、動画{videos}本です。",
    },
    remedy: {
      en: "Check which file this is, or export fewer videos into one summary.",
      ja: "ファイルの種類を確認するか、1つのサマリーに書き出す動画の数を減らしてください。",
    },
  },
  "nanosight-tracks-too-long": {
    severity: "error",
    message: {
      en: "The list of tracks has more than {rows} rows and is not read.",
      ja: "軌跡の一覧が{rows}行を超えるため、読み込みません。",
    },
    remedy: {
      en: "Export the videos into separate files.",
      ja: "動画ごとに別のファイルへ書き出してください。",
    },
  },
  "nanosight-more-issues": {
    severity: "warning",
    message: {
      en: "{count} more doubts of this file are not listed.",
      ja: "このファイルには、ほかに{count}件の疑義がありますが、一覧を省略しました。",
    },
    remedy: lookAtLine,
  },
  "nanosight-version-not-checked": {
    severity: "warning",
    message: {
      en: "Written by “{version}”; this reader was checked with NTA 3.2 and 3.4 only.",
      ja: "「{version}」で作成されています。この読み取りはNTA 3.2と3.4でのみ検証済みです。",
    },
    remedy: compare,
  },
  "nanosight-captures-from-size-data": {
    severity: "warning",
    message: {
      en: "The Filename: row is missing; the names of the videos were taken from the size data.",
      ja: "Filename: の行がないため、動画名をサイズデータから取りました。",
    },
    remedy: lookAtLine,
  },
  "nanosight-capture-name": {
    severity: "warning",
    message: {
      en: "Video {position} has no name of its own in the file; it is called “{name}” here.",
      ja: "{position}番目の動画に固有の名前がないため、ここでは「{name}」と呼びます。",
    },
    remedy: lookAtLine,
  },
  "nanosight-name-encoding": {
    severity: "warning",
    message: {
      en: "The file does not say its character encoding; “{name}” may be spelt wrongly.",
      ja: "ファイルに文字コードの記載がありません。「{name}」は文字化けしている可能性があります。",
    },
    remedy: {
      en: "Match the sample sheet to the name as shown here, or save the file as UTF-8.",
      ja: "試料表の名前をここに示す表記に合わせるか、UTF-8で保存してください。",
    },
  },
  "nanosight-filename-mismatch": {
    severity: "warning",
    message: {
      en: "“{sizeName}” heads a column of the size data, “{name}” the same column above; somebody edited the file.",
      ja: "同じ列の名前がサイズデータでは「{sizeName}」、上部では「{name}」です。手作業で編集された可能性があります。",
    },
    remedy: compare,
  },
  "nanosight-section-missing": {
    severity: "warning",
    message: { en: "Section [{section}] is missing.", ja: "セクション［{section}］がありません。" },
    remedy: exportAgain,
  },
  "nanosight-section-unknown": {
    severity: "warning",
    message: {
      en: "Section “{section}” is not known; its rows were kept as settings only.",
      ja: "未知のセクション「{section}」です。行は設定としてのみ保持しました。",
    },
    remedy: lookAtLine,
  },
  "nanosight-section-twice": {
    severity: "warning",
    message: {
      en: "“{section}” stands in the file more than once; the first was used.",
      ja: "「{section}」が複数あります。最初のものを使いました。",
    },
    remedy: compare,
  },
  "nanosight-row-twice": {
    severity: "warning",
    message: {
      en: "The row “{key}” of [{section}] stands in the file more than once; the first was used.",
      ja: "［{section}］の行「{key}」が複数あります。最初のものを使いました。",
    },
    remedy: compare,
  },
  "nanosight-row-misplaced": {
    severity: "warning",
    message: {
      en: "The row “{key}” stands outside of [{home}]; it was not used.",
      ja: "行「{key}」が［{home}］の外にあるため、使いませんでした。",
    },
    remedy: lookAtLine,
  },
  "nanosight-row-missing": {
    severity: "warning",
    message: {
      en: "[{section}] has no row “{key}”; the value is absent.",
      ja: "［{section}］に行「{key}」がないため、値は欠測です。",
    },
    remedy: exportAgain,
  },
  "nanosight-row-columns": {
    severity: "warning",
    message: {
      en: "The row “{key}” has {found} values for {expected} videos.",
      ja: "行「{key}」の値は{found}個ですが、動画は{expected}本です。",
    },
    remedy: lookAtLine,
  },
  "nanosight-quote-open": {
    severity: "warning",
    message: {
      en: "A quoted cell is not closed; the line was read as it stands.",
      ja: "引用符が閉じられていないため、行をそのまま読みました。",
    },
    remedy: lookAtLine,
  },
  "nanosight-value-unreadable": {
    severity: "warning",
    message: {
      en: "“{printed}” in row “{key}” of “{capture}” is not a usable number; the value is absent.",
      ja: "「{capture}」の行「{key}」の「{printed}」は有効な数値ではないため、欠測とします。",
    },
    remedy: lookAtLine,
  },
  "nanosight-no-particles": {
    severity: "warning",
    message: {
      en: "“{capture}” prints {printed} for “{key}”: nothing was counted. It is not a true zero.",
      ja: "「{capture}」の「{key}」は{printed}です。検出粒子がなかったことを示し、真のゼロではありません。",
    },
    remedy: {
      en: "Treat it as below the detection limit, and look at the video.",
      ja: "検出限界未満として扱い、動画を確認してください。",
    },
  },
  "nanosight-dilution-unclear": {
    severity: "warning",
    message: {
      en: "The file's words on dilution (“{words}”) do not decide which concentration it prints for “{capture}”.",
      ja: "「{capture}」の濃度が希釈後か原試料か、希釈に関する記載（「{words}」）からは判断できません。",
    },
    remedy: {
      en: "Say what the concentration is of under `parameters: particles: concentrationState:` in study.yaml, and give the factor in samples.csv.",
      ja: "study.yaml の `parameters: particles: concentrationState:` に濃度が何のものかを書き、samples.csv に希釈倍率を記入してください。",
    },
  },
  "nanosight-no-number-distribution": {
    severity: "warning",
    message: {
      en: "There is no number-weighted size distribution.",
      ja: "個数基準の粒子径分布がありません。",
    },
    remedy: {
      en: "Export again with “Size distribution - Number weighting”.",
      ja: "「Size distribution - Number weighting」を選んで再度エクスポートしてください。",
    },
  },
  "nanosight-graph-header": {
    severity: "warning",
    message: {
      en: "The size table is headed “{header}” where “{expected}” is known; the distribution of “{capture}” was not read.",
      ja: "粒子径の表の見出しが「{header}」です（既知の見出しは「{expected}」）。「{capture}」の分布は読みませんでした。",
    },
    remedy: exportAgain,
  },
  "nanosight-table-cut": {
    severity: "warning",
    message: {
      en: "“{part}” of the table “{table}” breaks off or goes over into other text after {rows} rows.",
      ja: "表「{table}」の「{part}」が{rows}行で途切れているか、別の内容に続いています。",
    },
    remedy: exportAgain,
  },
  "nanosight-table-rows": {
    severity: "warning",
    message: {
      en: "“{part}” of the table “{table}” has {rows} rows where {expected} belong.",
      ja: "表「{table}」の「{part}」は{rows}行です（本来は{expected}行）。",
    },
    remedy: exportAgain,
  },
  "nanosight-table-missing": {
    severity: "warning",
    message: {
      en: "The table “{table}” has no “{part}”.",
      ja: "表「{table}」に「{part}」がありません。",
    },
    remedy: exportAgain,
  },
  "nanosight-table-heading": {
    severity: "warning",
    message: {
      en: "The table “{table}” has the unknown heading “{header}”.",
      ja: "表「{table}」の見出し「{header}」は未知のものです。",
    },
    remedy: exportAgain,
  },
  "nanosight-file-cut": {
    severity: "warning",
    message: {
      en: "The last line has no line end; the file may have been cut.",
      ja: "最終行に改行がありません。ファイルが途中で切れている可能性があります。",
    },
    remedy: exportAgain,
  },
  "nanosight-table-columns": {
    severity: "warning",
    message: {
      en: "{rows} rows of the table “{table}” have not as many cells as its heading.",
      ja: "表「{table}」の{rows}行で、セルの数が見出しと一致しません。",
    },
    remedy: lookAtLine,
  },
  "nanosight-bin-unreadable": {
    severity: "warning",
    message: {
      en: "A bin of “{capture}” is not a number of zero or more; its distribution was not read.",
      ja: "「{capture}」のビンに0以上の数値でないものがあるため、分布は読みませんでした。",
    },
    remedy: lookAtLine,
  },
  "nanosight-bin-spacing": {
    severity: "warning",
    message: {
      en: "The bin centres are not evenly spaced from the smallest to the largest; the distributions were not read.",
      ja: "ビンの中心が等間隔ではないため、分布は読みませんでした。",
    },
    remedy: exportAgain,
  },
  "nanosight-bin-width": {
    severity: "warning",
    message: {
      en: "The bins are {width} nm wide and start at {start} nm; 1 nm from 0 nm is usual.",
      ja: "ビン幅は{width} nm、開始は{start} nmです（通常は0 nmから1 nm幅）。",
    },
    remedy: compare,
  },
  "nanosight-bins-and-concentration": {
    severity: "warning",
    message: {
      en: "The bins of “{capture}” add up to {sum} particles/mL, but {printed} is printed.",
      ja: "「{capture}」のビンの合計は{sum} 個/mLですが、印字された濃度は{printed}です。",
    },
    remedy: compare,
  },
  "nanosight-percentiles": {
    severity: "warning",
    message: {
      en: "{key} of “{capture}” is printed as {printed} nm, but the table of percentiles says {found} nm.",
      ja: "「{capture}」の{key}は{printed} nmと印字されていますが、パーセンタイル表では{found} nmです。",
    },
    remedy: compare,
  },
  "nanosight-percentile-order": {
    severity: "warning",
    message: {
      en: "The percentiles of “{capture}” do not run upwards from 0 to 100.",
      ja: "「{capture}」のパーセンタイルが0から100まで単調増加していません。",
    },
    remedy: compare,
  },
  "nanosight-outside-graph": {
    severity: "warning",
    message: {
      en: "{key} of “{capture}” is printed as {printed} nm, outside its own size table.",
      ja: "「{capture}」の{key}は{printed} nmと印字されていますが、粒子径の表の範囲外です。",
    },
    remedy: compare,
  },
  "nanosight-valid-tracks": {
    severity: "warning",
    message: {
      en: "“{capture}” has more valid tracks ({valid}) than completed tracks ({completed}).",
      ja: "「{capture}」の有効トラック数（{valid}）が完了トラック数（{completed}）を超えています。",
    },
    remedy: compare,
  },
  "nanosight-block-unannounced": {
    severity: "warning",
    message: {
      en: "The table “{block}” is not announced under [Data Included].",
      ja: "表「{block}」は［Data Included］に記載されていません。",
    },
    remedy: exportAgain,
  },
  "nanosight-block-missing": {
    severity: "warning",
    message: {
      en: "“{block}” is announced under [Data Included], but the table is missing.",
      ja: "「{block}」は［Data Included］に記載されていますが、表がありません。",
    },
    remedy: exportAgain,
  },
  "nanosight-stray-table": {
    severity: "warning",
    message: {
      en: "Rows of a table stand outside of the size data; they were not read as sizes.",
      ja: "サイズデータの外に表の行があります。粒子径としては読みませんでした。",
    },
    remedy: exportAgain,
  },
  "nanosight-renamed": {
    severity: "note",
    message: {
      en: "The file's name does not hold the experiment's name “{name}”; it was renamed.",
      ja: "ファイル名に実験名「{name}」が含まれていません。名前が変更されています。",
    },
    remedy: {
      en: "Check that it is the file of the sample that the sheet names.",
      ja: "試料表の試料のファイルであるか確認してください。",
    },
  },
  "nanosight-tracks-header": {
    severity: "error",
    message: {
      en: "The columns “{missing}” are missing from the first line.",
      ja: "1行目に列「{missing}」がありません。",
    },
    remedy: exportAgain,
  },
  "nanosight-tracks-empty": {
    severity: "warning",
    message: { en: "The file lists no particle.", ja: "ファイルに粒子が1つもありません。" },
    remedy: compare,
  },
  "nanosight-tracks-rows": {
    severity: "warning",
    message: {
      en: "{rows} rows have a cell that could not be used; what they say is absent.",
      ja: "{rows}行に使用できないセルがあり、その値は欠測としました。",
    },
    remedy: lookAtLine,
  },
  "nanosight-tracks-repeated": {
    severity: "warning",
    message: {
      en: "{particles} particle IDs stand for more than one particle or change their size or flag.",
      ja: "{particles}個の粒子IDが重複しているか、粒子径や採否が途中で変わっています。",
    },
    remedy: exportAgain,
  },
});
