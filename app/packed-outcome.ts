import { estimateLines } from "vesica/report";
import { estimatesText, type FileOutcome } from "vesica/study";

/** A file's outcome with its estimates as they will be written: what crosses threads and is cached. */
export interface PackedOutcome {
  /** Without its estimates. */
  readonly outcome: FileOutcome;
  /** The estimates as members of a canonical JSON array. */
  readonly json: string;
  /** The estimates as lines of `estimates.csv`. */
  readonly csv: string;
  readonly count: number;
}

export function packOutcome(outcome: FileOutcome): PackedOutcome {
  const { estimates } = outcome;
  return {
    outcome: { ...outcome, estimates: [] },
    json: estimatesText(estimates),
    csv: estimateLines(estimates),
    count: estimates.length,
  };
}

/** The whole outcome again. */
export function unpackOutcome({ outcome, json }: PackedOutcome): FileOutcome {
  return { ...outcome, estimates: JSON.parse(`[${json}]`) as FileOutcome["estimates"] };
}

/** One text for the cache. */
export function packText(packed: PackedOutcome): string {
  return JSON.stringify(packed);
}

export function unpackText(text: string): PackedOutcome {
  return JSON.parse(text) as PackedOutcome;
}
