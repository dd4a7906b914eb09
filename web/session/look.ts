import type { FileDescription } from "@vesica/run/describe";
import { doTask, mapTask } from "../engine/engine.ts";
import type { GivenFile } from "../sources/listing.ts";
import type { FoundPapers } from "../sources/source.ts";
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
  const names = files.map(({ name }) => name);
  const mapped = papers.study
    ? (await doTask("files-by-papers", { papers: { study: papers.study, sheet: null }, names }, signal))
        .mapped
    : {};
  const looked = await mapTask(
    "describe-file",
    files.map(({ name, blob }) => ({ name, blob, mapping: mapped[name]?.mapping ?? null })),
    {
      ...(signal ? { signal } : {}),
      label: (input) => (input as GivenFile).name,
      progress: (progress) => (session.get().stage === "looking" ? session.set({ progress }) : undefined),
    },
  );
  if (session.get().files === files)
    session.set({ found: new Map(looked.map((each) => [each.source.name, each])) });
  return looked;
}
