import type { DomainResult, Json } from "../core/kernel/index.ts";

/** What rules look at, with the summary of a study and of its one file. */
export function failingResult(study: Json, file: Json): DomainResult {
  return {
    estimates: [],
    files: [{ file: "{file}", format: "", summary: file }],
    study: { steps: [], summary: study, issues: [] },
    design: { title: "", question: "", rows: [], parameters: {}, seed: 1 },
  };
}
