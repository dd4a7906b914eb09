import { type Issue, portable } from "../../../kernel/index.ts";
import { zetaviewIssues } from "./zetaview-issues.ts";
import {
  type PositionColumn,
  type PositionRow,
  positionColumns,
  type SummaryRow,
} from "./zetaview-positions-table.ts";
import { isBlank, zetaviewNumber } from "./zetaview-text.ts";

/** Half a unit of the last printed digit: 0.05 for `30.6`, 0.05e9 for `4.7E+9`. */
function rounding(printed: string): number {
  const found = /^[+-]?\d+(?:[.,](\d+))?(?:[eE]([+-]?\d+))?$/.exec(printed.trim());
  return found ? 0.5 * portable.pow(10, Number(found[2] ?? 0) - (found[1]?.length ?? 0)) : 0;
}

// What each printed row hides: half a digit, or up to 5 % of a concentration of two digits.
const hidden: Readonly<Record<Exclude<PositionColumn, "position">, (mean: number) => number>> = {
  meanIntensity: () => 0.0501,
  particlesPerFrame: () => 0.0501,
  concentration: (mean) => 0.05 * mean,
  originalConcentration: (mean) => 0.05 * mean,
  traces: () => 0,
  x50: () => 0.0501,
  peak: () => 0.0501,
  span: () => 0.0501,
  drift: () => 0.0501,
};

/**
 * Compares rows with the instrument's `Mean` row, which averages the used positions only, with the number of positions
 * that the file's name promises, and across rows the dilution and the instrument's factor from particles per frame to
 * concentration, which are one each in a file.
 */
export function positionChecks(
  rows: readonly PositionRow[],
  summary: readonly SummaryRow[],
  promised: number | null,
): Issue[] {
  const issues: Issue[] = [];
  if (promised !== null && promised !== rows.length) {
    issues.push(
      zetaviewIssues.raise("zetaview-positions-missing", { found: rows.length, expected: promised }),
    );
  }
  for (const name of ["Mean", "St.Dev.", "Rel.St.Dev."]) {
    const row = summary.find((s) => s.name === name);
    const complete =
      row && (zetaviewNumber(row.printed.drift) >= 0 || /^nan$/i.test(row.printed.drift ?? ""));
    if (!complete) issues.push(zetaviewIssues.raise("zetaview-summary-incomplete", { row: name }));
  }
  const mean = summary.find((s) => s.name === "Mean");
  const used = rows.filter((row) => row.used);
  for (const { name: column } of mean ? positionColumns : []) {
    const printed = mean!.printed[column] ?? "";
    if (column === "position" || (used.length === 0 && isBlank(printed))) continue;
    const computed = used.reduce((sum, row) => sum + row.values[column], 0) / used.length;
    const tolerance = rounding(printed) + hidden[column](computed);
    if (Math.abs(computed - zetaviewNumber(printed)) <= tolerance) continue;
    const parameters = { column, computed: computed.toPrecision(4), printed };
    const where = { place: { line: mean!.line } };
    issues.push(zetaviewIssues.raise("zetaview-mean-disagrees", parameters, where));
  }
  issues.push(...unevenRatio(rows, "zetaview-original-disagrees", "originalConcentration", "concentration"));
  issues.push(...unevenRatio(rows, "zetaview-frame-factor-disagrees", "concentration", "particlesPerFrame"));
  return issues;
}

function unevenRatio(
  rows: readonly PositionRow[],
  code: "zetaview-original-disagrees" | "zetaview-frame-factor-disagrees",
  above: PositionColumn,
  under: PositionColumn,
): Issue[] {
  const ratios = rows
    .map(({ values }) => values[above] / values[under])
    .filter((ratio) => ratio > 0 && Number.isFinite(ratio));
  const least = ratios.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const most = ratios.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  // Two digits each: 1.05/0.95 on either side.
  if (ratios.length < 2 || most / least <= 1.25) return [];
  return [zetaviewIssues.raise(code, { least: least.toPrecision(3), most: most.toPrecision(3) })];
}
