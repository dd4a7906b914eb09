import type { FileAnalysis, FileContext } from "../../../kernel/index.ts";
import type { CytometryMeasurement } from "../measurement.ts";

/** What this room makes of one file. */
export function analyseFile(measurement: CytometryMeasurement, context: FileContext): FileAnalysis {
  return { file: context.file, format: measurement.format, steps: [], summary: null, issues: [] };
}
