import { accepted, type Issue, isRefused, type Result, refused } from "../../../kernel/index.ts";
import type { SizeBins, Stated } from "../measurement.ts";
import { numberOf } from "./dls-numbers.ts";
import { alignRow, type TextRow } from "./dls-text.ts";
import { edgesOf } from "./mapped-bins.ts";
import type { MappedColumn, MappedRows } from "./mapped-columns.ts";
import { mappedIssues } from "./mapped-issues.ts";
import type { TableMapping } from "./mapped-mapping.ts";

/** One capture's numbers in nm and `{particles}/mL`. */
export interface MappedCapture {
  readonly name: string;
  readonly bins: SizeBins | null;
  readonly diameters: Float64Array | null;
  readonly total: Stated | null;
}

/** How many of the volume are in a millilitre. */
const perVolume = { mL: 1, uL: 1e3, L: 1e-3, m3: 1e-6 } as const;

/** To particles/mL, from a unit as `{particles}/uL` or `particles/uL`. */
function concentrationFactor(unit: NonNullable<TableMapping["concentrationUnit"]>): number {
  return perVolume[unit.split("/")[1] as keyof typeof perVolume];
}
/** To nm. */
const sizeFactor = { nm: 1, um: 1e3 } as const;

/** Rows by the capture column, in the order in which captures begin; all rows are one capture where none is mapped. */
export function capturesOf(
  table: MappedRows,
  mapping: TableMapping,
  fallback: string,
  issues: Issue[],
): Result<readonly MappedCapture[]> {
  const groups = new Map<string, TextRow[]>();
  for (const row of table.rows) {
    if (mapping.kind === "bins" && alignRow(row, table.header.cells.length) === null) {
      const parameters = { line: row.line, cells: row.cells.length, expected: table.header.cells.length };
      return refused(mappedIssues.raise("mapped-line-uneven", parameters, { place: { line: row.line } }));
    }
    const at = table.columns.capture;
    const name = at === undefined ? fallback : (row.cells[at] ?? "");
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [row]);
    else group.push(row);
  }
  const captures: MappedCapture[] = [];
  for (const [name, rows] of groups) {
    const total = totalOf(rows, name, table, mapping, issues);
    if (mapping.kind === "particles") {
      captures.push({ name, bins: null, diameters: diametersOf(rows, table, mapping, issues), total });
      continue;
    }
    const bins = binsOf(rows, name, total, table, mapping, issues);
    if (isRefused(bins)) return bins;
    captures.push({ name, bins: bins.value, diameters: null, total });
  }
  return accepted(captures);
}

function totalOf(
  rows: readonly TextRow[],
  capture: string,
  table: MappedRows,
  mapping: TableMapping,
  issues: Issue[],
): Stated | null {
  const given = mapping.totalConcentration;
  if (given === undefined) return null;
  const factor = concentrationFactor(mapping.concentrationUnit!);
  const stated = (value: number, printed: string, line: number): Stated => ({
    value: value * factor,
    unit: "{particles}/mL",
    printed,
    line,
  });
  if (typeof given === "number") return stated(given, String(given), 0);
  const at = table.columns.totalConcentration!;
  const printed = [...new Set(rows.map((row) => row.cells[at] ?? ""))].filter((cell) => cell !== "");
  const value = printed.length === 1 ? numberOf(printed[0]!, table.sign) : undefined;
  const row = rows.find((candidate) => (candidate.cells[at] ?? "") !== "");
  if (typeof value === "number" && value >= 0) return stated(value, printed[0]!, row!.lines[at]!);
  issues.push(mappedIssues.raise("mapped-total-differs", { capture, column: given }));
  return null;
}

function diametersOf(
  rows: readonly TextRow[],
  table: MappedRows,
  mapping: TableMapping,
  issues: Issue[],
): Float64Array {
  const factor = sizeFactor[mapping.sizeUnit];
  const diameters: number[] = [];
  let first: TextRow | null = null;
  for (const row of rows) {
    const isEven = alignRow(row, table.header.cells.length) !== null;
    const size = isEven ? numberOf(row.cells[table.columns.size!]!, table.sign) : undefined;
    if (typeof size === "number" && size > 0) diameters.push(size * factor);
    else first ??= row;
  }
  if (first !== null) {
    const cell = (first.cells[table.columns.size!] ?? "").slice(0, 40);
    const count = rows.length - diameters.length;
    const parameters = { count, total: rows.length, line: first.line, cell };
    issues.push(mappedIssues.raise("mapped-particles-left-out", parameters, { place: { line: first.line } }));
  }
  return Float64Array.from(diameters);
}

