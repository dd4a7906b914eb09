import {
  accepted,
  type Format,
  type Issue,
  type Result,
  refused,
  type Setting,
} from "../../../kernel/index.ts";
import type { DlsMeasurement, DlsRecord } from "../measurement.ts";
import { dlsIssues } from "./dls-issues.ts";
import { limitIssues, recordsIssue } from "./dls-limits.ts";
import { decimalSignOf, tallyUnreadable } from "./dls-numbers.ts";
import { decodeExport, decodeHead, delimiterOf, splitTable, type TextRow, trimHeader } from "./dls-text.ts";
import { isHeader } from "./zetasizer-columns.ts";
import { type Draft, draftsOf, type Section } from "./zetasizer-drafts.ts";
import { recordOf } from "./zetasizer-record.ts";

const sizeLimit = 64 * 2 ** 20;

/** Text exports of Malvern Zetasizer Nano software: one or more tables, a record a line. */
export const zetasizerText: Format<DlsMeasurement> = {
  id: "particles.zetasizer-text",
  version: "1",
  title: { en: "Zetasizer text export", ja: "Zetasizerテキスト出力" },
  extensions: [".txt", ".csv", ".tsv"],
  checked: "written description",
  checkedNote: {
    en: "Columns were taken from public exports of Zetasizer Nano software 7.11 and 8.02; none of them is in the test data.",
    ja: "列名はZetasizer Nanoソフトウェア7.11と8.02の公開された出力例に基づきますが、テストデータには含まれていません。",
  },
  sniff(head) {
    return headerLine(decodeHead(head)) === null ? 0 : 0.95;
  },
  async read(blob) {
    if (blob.size > sizeLimit) return refused(dlsIssues.raise("zetasizer-not-a-table"));
    return readZetasizerText(decodeExport(new Uint8Array(await blob.arrayBuffer())));
  },
};

function readZetasizerText(text: string): Result<DlsMeasurement> {
  const line = headerLine(text);
  if (line === null) return refused(dlsIssues.raise("zetasizer-not-a-table"));
  const table = splitTable(text, delimiterOf(line));
  const header = table.rows.findIndex((row) => isHeader(row.cells));
  if (header < 0) return refused(dlsIssues.raise("zetasizer-not-a-table"), ...table.issues);
  const { sign, issues: signIssues } = decimalSignOf(numericCells(table.rows));
  const sections = sectionsOf(table.rows.slice(header));
  const tally = tallyUnreadable();
  const { drafts, issues } = draftsOf(sections, sign, tally);
  const found: Issue[] = [...table.issues, ...signIssues, ...issues];
  if (header > 0) {
    const parameters = { count: header, line: table.rows[0]!.line };
    found.push(dlsIssues.raise("dls-line-uneven", parameters, { place: { line: table.rows[0]!.line } }));
  }
  const tooMany = recordsIssue(drafts.length);
  if (tooMany) return refused(tooMany);
  const records: DlsRecord[] = drafts.map((draft) => recordOf(draft, found));
  found.push(...tally.issues());
  if (records.length === 0)
    return refused(dlsIssues.raise("zetasizer-no-size-records"), ...limitIssues(found));
  return accepted(measurementOf(drafts, records), limitIssues(found));
}

/** The first of the first 20 lines that is a header. */
function headerLine(text: string): string | null {
  const head = text.slice(0, 65536);
  const lines = head.split(head.includes("\n") ? "\n" : "\r", 20);
  const found = lines.find((line) => isHeader(splitTable(line, delimiterOf(line)).rows[0]?.cells ?? []));
  return found ?? null;
}

function* numericCells(rows: readonly TextRow[]): Generator<string> {
  for (const row of rows) if (!isHeader(row.cells)) yield* row.cells;
}

function sectionsOf(rows: readonly TextRow[]): readonly Section[] {
  const sections: { header: TextRow; rows: TextRow[] }[] = [];
  for (const row of rows) {
    if (isHeader(row.cells)) sections.push({ header: trimHeader(row), rows: [] });
    else sections.at(-1)!.rows.push(row);
  }
  return sections;
}

function measurementOf(drafts: readonly Draft[], records: readonly DlsRecord[]): DlsMeasurement {
  const keys = [...new Set(drafts.flatMap((draft) => [...draft.settings.keys()]))];
  const settings: Setting[] = keys.map((key) => ({
    section: "",
    key,
    values: drafts.map((draft) => draft.settings.get(key) ?? ""),
    line: drafts[0]!.line,
  }));
  const only = (key: string) => {
    const words = new Set(drafts.map((draft) => draft.settings.get(key) ?? ""));
    return words.size === 1 ? [...words][0]! : "";
  };
  return {
    kind: "dls",
    format: zetasizerText.id,
    instrument: {
      vendor: "Malvern Panalytical",
      model: "Zetasizer",
      software: only("S/W Version"),
    },
    settings,
    instrumentWarnings: [],
    records,
  };
}
