import type { EstimateDraft, Issue, Step } from "../../../kernel/index.ts";
import { analysisIssues } from "./issues.ts";

/** The steps without numbers that no document can hold (NaN, infinities); each id that lost one is told. */
export function finiteSteps(steps: readonly Step[]): {
  readonly steps: readonly Step[];
  readonly issues: readonly Issue[];
} {
  const lost = new Set<string>();
  const finite = ({ id, value, interval }: EstimateDraft) =>
    (Number.isFinite(value) && (interval === null || Number.isFinite(interval.lower + interval.upper))) ||
    !lost.add(id);
  const kept = steps.map((step) =>
    step.estimates.every(finite) ? step : { ...step, estimates: step.estimates.filter(finite) },
  );
  const issues = [...lost].map((id) => analysisIssues.raise("particles-number-not-finite", { id }));
  return { steps: kept, issues };
}
