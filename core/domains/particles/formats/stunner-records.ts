import type { Issue, Setting } from "../../../kernel/index.ts";
import type { DlsRecord, Stated } from "../measurement.ts";
import { dlsIssues } from "./dls-issues.ts";
import { type DecimalSign, decimalSignOf, statedOf, type Tally, tallyUnreadable } from "./dls-numbers.ts";
import { checkedZAverage, kelvinOf, notNegative, positiveOf } from "./dls-physical.ts";
import { alignRow, type TextRow, trimHeader } from "./dls-text.ts";
import { type StunnerColumns, stunnerColumns } from "./stunner-columns.ts";

interface Reading {
  readonly columns: StunnerColumns;
  readonly header: TextRow;
  readonly sign: DecimalSign;
  readonly tally: Tally;
  readonly issues: Issue[];
}

interface Found {
  readonly records: readonly DlsRecord[];
  readonly settings: readonly Setting[];
}

/** Records and settings of all tables of a result, one for each plate, from the row of the first header; doubts are added to `issues`. */
export function stunnerRecords(above: readonly TextRow[], body: readonly TextRow[], issues: Issue[]): Found {
  const tables: { header: TextRow; rows: TextRow[] }[] = [];
  for (const row of body) {
    if (stunnerColumns(row.cells) !== null) tables.push({ header: trimHeader(row), rows: [] });
    else if (!isTitle(row)) tables.at(-1)!.rows.push(row);
  }
  const found = tables.map(({ header, rows }) => readPlate(header, rows, issues));
  return {
    records: found.flatMap((one) => one.records),
    settings: [...infoSettings(above), ...found.flatMap((one) => one.settings)],
  };
}

/** Rows between two plates: `- Plate 2`, then `Table`. */
function isTitle(row: TextRow): boolean {
  return /^(?:- .*|table)$/i.test(row.cells[0] ?? "") && row.cells.slice(1).every((cell) => cell === "");
}

function readPlate(header: TextRow, body: readonly TextRow[], issues: Issue[]): Found {
  const columns = stunnerColumns(header.cells)!;
  const filled = body.filter((row) => row.cells.some((cell) => cell !== ""));
  const rows = filled.flatMap((row) => alignRow(row, header.cells.length) ?? []);
  if (rows.length < filled.length) {
    const line = filled.find((row) => alignRow(row, header.cells.length) === null)!.line;
    const parameters = { count: filled.length - rows.length, line };
    issues.push(dlsIssues.raise("dls-line-uneven", parameters, { place: { line } }));
  }
  const { sign, issues: signIssues } = decimalSignOf(rows.flatMap((row) => row.cells));
  const reading: Reading = { columns, header, sign, tally: tallyUnreadable(), issues };
  const names = namesOf(rows, columns);
  const records = rows.map((row, i) => recordOf(row, names[i]!, reading));
  issues.push(...signIssues, ...reading.tally.issues());
  const missing = records.filter((record) => record.zAverage === null);
  if (missing.length > 0) {
    const parameters = { count: missing.length, record: missing[0]!.name };
    issues.push(dlsIssues.raise("stunner-not-measured", parameters, { place: { line: missing[0]!.line } }));
  }
  return { records, settings: columnSettings(header, rows) };
}

/** The sample's name; with plate and position behind it where several wells share one. */
function namesOf(rows: readonly TextRow[], columns: StunnerColumns): readonly string[] {
  const cell = (row: TextRow, column: number) => row.cells[column] ?? "";
  const samples = rows.map((row) => cell(row, columns.sampleName));
  const counts = new Map<string, number>();
  for (const sample of samples) counts.set(sample, (counts.get(sample) ?? 0) + 1);
  return rows.map((row, i) => {
    const sample = samples[i]!;
    if (sample !== "" && counts.get(sample) === 1) return sample;
    const well = `${cell(row, columns.plate)} ${cell(row, columns.position)}`.trim();
    return sample === "" ? well || `line ${row.line}` : `${sample} (${well || `line ${row.line}`})`;
  });
}

function recordOf(row: TextRow, name: string, reading: Reading): DlsRecord {
  const { columns, header, sign, tally, issues } = reading;
  const stated = (column: number, unit: string): Stated | null => {
    if (column < 0) return null;
    const label = header.cells[column]!.replace(/\s+/g, " ");
    return statedOf(row.cells[column]!, label, unit, row.lines[column]!, sign, tally);
  };
  const peaks = columns.peaks.flatMap(({ number, diameter, area }) => {
    const what = `Pk ${number}`;
    const mean = notNegative(stated(diameter, "nm"), what, name, issues);
    if (mean === null || mean.value === 0) return [];
    return [{ diameter: mean, area: notNegative(stated(area, "%"), `${what} (%)`, name, issues) }];
  });
  const rate = notNegative(stated(columns.derivedIntensity, "kcps"), "kcps", name, issues);
  return {
    name,
    zAverage: checkedZAverage(stated(columns.zAverage, "nm"), name, issues),
    polydispersityIndex: notNegative(stated(columns.polydispersityIndex, "1"), "PdI", name, issues),
    peaks,
    // Printed in cps, the record's unit is kcps.
    derivedCountRate: rate === null ? null : { ...rate, value: rate.value / 1000 },
    intercept: null,
    temperatureKelvin: kelvinOf(stated(columns.temperature, "Cel"), name, issues),
    viscosity: positiveOf(stated(columns.viscosity, "mPa.s"), "η", name, issues),
    distribution: null,
    correlogram: null,
    refractiveIndex: positiveOf(stated(columns.refractiveIndex, "1"), "n", name, issues),
    wavelength: null,
    angle: null,
    line: row.line,
    instrumentWarnings: [],
  };
}

/** `key | value | value ...` rows above the table; a row without key goes on with the one before. */
function infoSettings(above: readonly TextRow[]): readonly Setting[] {
  let key = "";
  return above.flatMap((row): Setting[] => {
    const [first = "", ...rest] = row.cells;
    const values = rest.filter((cell) => cell !== "");
    if (first !== "") key = first;
    return values.length === 0 ? [] : [{ section: "Info", key, values, line: row.line }];
  });
}

function columnSettings(header: TextRow, rows: readonly TextRow[]): readonly Setting[] {
  return header.cells.flatMap((cell, column): Setting[] => {
    const values = rows.map((row) => row.cells[column]!);
    const key = cell.replace(/\s+/g, " ");
    if (key === "" || values.every((value) => value === "")) return [];
    return [{ section: "Table", key, values, line: header.line }];
  });
}
