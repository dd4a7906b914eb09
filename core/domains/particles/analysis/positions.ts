import {
  type FileAnalysis,
  type FileContext,
  type Json,
  type NumberColumn,
  readStep,
  sampleOfFile,
  type Table,
  type TextColumn,
} from "../../../kernel/index.ts";
import type { PositionsMeasurement } from "../measurement.ts";
import { finiteStated, statedEstimates, warningSummaries } from "./stated.ts";
import { finiteOrNull, type PositionsSummary } from "./summary.ts";

/** The positions of one cell: what the instrument states, and the map for the figure. */
export function analysePositions(measurement: PositionsMeasurement, context: FileContext): FileAnalysis {
  const sample = (sampleOfFile(context) ?? measurement.sampleName) || context.file;
  const number = (name: string) => numbersOf(measurement.table, name);
  const removal = textsOf(measurement.table, "removal");
  const [position, use, concentration, traces, x50, drift] = [
    number("position"),
    number("use"),
    number("concentration"),
    number("traces"),
    number("x50"),
    number("drift"),
  ];
  const summary: PositionsSummary = {
    kind: "positions",
    pack: measurement.pack,
    sample,
    instrumentWarnings: warningSummaries(measurement.instrumentWarnings),
    positions: [...position].map((at, i) => ({
      position: finiteOrNull(at) ?? i + 1,
      used: use[i] === 1,
      concentration: finiteOrNull(concentration[i]),
      traces: finiteOrNull(traces[i]),
      x50: finiteOrNull(x50[i]),
      drift: finiteOrNull(drift[i]),
      removal: removal[i] ?? "",
    })),
  };
  const subject = { level: "file", file: context.file, sample } as const;
  const used = [...use].filter((flag) => flag === 1).length;
  return {
    file: context.file,
    format: measurement.format,
    steps: [readStep(measurement.format, statedEstimates(finiteStated(measurement.stated), subject, used))],
    summary: summary as unknown as Json,
    issues: [],
  };
}

/** A table's numeric column by name; an empty column where the table has none. */
export function numbersOf(table: Table, name: string): Float64Array {
  const column = table.columns.find(
    (candidate): candidate is NumberColumn => candidate.name === name && "unit" in candidate,
  );
  return column?.values ?? new Float64Array(0);
}

function textsOf(table: Table, name: string): readonly string[] {
  const column = table.columns.find(
    (candidate): candidate is TextColumn => candidate.name === name && !("unit" in candidate),
  );
  return column?.values ?? [];
}
