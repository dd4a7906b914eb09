import { largeDocument } from "vesica/report";
import type { ResultDocument } from "vesica/study";
import type { WrittenResult } from "./compose-study.ts";

/** A file of the results folder, and where it is served. */
export interface ResultAddress {
  readonly path: string;
  readonly address: string;
}

/** The results that a run on the server wrote: the document and the files as `composeStudy` and `writeResults` make them here. */
export async function readResults(
  results: readonly ResultAddress[],
): Promise<{ readonly document: ResultDocument; readonly files: readonly WrittenResult[] }> {
  const files = await Promise.all(
    results.map(async ({ path, address }) => ({ path, blob: await blobAt(address) })),
  );
  const result = files.find(({ path }) => path === "result.json");
  if (!result) throw new Error("the run wrote no result.json");
  const document = withoutFilesWhereLarge(JSON.parse(await result.blob.text()) as ResultDocument);
  return { document, files: inOrder(files) };
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
