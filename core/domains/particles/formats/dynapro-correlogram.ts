import { accepted, type Format, type Issue, type Result, refused } from "../../../kernel/index.ts";
import type { DlsMeasurement, DlsRecord } from "../measurement.ts";
import { type Baseline, correlogramOf } from "./dls-correlogram.ts";
import { dlsIssues } from "./dls-issues.ts";
import { limitIssues } from "./dls-limits.ts";
import { type DecimalSign, decimalSignOf, numberOf, tallyUnreadable } from "./dls-numbers.ts";
import {
  alignRow,
  decodeExport,
  decodeHead,
  delimiterOf,
  firstLine,
  splitTable,
  type TextRow,
  trimHeader,
} from "./dls-text.ts";

const sizeLimit = 32 * 2 ** 20;

/** Correlation curves that Wyatt DYNAMICS exports: a column of delay times, then a column for each acquisition. */
export const dynaproCorrelogram: Format<DlsMeasurement> = {
  id: "particles.dynapro-correlogram",
  version: "1",
  title: { en: "DynaPro correlation curves", ja: "DynaPro 相関曲線" },
  extensions: [".csv", ".txt"],
  checked: "real files",
  checkedNote: {
    en: "Checked with one table of two acquisitions, with g2 and a micro sign that was garbled on the way.",
    ja: "2回の取得を含む1つの表（g2、マイクロ記号は文字化け）で確認しました。",
  },
  sniff(head) {
    const text = decodeHead(head);
    const heading = firstLine(text);
    if (timeUnit(splitTable(heading, delimiterOf(heading)).rows[0]?.cells[0] ?? "") === null) return 0;
    const { rows } = splitTable(text.slice(0, text.lastIndexOf("\n") + 1), delimiterOf(heading));
    if (rows.length < 11) return 0;
    const { sign } = decimalSignOf(rows.slice(1).flatMap((row) => row.cells));
    const delays = rows.slice(1).map((row) => numberOf(row.cells[0]!, sign) ?? Number.NaN);
    const ascends = delays.every((delay, i) => delay > (i === 0 ? 0 : delays[i - 1]!));
    // Correlators space delays over decades; a time course of another instrument is even.
    return ascends && delays.at(-1)! > 100 * delays[0]! ? 0.85 : 0;
  },
  async read(blob) {
    if (blob.size > sizeLimit) return refused(dlsIssues.raise("dynapro-no-curve"));
    return readCurves(decodeExport(new Uint8Array(await blob.arrayBuffer())));
  },
};

interface TimeUnit {
  readonly toMicroseconds: number;
  readonly isReadable: boolean;
}

/** `Time (us)` in any spelling; a garbled sign before the s is a micro sign. Null where the cell is no delay heading. */
function timeUnit(cell: string): TimeUnit | null {
  const unit = /^(?:time|tau|delay(?: time)?|lag(?: time)?)\s*[([](.{1,4})[)\]]$/i
    .exec(cell.trim())?.[1]
    ?.trim();
  if (unit === undefined) return null;
  if (/^[µμu]s(?:ec)?$/.test(unit)) return { toMicroseconds: 1, isReadable: true };
  if (unit === "ns") return { toMicroseconds: 1e-3, isReadable: true };
  if (unit === "ms") return { toMicroseconds: 1e3, isReadable: true };
  if (unit === "s" || unit === "sec") return { toMicroseconds: 1e6, isReadable: true };
  return /^(?:[^\x20-\x7e]{1,2}|\?)s$/.test(unit) ? { toMicroseconds: 1, isReadable: false } : null;
}

function readCurves(text: string): Result<DlsMeasurement> {
  const table = splitTable(text, delimiterOf(firstLine(text)));
  const header = table.rows[0] === undefined ? undefined : trimHeader(table.rows[0]);
  const unit = timeUnit(header?.cells[0] ?? "");
  if (header === undefined || unit === null) {
    const first = (header?.cells[0] ?? "").slice(0, 60);
    return refused(dlsIssues.raise("dynapro-not-a-correlogram", { header: first }), ...table.issues);
  }
  const issues: Issue[] = [...table.issues];
  if (!unit.isReadable) {
    const parameters = { header: header.cells[0]! };
    issues.push(dlsIssues.raise("dynapro-unit-unreadable", parameters, { place: { line: header.line } }));
  }
  const body = table.rows.slice(1);
  const rows = body.flatMap((row) => alignRow(row, header.cells.length) ?? []);
  if (rows.length < body.length) {
    const line = body.find((row) => alignRow(row, header.cells.length) === null)!.line;
    const parameters = { count: body.length - rows.length, line };
    issues.push(dlsIssues.raise("dls-line-uneven", parameters, { place: { line } }));
  }
  const { sign, issues: signIssues } = decimalSignOf(rows.flatMap((row) => row.cells));
  const { columns, issues: cellIssues } = columnsOf(header, rows, sign);
  const delays = columns[0]!.map((delay) => round(delay * unit.toMicroseconds));
  const curves = header.cells.slice(1).map((name, i) => {
    const made = correlogramOf(delays, columns[i + 1]!, name || String(i + 1));
    issues.push(...made.issues);
    return { name, ...made };
  });
  issues.push(...signIssues, ...cellIssues);
  if (curves.every((curve) => curve.table === null))
    return refused(dlsIssues.raise("dynapro-no-curve"), ...limitIssues(issues));
  if (curves.some((curve) => curve.baseline === "g2")) issues.push(dlsIssues.raise("dynapro-baseline-taken"));
  const records = curves.map(({ name, table }) => recordOf(name, table, header.line));
  return accepted(
    measurementOf(
      records,
      curves.map((curve) => curve.baseline),
      header,
    ),
    issues,
  );
}

function columnsOf(
  header: TextRow,
  rows: readonly TextRow[],
  sign: DecimalSign,
): { columns: number[][]; issues: readonly Issue[] } {
  const tally = tallyUnreadable();
  const columns = header.cells.map((name, column) =>
    rows.map((row) => {
      const cell = row.cells[column]!;
      const value = numberOf(cell, sign);
      if (value === undefined) tally.unreadable(name, cell, row.lines[column]!);
      return value ?? Number.NaN;
    }),
  );
  return { columns, issues: tally.issues() };
}

/** A change of unit leaves binary digits that the file does not have. */
function round(value: number): number {
  return Number.isNaN(value) ? value : Number(value.toPrecision(12));
}

function recordOf(name: string, correlogram: DlsRecord["correlogram"], line: number): DlsRecord {
  return {
    name,
    zAverage: null,
    polydispersityIndex: null,
    peaks: [],
    derivedCountRate: null,
    intercept: null,
    temperatureKelvin: null,
    viscosity: null,
    distribution: null,
    correlogram,
    refractiveIndex: null,
    wavelength: null,
    angle: null,
    line,
    instrumentWarnings: [],
  };
}

function measurementOf(
  records: readonly DlsRecord[],
  baselines: readonly (Baseline | null)[],
  header: TextRow,
): DlsMeasurement {
  const values = baselines.map((baseline) => baseline ?? "");
  return {
    kind: "dls",
    format: dynaproCorrelogram.id,
    instrument: { vendor: "Wyatt Technology", model: "DynaPro", software: "" },
    settings: [
      { section: "", key: "Delay column", values: [header.cells[0]!], line: header.line },
      { section: "", key: "Curve as exported", values, line: header.line },
    ],
    instrumentWarnings: [],
    records,
  };
}
