import type { Subject } from "./estimate.ts";
import type { Text } from "./text.ts";

export type FindingStatus = "met" | "not met" | "not reported" | "not applicable" | "doubtful";

/** A rule's answer about one subject. */
export interface Finding {
  /** The rule's stable id: `particles.low_count`. */
  readonly rule: string;
  readonly status: FindingStatus;
  /** `fail` makes the run end with status 1; `caution` and `note` do not. */
  readonly severity: "fail" | "caution" | "note";
  readonly subject: Subject;
  readonly message: Text;
  /** What to do about it; empty sentences where nothing is to be done. */
  readonly remedy: Text;
  /** The clause, standard or instrument line it comes from. */
  readonly clause: string;
  /** Keys (`estimateKey`) of the estimates it rests on. */
  readonly estimates: readonly string[];
}
