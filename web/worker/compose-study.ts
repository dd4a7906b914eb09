import { type ComposeInput, composeDocument, type RunSummary, resultFiles } from "@vesica/run/compose";
import { drawFigure, drawingEngine } from "@vesica/run/draw";
import { outcomeOf, type PackedOutcome } from "@vesica/run/packed";
import { domains } from "vesica/domains";
import type { Figure, Issue, Language, StudyDesign } from "vesica/kernel";
import type { Drawings } from "vesica/report";
import type { ResultDocument } from "vesica/study";

export interface ComposeStudyInput {
  readonly outcomes: readonly PackedOutcome[];
  readonly design: StudyDesign;
  readonly issues: readonly Issue[];
  readonly version: string;
}

/** What a run gave, before anything is drawn. */
export interface ComposedStudy {
  readonly document: ResultDocument;
  readonly summary: RunSummary;
}

/** From what became of the files to the document. */
export async function composeStudy(input: ComposeStudyInput): Promise<ComposedStudy> {
  const { document, summary } = composeDocument(domains, composeInput(input));
  return { document, summary };
}

function composeInput({ outcomes, ...rest }: ComposeStudyInput): ComposeInput {
  const files = outcomes.map((packed) => ({ packed, outcome: outcomeOf(packed) }));
  return { ...rest, files, textOf: (piece) => piece };
}

/** A file of the results folder. */
export interface WrittenResult {
  readonly path: string;
  readonly blob: Blob;
}

/** The files of the results folder, the same bytes as the command writes. */
export async function writeResults(
  input: ComposeStudyInput & { readonly drawings: Drawings },
): Promise<readonly WrittenResult[]> {
  const composed = composeDocument(domains, composeInput(input));
  const files = await resultFiles(composed, Promise.resolve(input.drawings));
  return files.map(({ path, pieces }) => ({ path, blob: new Blob([...pieces]) }));
}

/** One figure in one language as SVG text. */
export function drawOne({ figure, language }: { figure: Figure; language: Language }): Promise<string> {
  return drawFigure(figure, language);
}

/** Loads what draws, ahead of need. */
export async function loadDrawing(_: null): Promise<void> {
  await drawingEngine();
}
