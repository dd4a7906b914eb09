import { type Issue, portable } from "../../../kernel/index.ts";
import { zetaviewIssues } from "./zetaview-issues.ts";
import { type ZetaviewLine, zetaviewNumber } from "./zetaview-text.ts";

/** One bin: `size` the printed centre in nm, `concentration` in particles per mL; `volume` and `area` NaN if absent. */
export interface SizeRow {
  readonly size: number;
  readonly number: number;
  readonly concentration: number;
  readonly volume: number;
  readonly area: number;
  readonly line: number;
}

/** The two tables: linear bins up to the row of -1, logarithmic ones behind it. */
export interface SizeTables {
  readonly linear: readonly SizeRow[];
  readonly log: readonly SizeRow[];
  readonly closed: boolean;
  readonly unreadable: { readonly linear: readonly number[]; readonly log: readonly number[] };
  readonly decimalMarks: ReadonlySet<string>;
}

/** The index of the line `Size Distribution` that opens the table, -1 where there is none. */
export function sizeTableStart(lines: readonly ZetaviewLine[]): number {
  return lines.findIndex((line) => line.text.trim() === "Size Distribution");
}

/** Reads both tables below their heading line; null where size, number or concentration have no column. */
export function readSizeTables(lines: readonly ZetaviewLine[]): SizeTables | null {
  const names = (lines[0]?.text ?? "").split("\t").map((name) => name.trim());
  const column = (start: string) => names.findIndex((name) => name.startsWith(start));
  const at = ["Size / nm", "Number", "Concentration / cm-3", "Volume / nm^3", "Area / nm^2"].map(column);
  if (at.slice(0, 3).includes(-1)) return null;

  const linear: SizeRow[] = [];
  const log: SizeRow[] = [];
  const unreadable = { linear: [] as number[], log: [] as number[] };
  const decimalMarks = new Set<string>();
  let closed = false;
  for (const line of lines.slice(1)) {
    if (line.text.trim() === "") continue;
    const fields = line.text.split("\t");
    for (const mark of ".,") if (line.text.includes(mark)) decimalMarks.add(mark);
    const values = at.map((i) => (i < 0 ? Number.NaN : zetaviewNumber(fields[i])));
    const [size, number, concentration, volume, area] = values as [number, number, number, number, number];
    if (!closed && size === -1 && number === -1 && concentration === -1) closed = true;
    else if (size > 0 && number >= 0 && concentration >= 0 && fields.length >= names.length) {
      (closed ? log : linear).push({ size, number, concentration, volume, area, line: line.number });
    } else (closed ? unreadable.log : unreadable.linear).push(line.number);
  }
  return { linear, log, closed, unreadable, decimalMarks };
}

const binWidth = 5;
const lastCentre = 5997.5;
const centre = (i: number) => binWidth / 2 + binWidth * i;

/** The first reason not to use the linear table: cut, unreadable rows, rows lost, unknown bins; null where it is whole. */
export function linearFault(tables: SizeTables): Issue | null {
  const broken = tables.unreadable.linear;
  if (broken.length > 0) {
    const parameters = { count: broken.length, line: broken[0]! };
    return zetaviewIssues.raise("zetaview-size-row-unreadable", parameters, { place: { line: broken[0]! } });
  }
  // Four significant digits: from 1000 nm on the centres are printed to 1 nm (1002, 1008), so the grid is rebuilt.
  const off = tables.linear.findIndex(
    (row, i) => Math.abs(row.size - centre(i)) > (row.size < 1000 ? 0.01 : 0.51),
  );
  if (off >= 0) {
    const { size, line } = tables.linear[off]!;
    const where = { place: { line } };
    return off === 0
      ? zetaviewIssues.raise("zetaview-unknown-grid", { found: size }, where)
      : zetaviewIssues.raise("zetaview-size-rows-lost", { expected: centre(off), found: size }, where);
  }
  return tables.closed ? null : zetaviewIssues.raise("zetaview-size-table-cut");
}

/** The bins of a whole linear table, with the end of the grid checked. */
export function linearBins(rows: readonly SizeRow[]) {
  const end = centre(rows.length - 1);
  const issues =
    rows.length > 0 && end !== lastCentre ? [zetaviewIssues.raise("zetaview-grid-end", { size: end })] : [];
  const bins = {
    edges: Float64Array.from({ length: rows.length + 1 }, (_, i) => binWidth * i),
    concentration: Float64Array.from(rows, (row) => row.concentration),
    counts: Float64Array.from(rows, (row) => row.number),
  };
  return { bins, issues };
}

/** True where the logarithmic table runs without a gap (64 bins a decade) to the end of the linear one. */
export function logTableWhole(tables: SizeTables): boolean {
  const { log, linear, unreadable } = tables;
  if (unreadable.log.length > 0 || log.length < 2) return false;
  const even = log.every(
    (row, i) => i === 0 || Math.abs(portable.log10(row.size / log[i - 1]!.size) * 64 - 1) < 0.05,
  );
  return even && log[0]!.size < 5 && log.at(-1)!.size > centre(linear.length - 1) * 0.99;
}
