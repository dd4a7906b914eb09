import { finiteSteps as finite, type Issue, type Step } from "../../../kernel/index.ts";
import { analysisIssues } from "./issues.ts";

/** The steps without numbers that no document can hold; issue `particles-number-not-finite` for each id that lost one. */
export function finiteSteps(steps: readonly Step[]): {
  readonly steps: readonly Step[];
  readonly issues: readonly Issue[];
} {
  return finite(steps, (id) => analysisIssues.raise("particles-number-not-finite", { id }));
}
