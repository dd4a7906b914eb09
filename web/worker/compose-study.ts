import { composeResults, type RunSummary } from "@vesica/run/compose";
import { drawFigures } from "@vesica/run/draw";
import { outcomeOf, type PackedOutcome } from "@vesica/run/packed";
import { domains } from "vesica/domains";
import { type Issue, languages, type StudyDesign } from "vesica/kernel";
import type { Drawings } from "vesica/report";
import type { ResultDocument } from "vesica/study";

export interface ComposeStudyInput {
  readonly outcomes: readonly PackedOutcome[];
  readonly design: StudyDesign;
  readonly issues: readonly Issue[];
  readonly version: string;
}

/** What a run gave. */
export interface StudyResult {
  readonly document: ResultDocument;
  readonly drawings: Drawings;
  readonly summary: RunSummary;
  /** The files of the results folder, the same bytes as the command writes. */
  readonly files: readonly { readonly path: string; readonly blob: Blob }[];
}

/** From what became of the files to the results. */
export async function composeStudy(input: ComposeStudyInput): Promise<StudyResult> {
  const { outcomes, design, issues, version } = input;
  const files = outcomes.map((packed) => ({ packed, outcome: outcomeOf(packed) }));
  const composed = await composeResults(
    domains,
    { files, design, version, issues, textOf: (piece) => piece },
    (figures) => drawFigures(figures, languages),
  );
  const { document, drawings, summary } = composed;
  const blobs = composed.files.map(({ path, pieces }) => ({ path, blob: new Blob([...pieces]) }));
  return { document, drawings, summary, files: blobs };
}
