import type { RunSummary } from "@vesica/run/compose";
import { drawFigures } from "@vesica/run/draw";
import { languages } from "vesica/kernel";
import { largeDocument } from "vesica/report";
import type { ResultDocument } from "vesica/study";
import type { StudyResult } from "./compose-study.ts";

export interface ReadResultsInput {
  readonly summary: RunSummary;
  /** Paths of the results folder, and where each is served. */
  readonly files: readonly { readonly path: string; readonly address: string }[];
}

/** The results that a run on the server wrote: the same document, files and drawings as `composeStudy` makes here. */
export async function readResults({ summary, files }: ReadResultsInput): Promise<StudyResult> {
  const blobs = await Promise.all(
    files.map(async ({ path, address }) => ({ path, blob: await blobAt(address) })),
  );
  const result = blobs.find(({ path }) => path === "result.json");
  if (!result) throw new Error("the run wrote no result.json");
  const document = withoutFilesWhereLarge(JSON.parse(await result.blob.text()) as ResultDocument);
  const drawings = await drawFigures(document.figures, languages);
  return { document, drawings, summary, files: inOrder(blobs) };
}

async function blobAt(address: string): Promise<Blob> {
  const answer = await fetch(address);
  if (!answer.ok) throw new DOMException("the results were written again", "NotReadableError");
  return answer.blob();
}

/** A large document leaves out the estimates of files, as where it is composed. */
export function withoutFilesWhereLarge(document: ResultDocument): ResultDocument {
  if (document.estimates.length <= largeDocument) return document;
  const estimates = document.estimates.filter(
    ({ subject: { level } }) => level !== "file" && level !== "capture",
  );
  return { ...document, estimates };
}

/** The document, the report, then the tables: as a run writes them. */
function inOrder<F extends { readonly path: string }>(files: readonly F[]): F[] {
  const rank = ({ path }: F) => ["result.json", "report.html"].indexOf(path) >>> 0;
  return [...files].sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1));
}
