import { analyseBlob, type FileInput, setAside, unreadableOutcome } from "@vesica/run/analyse";
import { type PackedOutcome, packOutcome } from "@vesica/run/packed";
import { domains } from "vesica/domains";
import { sha256OfBlob } from "vesica/kernel";

export interface AnalyseBlobInput {
  readonly blob: Blob;
  readonly input: FileInput;
}

/** Analyses one file of the study; one that cannot be read, or changed meanwhile, gives `file-unreadable`. */
export async function analyseFile({ blob, input }: AnalyseBlobInput): Promise<PackedOutcome> {
  try {
    const sha256 = await sha256OfBlob(blob);
    return packOutcome(setAside(input, sha256) ?? (await analyseBlob(domains, blob, input, sha256)));
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return packOutcome(unreadableOutcome(input, "changed"));
  }
}

/** Whether the system refused a file's bytes: gone, locked, or another since it was chosen. */
export function isUnreadable(error: unknown): boolean {
  const name = error instanceof Error || error instanceof DOMException ? error.name : "";
  return ["NotReadableError", "NotFoundError", "SecurityError", "AbortError"].includes(name);
}
