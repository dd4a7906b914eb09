import type { FilesEdit } from "@vesica/run/study-yaml-imports";
import type { Issue } from "vesica/kernel";
import { pathMatches } from "vesica/study";
import { doTask, mapTask } from "../engine/engine.ts";
import { analyseSession } from "./analyse.ts";
import { session } from "./state.ts";

/**
 * Writes a person's word on files into study.yaml, looks again at the files whose mapping changed, and analyses again
 * where there are results. Gives the issues that refused the edit, none where it was made.
 */
export async function editFiles(edit: FilesEdit): Promise<readonly Issue[]> {
  const { papers, files } = session.get();
  if (!papers) return [];
  const edited = await doTask("edit-study-files", { study: papers.study, edit });
  if (!("value" in edited)) return edited.issues;
  const now = session.get();
  if (now.papers !== papers || now.files !== files) return now.papers ? editFiles(edit) : [];
  const changed = { ...papers, study: edited.value };
  session.set({ papers: changed, edited: true });
  const match = edit.kind === "map" ? edit.entry.match : edit.kind === "unmap" ? edit.match : null;
  if (match !== null) await lookAgain(match);
  if (session.get().result) await analyseSession();
  return [];
}

/** Describes the files that fit `match` again, as the papers now say. */
async function lookAgain(match: string): Promise<void> {
  const { papers, files } = session.get();
  if (!papers) return;
  const fitting = files.filter(({ name }) => pathMatches(match, name));
  const { mapped } = await doTask("files-by-papers", { papers, names: fitting.map(({ name }) => name) });
  const looked = await mapTask(
    "describe-file",
    fitting.map(({ name, blob }) => ({ name, blob, mapping: mapped[name]?.mapping ?? null })),
  );
  if (session.get().files !== files) return;
  const found = new Map(session.get().found);
  for (const each of looked) found.set(each.source.name, each);
  session.set({ found });
}
