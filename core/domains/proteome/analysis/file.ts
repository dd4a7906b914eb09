import {
  draft,
  type EstimateDraft,
  type FileAnalysis,
  type FileContext,
  readStep,
} from "../../../kernel/index.ts";
import type { ProteomeMeasurement, Quantities } from "../measurement.ts";
import { contentSummary } from "./summary.ts";

/** What this room makes of one file: how many rows it has, and which were not taken over and why. */
export function analyseFile(measurement: ProteomeMeasurement, context: FileContext): FileAnalysis {
  const { content, format } = measurement;
  const estimates = content.kind === "quantities" ? rowCounts(content, context.file) : [];
  return {
    file: context.file,
    format,
    steps: [readStep(format, estimates)],
    summary: contentSummary(content),
    issues: [],
  };
}

function rowCounts({ runs, matrices, leftOut }: Quantities, file: string): EstimateDraft[] {
  const subject = { level: "file", file } as const;
  const counted = { basis: "derived" } as const;
  return [
    draft("proteome.runs", subject, runs.length, "1", counted),
    ...matrices.map(({ level, features }) =>
      draft("proteome.rows", subject, features.length, "1", { ...counted, qualifiers: { rows: level } }),
    ),
    ...leftOut.map(({ reason, count }) =>
      draft("proteome.rowsLeftOut", subject, count, "1", { ...counted, qualifiers: { reason } }),
    ),
  ];
}
