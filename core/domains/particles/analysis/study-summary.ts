import type { Json, StudyAnalysis } from "../../../kernel/index.ts";
import type { Check } from "./checks.ts";
import type { DetectionLimit } from "./model.ts";

export interface SampleSummary {
  readonly name: string;
  /** Named where the sample was measured on several. */
  readonly instrument: string | null;
  readonly role: string;
  /** In nm; of the study, the file, or the literature. */
  readonly detectionLimit: DetectionLimit | null;
  readonly checks: readonly Check[];
}

/** What rules need of the whole study. */
export interface StudySummary {
  readonly samples: readonly SampleSummary[];
}

/** The summary of this domain's study analysis. */
export function studySummary(study: StudyAnalysis): StudySummary {
  return study.summary as unknown as StudySummary;
}

/** A study summary as JSON. */
export function asJson(summary: StudySummary): Json {
  return summary as unknown as Json;
}
