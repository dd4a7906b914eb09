import type { EstimateDraft, Issue, Step } from "../../../kernel/index.ts";
import type { SampleCaptures } from "./captures.ts";
import type { Check } from "./checks.ts";
import type { DetectionLimit } from "./model.ts";

/** A sample with everything that was found of it; `key` is that of its summary step. */
export interface SampleAnswer {
  readonly sample: SampleCaptures;
  readonly key: string;
  readonly steps: readonly Step[];
  readonly checks: readonly Check[];
  readonly issues: readonly Issue[];
  readonly concentration: EstimateDraft | null;
  readonly d50: EstimateDraft | null;
  readonly limit: DetectionLimit | null;
}
