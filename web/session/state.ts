import type { FileDescription } from "@vesica/run/describe";
import type { Papers } from "@vesica/run/study";
import type { Issue, Text } from "vesica/kernel";
import type { Progress, ResultDocument } from "vesica/study";
import type { SourceFile } from "../sources/source.ts";
import type { StudyResult } from "./result.ts";
import { createStore, useStore } from "./store.ts";

/** Where a study is on its way from files to results. */
export type Stage = "none" | "looking" | "ready" | "running" | "done" | "refused";

/** Everything that the page knows of the study that is open. */
export interface SessionState {
  readonly stage: Stage;
  /** The folder's name; empty where files came by themselves. */
  readonly title: string;
  /** In this page's memory, in the browser's private files, or on the disk behind `vesica serve`. */
  readonly place: "memory" | "kept" | "served";
  readonly files: readonly SourceFile[];
  /** What each file is, by name, as far as it was looked at. */
  readonly found: ReadonlyMap<string, FileDescription>;
  readonly papers: Papers | null;
  /** What the files do not say and a person has to; of drafted papers. */
  readonly unknown: readonly Text[];
  /** Whether the papers are others than those in the folder. */
  readonly edited: boolean;
  readonly progress: Progress | null;
  readonly result: StudyResult | null;
  /** The results before the last change, to show old against new. */
  readonly before: ResultDocument | null;
  /** What is odd about the folder itself; told in the results too. */
  readonly oddities: readonly Issue[];
  /** Why the folder or its papers were refused, or what is odd about them. */
  readonly issues: readonly Issue[];
  /** A bug of ours that ended the work. */
  readonly fault: string | null;
}

export const noSession: SessionState = {
  stage: "none",
  title: "",
  place: "memory",
  files: [],
  found: new Map(),
  papers: null,
  unknown: [],
  edited: false,
  progress: null,
  result: null,
  before: null,
  oddities: [],
  issues: [],
  fault: null,
};

export const session = createStore(noSession);

export function useSession(): SessionState {
  return useStore(session);
}
