import {
  accepted,
  type Format,
  type InstrumentWarning,
  inFile,
  type ReadContext,
  type Result,
  refused,
} from "../../../kernel/index.ts";
import type { PositionsMeasurement, Stated, StatedName } from "../measurement.ts";
import { listedIssues, type OpenedZetaview, zetaviewChecked, zetaviewReader } from "./zetaview-file.ts";
import { zetaviewIssues } from "./zetaview-issues.ts";
import { promisedPositions, zetaviewName } from "./zetaview-name.ts";
import { positionChecks } from "./zetaview-positions-checks.ts";
import {
  type PositionColumn,
  type PositionRow,
  positionColumns,
  readPositionRows,
  type SummaryRow,
} from "./zetaview-positions-table.ts";
import { decodeZetaview, zetaviewNumber } from "./zetaview-text.ts";

/**
 * ZetaView `..._11pos.txt`: one row per position of the cell with what the instrument made of it. A position that it
 * left out has an empty `Use` and a word under `Removal`, which is kept as the instrument's warning.
 */
export const zetaviewPositions: Format<PositionsMeasurement> = {
  id: "particles.zetaview-positions",
  version: "1",
  title: { en: "ZetaView positions of the cell", ja: "ZetaView セル内の測定位置" },
  extensions: ["txt"],
  ...zetaviewChecked,
  sniff(head) {
    return isHeading(
      decodeZetaview(head)
        .trimStart()
        .split(/[\r\n]/)[0]!,
    )
      ? 1
      : 0;
  },
  read: zetaviewReader(readLines),
};

const isHeading = (line: string) => /^Use\tPosition\t.*\tX50 \(nm\)\t/.test(line);

function readLines(
  { lines, issues: opening }: OpenedZetaview,
  context: ReadContext,
): Result<PositionsMeasurement> {
  const start = lines.findIndex((line) => isHeading(line.text.trimStart()));
  const table = start < 0 ? null : readPositionRows(lines.slice(start));
  if (!table || table.rows.length === 0) return refused(zetaviewIssues.raise("zetaview-no-positions"));
  const { rows, summary } = table;

  const removals: InstrumentWarning[] = rows
    .filter((row) => row.removal !== "")
    .map((row) => ({
      capture: `position ${row.values.position}`,
      key: "Removal",
      words: row.removal,
      severity: "caution",
      line: row.line,
    }));
  const measurement: PositionsMeasurement = {
    kind: "positions",
    format: zetaviewPositions.id,
    instrument: { vendor: "Particle Metrix", model: "ZetaView", software: "" },
    settings: summary.map(({ name, values, line }) => ({ section: "Summary", key: name, values, line })),
    instrumentWarnings: removals,
    pack: zetaviewName(context.name).pack,
    sampleName: "",
    table: positionTable(rows),
    stated: statedMeans(summary),
  };
  const issues = [
    ...opening,
    ...table.issues,
    ...positionChecks(rows, summary, promisedPositions(context.name)),
  ];
  return accepted(
    measurement,
    listedIssues(issues).map((issue) => inFile(issue, context.name)),
  );
}

function positionTable(rows: readonly PositionRow[]) {
  const numbers = positionColumns.map(({ name, unit }) => ({
    name,
    unit,
    values: Float64Array.from(rows, (row) => row.values[name]),
  }));
  const use = { name: "use", unit: "1", values: Float64Array.from(rows, (row) => Number(row.used)) };
  const removal = { name: "removal", values: rows.map((row) => row.removal) };
  return { name: "positions", columns: [numbers[0]!, use, ...numbers.slice(1), removal] };
}

/**
 * What the `Mean` row states of the measurement. Its X50, peak and span are means of the positions' own values, not of
 * the whole distribution; they stay in the settings with the rows `St.Dev.` and `Rel.St.Dev.`.
 */
function statedMeans(summary: readonly SummaryRow[]): PositionsMeasurement["stated"] {
  const mean = summary.find((row) => row.name === "Mean");
  const stated: Partial<Record<StatedName, Stated>> = {};
  const names = ["concentration", "originalConcentration", "particlesPerFrame"] as const;
  for (const name of names satisfies readonly (StatedName & PositionColumn)[]) {
    const printed = mean?.printed[name] ?? "";
    const value = zetaviewNumber(printed);
    const { unit } = positionColumns.find((column) => column.name === name)!;
    if (!Number.isNaN(value)) stated[name] = { value, unit, printed, line: mean!.line };
  }
  return stated;
}
