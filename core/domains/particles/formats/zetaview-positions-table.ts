import type { Issue } from "../../../kernel/index.ts";
import { zetaviewIssues } from "./zetaview-issues.ts";
import { type ZetaviewLine, zetaviewNumber } from "./zetaview-text.ts";

/** The instrument's columns behind `Use`, as this reader names them, with their units. */
export const positionColumns = [
  { name: "position", unit: "1", heading: /^Position$/ },
  { name: "meanIntensity", unit: "1", heading: /^Mean Int\.?$/ },
  { name: "particlesPerFrame", unit: "1", heading: /^Av\. No\.? of Particles$/ },
  { name: "concentration", unit: "{particles}/mL", heading: /^Conc\. \(p\.\/mL\)$/ },
  { name: "originalConcentration", unit: "{particles}/mL", heading: /^Orig\. Conc\. \(p\.\/cm\^3\)$/ },
  { name: "traces", unit: "1", heading: /^No\. of Traces$/ },
  { name: "x50", unit: "nm", heading: /^X50 \(nm\)$/ },
  { name: "peak", unit: "nm", heading: /^Peak .* ?\(nm\)$/ },
  { name: "span", unit: "1", heading: /^Span$/ },
  { name: "drift", unit: "um/s", heading: /^Drift \(.*m\/s\)$/ },
] as const;
export type PositionColumn = (typeof positionColumns)[number]["name"];

export interface PositionRow {
  readonly used: boolean;
  readonly values: Readonly<Record<PositionColumn, number>>;
  readonly removal: string;
  readonly line: number;
}

/** A row below the positions: `Mean`, `St.Dev.` or `Rel.St.Dev.`, cells as printed by column name. */
export interface SummaryRow {
  readonly name: string;
  readonly printed: Readonly<Partial<Record<PositionColumn, string>>>;
  readonly values: readonly string[];
  readonly line: number;
}

const summaryName = /^(Mean|St\.Dev\.|Rel\.St\.Dev\.)$/;
// The last bin of the size grid, printed where a position has no trace.
const noSize = 5997.5;

/** Reads the rows below the heading line; null where a heading is unknown. */
export function readPositionRows(lines: readonly ZetaviewLine[]) {
  const headings = (lines[0]?.text ?? "").split("\t").map((field) => field.trim());
  const at = positionColumns.map(({ heading }) => headings.findIndex((field) => heading.test(field)));
  const removalAt = headings.indexOf("Removal");
  if (headings[0] !== "Use" || at.includes(-1)) return null;

  const rows: PositionRow[] = [];
  const summary: SummaryRow[] = [];
  const issues: Issue[] = [];
  for (const { number: line, text } of lines.slice(1)) {
    if (text.trim() === "") continue;
    let fields = text.split("\t").map((field) => field.trim());
    const place = { place: { line } };
    const lostTab = !Number.isNaN(zetaviewNumber(fields[0])) || summaryName.test(fields[0]!);
    if (lostTab) fields = ["", ...fields];
    if (summaryName.test(fields[1] ?? "")) {
      const printed = Object.fromEntries(positionColumns.map(({ name }, i) => [name, fields[at[i]!]]));
      summary.push({ name: fields[1]!, printed, values: fields.slice(2), line });
      continue;
    }
    const position = zetaviewNumber(fields[at[0]!]);
    if (!/^X?$/i.test(fields[0]!) || !(position >= 0 && position <= 1) || fields.length <= Math.max(...at)) {
      issues.push(zetaviewIssues.raise("zetaview-position-row-unreadable", { words: text.trim() }, place));
      continue;
    }
    if (lostTab) issues.push(zetaviewIssues.raise("zetaview-position-shifted", { position }, place));
    const values = Object.fromEntries(
      positionColumns.map(({ name }, i) => {
        const words = fields[at[i]!];
        const value = zetaviewNumber(words);
        if (Number.isNaN(value)) {
          const parameters = { words: words ?? "", column: headings[at[i]!]! };
          issues.push(zetaviewIssues.raise("zetaview-position-cell-unreadable", parameters, place));
        }
        return [name, value];
      }),
    ) as Record<PositionColumn, number>;
    if (values.traces === 0 || values.x50 === noSize) {
      const words = ["x50", "peak", "span", "drift"].map((name) => values[name as PositionColumn]).join(", ");
      issues.push(zetaviewIssues.raise("zetaview-position-no-traces", { position, words }, place));
      Object.assign(values, { x50: Number.NaN, peak: Number.NaN, span: Number.NaN, drift: Number.NaN });
    }
    rows.push({ used: fields[0] !== "", values, removal: fields[removalAt] ?? "", line });
  }
  return { rows, summary, issues };
}
