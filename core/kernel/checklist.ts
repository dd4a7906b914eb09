import type { Text } from "./text.ts";

/** `met` says that the item is reported, not that what is reported is good. */
export type ChecklistStatus = "met" | "not reported" | "not applicable" | "doubtful";

export interface ChecklistItem {
  /** Its number in the checklist: `4.1`. */
  readonly item: string;
  readonly category: Text;
  readonly title: Text;
  /** What a person is asked to write down. */
  readonly asks: Text;
  readonly applicable: boolean;
  readonly status: ChecklistStatus;
  /** Empty sentences where nothing is known: it stays visibly blank. */
  readonly value: Text;
  /** Files, `samples.csv`, `study.yaml`; empty where the analysis itself gave the value. */
  readonly evidence: readonly string[];
  readonly comment: Text;
}

/** A reporting checklist of the field, filled in as far as files, sheet and analysis know; items of one category stand together. */
export interface Checklist {
  readonly id: string;
  readonly title: Text;
  /** Where it was published, with DOI. */
  readonly source: string;
  /** What a reader must know of the items' wording; empty sentences for nothing. */
  readonly note: Text;
  readonly items: readonly ChecklistItem[];
}
