import { defineIssues, type IssueDefinition, type Severity } from "../../../../kernel/index.ts";

const remedies = {
  downloadAgain: {
    en: "Download the file again from its source.",
    ja: "配布元からファイルを再度ダウンロードしてください。",
  },
  look: {
    en: "Look at the line named in the file; correct it or download the file again.",
    ja: "ファイルの該当行を確認し、修正するか再度ダウンロードしてください。",
  },
  none: { en: "Nothing has to be done.", ja: "対応は不要です。" },
} as const;

function define(
  severity: Severity,
  en: string,
  ja: string,
  remedy: keyof typeof remedies | { readonly en: string; readonly ja: string },
): IssueDefinition {
  return { severity, message: { en, ja }, remedy: typeof remedy === "string" ? remedies[remedy] : remedy };
}

/** What the readers of gene sets, contaminant libraries and vesicle catalogues can say. */
export const libraryIssues = defineIssues({
  "library-too-large": define(
    "error",
    "The file has more than {limit} bytes and is not read.",
    "ファイルが{limit}バイトを超えるため、読み取りません。",
    { en: "Split the file.", ja: "ファイルを分割してください。" },
  ),
  "library-columns-missing": define(
    "error",
    "The table has no header with the columns {columns}.",
    "表の見出しに次の列がありません：{columns}。",
    {
      en: "Keep the header line of the original file.",
      ja: "元のファイルの見出し行を残してください。",
    },
  ),
  "library-no-entries": define(
    "error",
    "The file has no entry that can be used.",
    "ファイルに使用できる項目がありません。",
    "downloadAgain",
  ),
  "library-no-line-end": define(
    "note",
    "The last line has no line end: the file may have been cut.",
    "最終行に改行がありません。ファイルが途中で切れている可能性があります。",
    "downloadAgain",
  ),
  "library-lines-uneven": define(
    "warning",
    "{count} lines do not have the columns of the header and were left out, the first in line {line}.",
    "見出しと列数が合わない行が{count}行あり、除外しました（最初は{line}行目）。",
    "look",
  ),
  "library-lines-unreadable": define(
    "warning",
    "{count} lines have a cell that is not what its column holds and were left out, the first in line {line}.",
    "列の内容に合わないセルを含む行が{count}行あり、除外しました（最初は{line}行目）。",
    "look",
  ),
  "library-content-left-out": define(
    "note",
    "{count} rows are not about proteins and were left out: {kinds}.",
    "タンパク質以外の{count}行を除外しました：{kinds}。",
    "none",
  ),
  "library-repeated": define(
    "warning",
    "{count} entries are in the file more than once and were kept once, the first in line {line}.",
    "同じ項目が重複していたため{count}件を1つにまとめました（最初は{line}行目）。",
    "look",
  ),
  "library-not-accessions": define(
    "error",
    "{count} of {lines} lines are no UniProt accession: this is not a list of accessions.",
    "{lines}行中{count}行がUniProtアクセッションではありません。アクセッションの一覧ではありません。",
    {
      en: "Give a file with one UniProt accession in each line.",
      ja: "1行に1つのUniProtアクセッションを記したファイルを指定してください。",
    },
  ),
  "library-set-empty": define(
    "warning",
    "{count} gene sets have no genes and were left out, the first in line {line}.",
    "遺伝子を含まない遺伝子セットが{count}件あり、除外しました（最初は{line}行目）。",
    "look",
  ),
  "library-no-sequence": define(
    "warning",
    "{count} records have no sequence, the first in line {line}: the file may have been cut.",
    "配列のない項目が{count}件あります（最初は{line}行目）。ファイルが途中で切れている可能性があります。",
    "downloadAgain",
  ),
  "library-not-a-sequence": define(
    "warning",
    "{count} lines hold other characters than letters of amino acids, the first is line {line}.",
    "アミノ酸の文字以外を含む行が{count}行あります（最初は{line}行目）。",
    "look",
  ),
});

/** Counts lines of one kind of trouble and remembers the first. */
export class LineCount {
  count = 0;
  line = 0;

  add(line: number): void {
    if (this.count === 0) this.line = line;
    this.count += 1;
  }

  issues(code: keyof typeof libraryIssues.definitions & string) {
    if (this.count === 0) return [];
    return [
      libraryIssues.raise(code, { count: this.count, line: this.line }, { place: { line: this.line } }),
    ];
  }
}
