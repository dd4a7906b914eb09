import type { RunSummary } from "@vesica/run/compose";
import type { Drawings } from "vesica/report";
import type { ResultDocument } from "vesica/study";
import type { WrittenResult } from "../worker/compose-study.ts";

/** What a run gave; figures and files come a moment after the document. */
export interface StudyResult {
  readonly document: ResultDocument;
  readonly summary: RunSummary;
  /** Null until every figure is drawn. */
  readonly drawings: Drawings | null;
  /** The files of the results folder; null until they are written. */
  readonly files: readonly WrittenResult[] | null;
}
