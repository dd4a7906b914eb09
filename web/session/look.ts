import type { FileDescription } from "@vesica/run/describe";
import type { Progress } from "vesica/study";
import { doTask, mapTask } from "../engine/engine.ts";
import type { GivenFile } from "../sources/listing.ts";
import type { FoundPapers, SourceFile } from "../sources/source.ts";
import { session } from "./state.ts";

const none: FoundPapers = { study: null, sheet: null };

/**
 * Recognises the study's files, by the mappings of its papers where they have some, and tells how far it is; what each
 * is stands in the session.
 */
export async function lookAtFiles(
  signal?: AbortSignal,
  papers: FoundPapers = session.get().papers ?? none,
): Promise<readonly FileDescription[]> {
  const { files } = session.get();
  const tell = (progress: Progress) =>
    session.get().stage === "looking" ? session.set({ progress }) : undefined;
  const looked = await describeFiles(files, papers, signal, tell);
  if (session.get().files === files)
    session.set({ found: new Map(looked.map((each) => [each.source.name, each])) });
  return looked;
}

/** What each of these files is, by the mappings of the papers where they have some. */
export async function describeFiles(
  files: readonly SourceFile[],
  papers: FoundPapers,
  signal?: AbortSignal,
  progress: (progress: Progress) => void = () => {},
): Promise<readonly FileDescription[]> {
  const names = files.map(({ name }) => name);
  const by = { papers: { study: papers.study, sheet: null }, names };
  const mapped = papers.study ? (await doTask("files-by-papers", by, signal)).mapped : {};
  return mapTask(
    "describe-file",
    files.map(({ name, blob }) => ({ name, blob, mapping: mapped[name]?.mapping ?? null })),
    { ...(signal ? { signal } : {}), label: (input) => (input as GivenFile).name, progress },
  );
}
