import { accepted, type Issue, type Result, refused } from "../../../kernel/index.ts";
import { type DecimalSign, decimalSignOf } from "./dls-numbers.ts";
import { delimiterOf, firstLine, splitTable, type TextRow, trimHeader } from "./dls-text.ts";
import { mappedIssues } from "./mapped-issues.ts";
import type { TableMapping } from "./mapped-mapping.ts";
import { nearestOf } from "./mapped-nearest.ts";

export type MappedColumn = "size" | "upper" | "count" | "concentration" | "totalConcentration" | "capture";

export interface MappedRows {
  readonly header: TextRow;
  readonly rows: readonly TextRow[];
  readonly columns: Partial<Readonly<Record<MappedColumn, number>>>;
  readonly sign: DecimalSign;
}

/** Lists of single particles are long: about half a gigabyte. */
const mappedLimits = { cells: 10_000_000, rows: 2_000_000 };

/** Finds header, columns and body of a table as the mapping says, or as the size column's name shows. */
export function mappedRows(text: string, mapping: TableMapping): Result<MappedRows> {
  const { rows: all, issues: textIssues } = splitTable(text, delimiterFor(text, mapping), mappedLimits);
  const at = headerAt(all, mapping);
  const found = all[at];
  if (found === undefined) {
    return refused(mappedIssues.raise("mapped-no-header", { line: mapping.headerLine ?? 1 }), ...textIssues);
  }
  const header = trimHeader(found);
  const issues: Issue[] = [...textIssues];
  const columns = columnsOf(header, mapping, issues);
  if (issues.some((issue) => issue.severity === "error")) return refused(...issues);
  const rows = bodyOf(all.slice(at + 1), mapping, issues);
  const used = Object.values(columns).filter((column) => column !== columns.capture);
  const { sign, issues: signIssues } = decimalSignOf(
    rows.flatMap((row) => used.map((column) => row.cells[column] ?? "")),
  );
  if (mapping.decimal === undefined && signIssues.length > 0) {
    const example = signIssues[0]!.parameters.example ?? "";
    return refused(mappedIssues.raise("mapped-decimal-ambiguous", { example }), ...issues);
  }
  if (rows.length === 0) {
    return refused(mappedIssues.raise("mapped-no-rows", { line: header.line }), ...issues);
  }
  return accepted({ header, rows, columns, sign: mapping.decimal ?? sign }, issues);
}

function delimiterFor(text: string, mapping: TableMapping): string {
  if (mapping.delimiter !== undefined) return mapping.delimiter === "tab" ? "\t" : mapping.delimiter;
  const head = text.slice(0, 65536);
  const shown = ["\t", ";", ",", "|"].find((delimiter) =>
    splitTable(head, delimiter).rows.some((row) => row.cells.length > 1 && row.cells.includes(mapping.size)),
  );
  return shown ?? delimiterOf(firstLine(text));
}

function headerAt(rows: readonly TextRow[], mapping: TableMapping): number {
  if (mapping.headerLine !== undefined) return rows.findIndex((row) => row.line === mapping.headerLine);
  return Math.max(
    0,
    rows.findIndex((row) => row.cells.includes(mapping.size)),
  );
}

function columnsOf(
  header: TextRow,
  mapping: TableMapping,
  issues: Issue[],
): Partial<Record<MappedColumn, number>> {
  const columns: Partial<Record<MappedColumn, number>> = {};
  const place = { place: { line: header.line } };
  const there = header.cells.filter((cell) => cell !== "");
  const { size, upper, count, concentration, totalConcentration, capture } = mapping;
  for (const [field, column] of Object.entries({
    size,
    upper,
    count,
    concentration,
    totalConcentration,
    capture,
  })) {
    if (typeof column !== "string") continue;
    const at = header.cells.indexOf(column);
    columns[field as MappedColumn] = at;
    const parameters = { column, line: header.line };
    if (at < 0) {
      const more = { columns: there.join(", ").slice(0, 300), nearest: nearestOf(column, there) };
      issues.push(mappedIssues.raise("mapped-column-missing", { ...parameters, ...more }, place));
    } else if (header.cells.lastIndexOf(column) !== at) {
      issues.push(mappedIssues.raise("mapped-column-twice", parameters, place));
    }
  }
  return columns;
}

/** Rows to `lastLine`, or to the first blank line after the first row. */
function bodyOf(rows: readonly TextRow[], mapping: TableMapping, issues: Issue[]): readonly TextRow[] {
  const last = mapping.lastLine;
  if (last !== undefined) return rows.filter((row) => row.line <= last);
  const gap = rows.findIndex((row, i) => i > 0 && row.line > rows[i - 1]!.lines.at(-1)! + 1);
  if (gap < 0) return rows;
  const line = rows[gap]!.line;
  const parameters = { count: rows.length - gap, line };
  issues.push(mappedIssues.raise("mapped-rows-after-blank", parameters, { place: { line } }));
  return rows.slice(0, gap);
}