function binsOf(
  rows: readonly TextRow[],
  capture: string,
  total: Stated | null,
  table: MappedRows,
  mapping: TableMapping,
  issues: Issue[],
): Result<SizeBins> {
  const read = (column: MappedColumn): Result<number[]> | null => {
    const at = table.columns[column];
    if (at === undefined) return null;
    const values: number[] = [];
    for (const row of rows) {
      const value = numberOf(row.cells[at]!, table.sign);
      if (typeof value !== "number" || value < 0)
        return unreadable(row, row.cells[at]!, table.header.cells[at]!);
      values.push(value);
    }
    return accepted(values);
  };
  const numbers: Partial<Record<MappedColumn, number[]>> = {};
  for (const column of ["size", "upper", "count", "concentration"] as const) {
    const values = read(column);
    if (values === null) continue;
    if (isRefused(values)) return values;
    numbers[column] = values.value;
  }
  const edges = edgesFrom(rows, capture, numbers, mapping, issues);
  if (isRefused(edges)) return edges;
  const concentration = concentrationOf(numbers, total, mapping, issues);
  if (concentration === null) {
    const parameters = { needed: "totalConcentration", given: "count" };
    return refused(mappedIssues.raise("mapped-fields-disagree", parameters), ...issues);
  }
  const counts = numbers.count === undefined ? {} : { counts: Float64Array.from(numbers.count) };
  return accepted({ edges: edges.value, concentration, ...counts });
}

function unreadable(row: TextRow, cell: string, column: string) {
  const parameters = { line: row.line, cell: cell.slice(0, 40), column };
  return refused(mappedIssues.raise("mapped-value-unreadable", parameters, { place: { line: row.line } }));
}

function edgesFrom(
  rows: readonly TextRow[],
  capture: string,
  numbers: Partial<Record<MappedColumn, number[]>>,
  mapping: TableMapping,
  issues: Issue[],
): Result<Float64Array> {
  const factor = sizeFactor[mapping.sizeUnit];
  const sizes = numbers.size!.map((size) => size * factor);
  const broken = (row: TextRow, reason: string) =>
    refused(
      mappedIssues.raise("mapped-bins-broken", { line: row.line, reason }, { place: { line: row.line } }),
    );
  const back = sizes.findIndex((size, i) => i > 0 && size <= sizes[i - 1]!);
  if (back > 0) return broken(rows[back]!, `${numbers.size![back - 1]} → ${numbers.size![back]}`);
  if (numbers.upper !== undefined) {
    const uppers = numbers.upper.map((size) => size * factor);
    const apart = sizes.findIndex(
      (size, i) => uppers[i]! <= size || (i > 0 && Math.abs(uppers[i - 1]! - size) > 1e-6 * size),
    );
    if (apart >= 0) return broken(rows[apart]!, `${numbers.size![apart]} – ${numbers.upper[apart]}`);
    return accepted(Float64Array.from([sizes[0]!, ...uppers]));
  }
  if (sizes.length < 2) return broken(rows[0]!, "n = 1");
  const made = edgesOf(sizes, mapping.binPosition ?? "centre");
  if (made === null) return broken(rows[0]!, "< 0 nm");
  if (made.spacing === "irregular") issues.push(mappedIssues.raise("mapped-edges-inferred", { capture }));
  return accepted(made.edges);
}

function concentrationOf(
  numbers: Partial<Record<MappedColumn, number[]>>,
  total: Stated | null,
  mapping: TableMapping,
  issues: Issue[],
): Float64Array | null {
  if (numbers.concentration !== undefined) {
    const factor = concentrationFactor(mapping.concentrationUnit!);
    return Float64Array.from(numbers.concentration, (value) => value * factor);
  }
  if (total === null) return null;
  const counts = numbers.count!;
  const sum = counts.reduce((all, count) => all + count, 0);
  if (!issues.some((issue) => issue.code === "mapped-concentration-shared")) {
    issues.push(mappedIssues.raise("mapped-concentration-shared"));
  }
  return Float64Array.from(counts, (count) => (sum === 0 ? 0 : (total.value * count) / sum));
}
