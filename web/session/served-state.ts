import type { Papers } from "@vesica/run/study";
import type { DiskPapers } from "../sources/served.ts";
import type { FolderChanges } from "./served-changes.ts";
import { createStore, useStore } from "./store.ts";

/** What the page knows of the folder behind `vesica serve`, besides the study itself. */
export interface ServedState {
  /** `none`: nothing was asked yet. `lost`: nobody answers. `key`: the page was opened without its key. */
  readonly link: "none" | "open" | "lost" | "key";
  /** The folder's name. */
  readonly title: string;
  /** Stamp of the folder as the page has it. */
  readonly stamp: string;
  /** The papers that the page's own were taken from. */
  readonly base: DiskPapers;
  /** The disk's papers where they and the page's were both changed; null for no conflict. */
  readonly theirs: DiskPapers | null;
  /** The papers that a person decided against; they can be put back. */
  readonly aside: Papers | null;
  readonly saving: boolean;
  /** What changed on disk last, and whether the study was analysed again since. */
  readonly told: { readonly changes: FolderChanges; readonly analysed: boolean } | null;
}

export const noServed: ServedState = {
  link: "none",
  title: "",
  stamp: "",
  base: { study: null, sheet: null },
  theirs: null,
  aside: null,
  saving: false,
  told: null,
};

export const served = createStore(noServed);

export function useServed(): ServedState {
  return useStore(served);
}
