import type { StudyEntry } from "@vesica/run/names";
import type { Issue } from "vesica/kernel";

/** A raw file with its bytes, which are read when they are asked for. */
export interface SourceFile extends StudyEntry {
  readonly blob: Blob;
}

/** The bytes of `study.yaml` and `samples.csv`; null where the folder has none. */
export interface FoundPapers {
  readonly study: Uint8Array | null;
  readonly sheet: Uint8Array | null;
}

/** What a folder holds. */
export interface Listing {
  /** The folder's name. */
  readonly title: string;
  /** Raw files by name. */
  readonly files: readonly SourceFile[];
  readonly papers: FoundPapers;
  readonly issues: readonly Issue[];
}
