import type { FileDescription } from "@vesica/run/describe";
import { mapTask } from "../engine/engine.ts";
import type { GivenFile } from "../sources/listing.ts";
import { session } from "./state.ts";

/** Recognises the study's files and tells how far it is; what each is stands in the session. */
export async function lookAtFiles(signal?: AbortSignal): Promise<readonly FileDescription[]> {
  const { files } = session.get();
  const looked = await mapTask(
    "describe-file",
    files.map(({ name, blob }) => ({ name, blob, mapping: null })),
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
