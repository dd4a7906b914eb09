import { isSqlite, openSqlite } from "../../../containers/sqlite.ts";
import {
  accepted,
  type Format,
  type Issue,
  isRefused,
  type Result,
  refused,
  type Setting,
} from "../../../kernel/index.ts";
import type { DlsMeasurement, DlsRecord } from "../measurement.ts";
import { dlsIssues } from "./dls-issues.ts";
import { limitIssues } from "./dls-limits.ts";
import { readParameters, type ZmesRecord } from "./zetasizer-parameters.ts";
import { zmesRecordOf } from "./zetasizer-zmes-record.ts";

const sizeLimit = 512 * 2 ** 20;

/** ZS XPLORER measurement files of the Zetasizer Advance range: an SQLite database with a tree of parameters for each record. */
export const zetasizerZmes: Format<DlsMeasurement> = {
  id: "particles.zetasizer-zmes",
  version: "1",
  title: { en: "Zetasizer ZS XPLORER measurement", ja: "Zetasizer ZS XPLORER測定ファイル" },
  extensions: [".zmes"],
  checked: "real files",
  checkedNote: {
    en: "Checked with one file of ZS XPLORER 4.1 with two size records; averaged, multi-angle and zeta records were not seen.",
    ja: "ZS XPLORER 4.1の1ファイル（粒径の記録2件）で確認しました。平均化、多角度、ゼータ電位の記録は未確認です。",
  },
  sniff(head, name) {
    if (!isSqlite(head)) return 0;
    const text = String.fromCharCode(...head.subarray(0, 16384));
    if (text.includes("RecordParameter")) return 1;
    return /\.zmes$/i.test(name) ? 0.9 : 0;
  },
  async read(blob) {
    if (blob.size > sizeLimit) return refused(dlsIssues.raise("zetasizer-no-size-records"));
    return readZmes(new Uint8Array(await blob.arrayBuffer()));
  },
};

function readZmes(bytes: Uint8Array): Result<DlsMeasurement> {
  const opened = openSqlite(bytes);
  if (isRefused(opened)) return opened;
  const parameters = readParameters(opened.value);
  const issues: Issue[] = [...opened.warnings, ...parameters.issues];
  const first = parameters.issues.find((issue) => issue.severity === "error");
  if (first !== undefined) return refused(...limitIssues(issues));
  const size = parameters.value.filter((record) => record.kind === "Size Measurement Result");
  const others = parameters.value.filter((record) => !size.includes(record));
  if (others.length > 0) {
    const types = [...new Set(others.map((record) => record.kind))].slice(0, 5).join(", ");
    const parametersOf = { count: others.length, types, place: others[0]!.id };
    issues.push(dlsIssues.raise("zetasizer-type-skipped", parametersOf));
  }
  if (size.length === 0) return refused(dlsIssues.raise("zetasizer-no-size-records"), ...limitIssues(issues));
  const records = size.map((record) => zmesRecordOf(record, issues));
  return accepted(measurementOf(size, records), limitIssues(issues));
}

function measurementOf(sources: readonly ZmesRecord[], records: readonly DlsRecord[]): DlsMeasurement {
  const keys = [...new Set(sources.flatMap((source) => [...source.values.keys()]))].filter(isKept);
  const settings = keys.flatMap((path): Setting[] => {
    const values = sources.map((source) => wordsOf(source.values.get(path) ?? []));
    const cut = path.lastIndexOf("/");
    const at = { section: path.slice(0, Math.max(0, cut)), key: path.slice(cut + 1), line: 0 };
    return values.every((value) => value === "") ? [] : [{ ...at, values }];
  });
  const versions = new Set(sources.map((source) => wordsOf(source.values.get("Software Version") ?? [])));
  const version = versions.size === 1 ? [...versions][0]! : "";
  return {
    kind: "dls",
    format: zetasizerZmes.id,
    instrument: {
      vendor: "Malvern Panalytical",
      model: "Zetasizer",
      software: `ZS XPLORER ${version}`.trim(),
    },
    settings,
    instrumentWarnings: records.flatMap((record) => record.instrumentWarnings),
    records,
  };
}

/** The second analysis that the software keeps beside the first, and its bookkeeping, are not settings. */
function isKept(path: string): boolean {
  return !/^(?:Unclassified Size Analysis Result|Trend Study Id|Method Plugin Id)|(?:^|\/)Version$/.test(
    path,
  );
}

function wordsOf(values: readonly unknown[]): string {
  return values
    .filter((value) => typeof value === "string" || typeof value === "number")
    .map(String)
    .join("; ");
}
