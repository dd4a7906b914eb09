import type { Issue } from "vesica/kernel";
import type { Progress } from "vesica/study";
import type { RunSummary } from "./compose.ts";
import type { StudyEntry } from "./names.ts";
import type { Papers } from "./study.ts";

/** A raw file of a served folder as it is now. */
export interface ServedEntry extends StudyEntry {
  /** Another one when the file was written again. */
  readonly stamp: string;
}

/** What the folder holds at one moment, its papers as `P`. */
export interface ServedSnapshot<P> {
  readonly title: string;
  /** Another one when anything below is. */
  readonly stamp: string;
  readonly entries: readonly ServedEntry[];
  readonly papers: Readonly<Record<keyof Papers, P | null>>;
  readonly issues: readonly Issue[];
  /** Whether there are results of an earlier run. */
  readonly ran: boolean;
}

/** A paper as it crosses: its bytes in base64. */
export interface SentPaper {
  readonly bytes: string;
  readonly sha256: string;
}

/** A file of the results as it lies in the folder. */
export interface ServedResult {
  readonly path: string;
  readonly size: number;
  readonly stamp: string;
}

/** One line of what a run tells: how far it is; at the end what it gave, or why it gave nothing. */
export type RunLine =
  | { readonly progress: Progress }
  | {
      readonly summary: RunSummary;
      readonly unchanged: boolean;
      readonly results: readonly ServedResult[];
    }
  | { readonly issues: readonly Issue[] }
  | { readonly fault: string };
