import type { DomainResult, Finding } from "../../../kernel/index.ts";
import type { ProteomeStudySummary } from "../analysis/study-summary.ts";
import { designFindings } from "./design.ts";
import { preparationFindings } from "./preparation.ts";

/** Findings of the proteome room. */
export function proteomeRules(result: DomainResult): readonly Finding[] {
  const summary = result.study.summary as unknown as ProteomeStudySummary;
  return [...designFindings(summary), ...preparationFindings(summary)];
}
