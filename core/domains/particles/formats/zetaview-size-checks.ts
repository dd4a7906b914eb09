import { type Issue, portable } from "../../../kernel/index.ts";
import type { Stated } from "../measurement.ts";
import { zetaviewIssues } from "./zetaview-issues.ts";
import { logTableWhole, type SizeRow, type SizeTables } from "./zetaview-size-table.ts";

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Totals of the two tables and the header's traces differ by one in real files (629 and 630); 2 or 0.5 % is allowed. */
export function totalsAgree(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.max(2, 0.005 * Math.max(a, b));
}

/** Four printed digits hide 0.05 % of each number, three times as much of a diameter's cube. */
const close = (a: number, b: number) => Math.abs(a - b) <= 3e-3 * Math.max(Math.abs(a), Math.abs(b));

function rowConsistent({ size, number, volume, area }: SizeRow): boolean {
  const v = Number.isNaN(volume) || close(volume, (number * Math.PI * portable.cube(size)) / 6);
  return v && (Number.isNaN(area) || close(area, (number * Math.PI * (size * size)) / 4));
}

export interface HeaderCounts {
  readonly traces: Stated | null;
  readonly particlesPerFrame: Stated | null;
}

/**
 * Compares what a file says twice: both tables, table and header, concentration and number in each bin, volume and
 * area with size and number. The instrument's factor from particles per frame to concentration differs between
 * instruments and is never assumed; it is named only where the numbers of this file contradict each other.
 */
export function sizeCrossChecks(tables: SizeTables, header: HeaderCounts): Issue[] {
  const { linear, log } = tables;
  const issues: Issue[] = [];
  const total = sum(linear.map((row) => row.number));
  const concentration = sum(linear.map((row) => row.concentration));
  const factor = concentration / total;

  if (!logTableWhole(tables)) issues.push(zetaviewIssues.raise("zetaview-second-table-incomplete"));
  const second = sum(log.map((row) => row.number));
  if (log.length > 0 && !totalsAgree(total, second)) {
    issues.push(zetaviewIssues.raise("zetaview-tables-disagree", { first: total, second }));
  }
  const { traces, particlesPerFrame } = header;
  if (traces && !totalsAgree(traces.value, total)) {
    const place = { place: { line: traces.line, key: "Number of Traces" } };
    issues.push(zetaviewIssues.raise("zetaview-traces-disagree", { traces: traces.printed, total }, place));
  }
  const rows = [...linear, ...log];
  const uneven = rows.filter((row) => !close(row.concentration * total, row.number * concentration));
  if (uneven.length > 0) {
    const parameters = { count: uneven.length, factor: factor.toPrecision(4) };
    const place = { place: { line: uneven[0]!.line } };
    issues.push(zetaviewIssues.raise("zetaview-concentration-disagrees", parameters, place));
  }
  const odd = rows.filter((row) => !rowConsistent(row));
  if (odd.length > 0) {
    const place = { place: { line: odd[0]!.line } };
    issues.push(zetaviewIssues.raise("zetaview-volume-disagrees", { count: odd.length }, place));
  }
  if (particlesPerFrame && particlesPerFrame.value > 0 !== concentration > 0) {
    const parameters = { frame: particlesPerFrame.printed, concentration: concentration.toPrecision(4) };
    const place = { place: { line: particlesPerFrame.line, key: "Average Number of Particles" } };
    issues.push(zetaviewIssues.raise("zetaview-frame-count-disagrees", parameters, place));
  }
  return issues;
}
