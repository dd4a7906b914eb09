import type { Issue, Json } from "vesica/kernel";
import { doTask } from "../engine/engine.ts";
import { analyseSession } from "../session/analyse.ts";
import { session } from "../session/state.ts";

const pause = 500;
let waiting: ReturnType<typeof setTimeout> | undefined;
let last: Promise<unknown> = Promise.resolve();

/** Analyses the study again a moment after its last change, where it was analysed before. */
function analyseSoon(): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    if (session.get().result) void analyseSession();
  }, pause);
}

/** Puts other bytes of study.yaml into the study. */
export function replaceStudy(study: Uint8Array): void {
  const { papers } = session.get();
  if (!papers) return;
  session.set({ papers: { ...papers, study }, edited: true });
  analyseSoon();
}

/**
 * Writes values into study.yaml, one after the other, and analyses again. Gives the issues of what the study may not
 * hold; then study.yaml is as it was.
 */
export function editStudy(
  changes: readonly { readonly path: readonly string[]; readonly value: Json | undefined }[],
): Promise<readonly Issue[]> {
  const edit = last.then(() => writeAll(changes));
  last = edit.catch(() => {});
  return edit;
}

async function writeAll(changes: Parameters<typeof editStudy>[0]): Promise<readonly Issue[]> {
  const before = session.get().papers?.study;
  if (!before) return [];
  let study = before;
  for (const change of changes) {
    const changed = await doTask("set-parameter", { study, ...change });
    if (!("value" in changed)) return changed.issues;
    study = changed.value;
  }
  const isStillThere = session.get().papers?.study === before;
  if (isStillThere) replaceStudy(study);
  return isStillThere ? [] : writeAll(changes);
}
