import type { FileAnalysis, FileContext } from "../../../kernel/index.ts";
import type { ProteomeMeasurement } from "../measurement.ts";

/** What this room makes of one file. */
export function analyseFile(measurement: ProteomeMeasurement, context: FileContext): FileAnalysis {
  return { file: context.file, format: measurement.format, steps: [], summary: null, issues: [] };
}
