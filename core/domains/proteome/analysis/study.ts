import type { StudyAnalysis } from "../../../kernel/index.ts";

/** What this room makes of all files of a study. */
export function analyseStudy(): StudyAnalysis {
  return { steps: [], summary: null, issues: [] };
}
