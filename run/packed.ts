import { estimateLines } from "vesica/report";
import { estimatesText, type FileOutcome } from "vesica/study";

/** A file's outcome with its estimates as they will be written: what crosses threads. `P` stands for texts kept elsewhere. */
export interface PackedOutcome<P = never> {
  /** Without its estimates, as JSON: a text crosses threads for less than an object. */
  readonly outcome: string;
  /** The estimates as members of a canonical JSON array. */
  readonly json: string | P;
  /** The estimates as lines of `estimates.csv`. */
  readonly csv: string | P;
  readonly count: number;
}

export function packOutcome(outcome: FileOutcome): PackedOutcome {
  const { estimates } = outcome;
  return {
    outcome: JSON.stringify({ ...outcome, estimates: [] }),
    json: estimatesText(estimates),
    csv: estimateLines(estimates),
    count: estimates.length,
  };
}

/** The outcome without its estimates. */
export function outcomeOf({ outcome }: Pick<PackedOutcome, "outcome">): FileOutcome {
  return JSON.parse(outcome) as FileOutcome;
}
