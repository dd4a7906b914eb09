import type { Estimate, Evidence, Issue, Json } from "../kernel/index.ts";
import type { DocumentFile } from "./document.ts";

/** What became of one file of a study; plain JSON, since it is cached and crosses threads. */
export interface FileOutcome extends DocumentFile {
  readonly domain: string | null;
  /** What the domain's study analysis needs of the file; null where there is nothing. */
  readonly summary: Json;
  readonly estimates: readonly Estimate[];
  readonly evidence: readonly Evidence[];
  /** Evidence of the file, `file`, and of each step of its analysis by its key. */
  readonly steps: Readonly<Record<string, string>>;
  readonly issues: readonly Issue[];
}

/** The outcome of a file that gave no numbers. */
export function outcomeWithout(
  file: DocumentFile,
  issues: readonly Issue[],
  domain: string | null = null,
): FileOutcome {
  return { ...file, domain, summary: null, estimates: [], evidence: [], steps: {}, issues };
}
