import type { Issue, Step } from "../../../kernel/index.ts";
import type { SampleSets } from "./placed.ts";
import type { MarkerAnswer } from "./positives.ts";
import type { SampleChecks } from "./sample-checks.ts";

/** Everything that the study analysis makes of one sample. */
export interface SampleAnswer {
  readonly sample: SampleSets;
  /** Concentration of the original sample, in {particles}/mL; null where it is not known. */
  readonly original: number | null;
  /** Only an upper limit of that concentration is known. */
  readonly limited: boolean;
  readonly markers: readonly MarkerAnswer[];
  readonly checks: SampleChecks;
  readonly steps: readonly Step[];
  readonly issues: readonly Issue[];
}
