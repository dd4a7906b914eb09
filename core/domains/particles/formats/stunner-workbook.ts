import { isZip, readWorkbook, type SheetCell } from "../../../containers/xlsx.ts";
import { accepted, type Format, type Issue, isRefused, type Result, refused } from "../../../kernel/index.ts";
import type { DlsMeasurement } from "../measurement.ts";
import { dlsIssues } from "./dls-issues.ts";
import { limitIssues, recordsIssue } from "./dls-limits.ts";
import {
  decodeExport,
  decodeHead,
  delimiterOf,
  splitTable,
  type TextRow,
  type TextTable,
} from "./dls-text.ts";
import { stunnerColumns } from "./stunner-columns.ts";
import { stunnerRecords } from "./stunner-records.ts";

const sizeLimit = 100 * 2 ** 20;
const headerRows = 200;

/** Results of Unchained Labs Stunner as an Excel workbook or CSV: a well a row, light scattering beside absorbance. */
export const stunnerWorkbook: Format<DlsMeasurement> = {
  id: "particles.stunner-workbook",
  version: "1",
  title: { en: "Stunner results", ja: "Stunner 測定結果" },
  extensions: [".xlsx", ".csv"],
  checked: "real files",
  checkedNote: {
    en: "Checked with one workbook of client 8.2 (B22 and kD); the CSV form was built from the same columns.",
    ja: "クライアント8.2（B22とkD）のブック1つで確認しました。CSV形式は同じ列から作成したものです。",
  },
  sniff(head, name) {
    if (isZip(head)) {
      if (!/\.xlsx$/i.test(name)) return 0;
      return /stunner/i.test(name) ? 0.6 : 0.3;
    }
    return headerLine(decodeHead(head)) === null ? 0 : 0.9;
  },
  async read(blob) {
    if (blob.size > sizeLimit) return refused(dlsIssues.raise("stunner-no-records"));
    const head = new Uint8Array(await blob.slice(0, 4).arrayBuffer());
    if (isZip(head) || head[0] === 0xd0) return readSheets(blob);
    const text = decodeExport(new Uint8Array(await blob.arrayBuffer()));
    const line = headerLine(text);
    if (line !== null) return readTable(splitTable(text, delimiterOf(line)));
    const beginning = text.slice(0, 65536);
    return readTable(splitTable(beginning, delimiterOf(beginning.split("\n", 1)[0]!)));
  },
};

/** The header of a CSV: the first record among the first ones that has a Z-average. Its cells may hold line ends. */
function headerLine(text: string): string | null {
  const head = text.slice(0, 65536);
  if (!/z[-\s]?av/i.test(head)) return null;
  for (const delimiter of [",", ";", "\t"]) {
    const { rows } = splitTable(head, delimiter);
    const found = rows.slice(0, headerRows).find((row) => stunnerColumns(row.cells) !== null);
    if (found !== undefined) return found.cells.map((cell) => cell.replace(/\s+/g, " ")).join(delimiter);
  }
  return null;
}

async function readSheets(blob: Blob): Promise<Result<DlsMeasurement>> {
  const workbook = await readWorkbook(blob);
  if (isRefused(workbook)) return workbook;
  const tables = workbook.value.map((sheet) => ({ rows: rowsOf(sheet.rows), issues: [] }));
  const known = tables.find((table) => table.rows.some((row) => stunnerColumns(row.cells) !== null));
  return readTable(known ?? tables[0] ?? { rows: [], issues: [] });
}

function rowsOf(rows: readonly (readonly SheetCell[])[]): readonly TextRow[] {
  return rows.map((cells, i) => ({
    cells: cells.map(wordsOf),
    lines: cells.map(() => i + 1),
    line: i + 1,
  }));
}

function wordsOf(cell: SheetCell): string {
  if (cell === null) return "";
  return cell instanceof Date ? cell.toISOString() : String(cell).trim();
}

function readTable(table: TextTable): Result<DlsMeasurement> {
  const at = table.rows.findIndex((row) => stunnerColumns(row.cells) !== null);
  if (at < 0) {
    const widest = table.rows.reduce((most, row) => Math.max(most, row.cells.length), 0);
    const row = table.rows.find((candidate) => candidate.cells.length === widest);
    const columns = (row?.cells ?? []).filter((cell) => cell !== "").slice(0, 20);
    const words = columns.join(", ").slice(0, 300);
    return refused(dlsIssues.raise("stunner-no-dls-columns", { columns: words }), ...table.issues);
  }
  const tooMany = recordsIssue(table.rows.length - at - 1);
  if (tooMany) return refused(tooMany);
  const issues: Issue[] = [...table.issues];
  const { records, settings } = stunnerRecords(table.rows.slice(0, at), table.rows.slice(at), issues);
  if (records.length === 0) return refused(dlsIssues.raise("stunner-no-records"), ...limitIssues(issues));
  const version = settings.find((setting) => setting.key.toLowerCase() === "software version");
  const measurement: DlsMeasurement = {
    kind: "dls",
    format: stunnerWorkbook.id,
    instrument: { vendor: "Unchained Labs", model: "Stunner", software: version?.values[0] ?? "" },
    settings,
    instrumentWarnings: [],
    records,
  };
  return accepted(measurement, limitIssues(issues));
}
