import { promises as fs } from "node:fs";
import { join } from "node:path";
import { folderIssues } from "@vesica/run/issues";
import { largestSheet, largestStudyFile, sheetFileName, studyFileName } from "@vesica/run/names";
import { readStudy, type Study } from "@vesica/run/study";
import type { Domain } from "vesica/kernel";
import { exitStatus, Stop } from "./exit.ts";
import { listStudy, sizeOfOwnFile } from "./files.ts";
import { sha256OfBytes } from "./hash.ts";
import { stopUnless } from "./stop-unless.ts";

/** A study folder that can be run. */
export interface StudyFolder extends Study {
  readonly root: string;
  /** Names of all files, those that `ignore` leaves out too. */
  readonly listing: readonly string[];
  /** The bytes of `study.yaml` and `samples.csv`. */
  readonly papers: readonly { readonly name: string; readonly sha256: string; readonly bytes: Uint8Array }[];
}

/** Reads what the study says of itself; stops with `study-missing`, `study-*`, `sheet-*` or `folder-empty`. */
export async function openStudy(
  root: string,
  shownAs: string,
  domains: readonly Domain[],
): Promise<StudyFolder> {
  const yaml = await readPaper(root, studyFileName, shownAs, largestStudyFile);
  const sheet = await readPaper(root, sheetFileName, shownAs, largestSheet);
  const { entries: all, issues } = await listStudy(root);
  const study = stopUnless(readStudy({ study: yaml, sheet }, all, domains));
  return {
    ...study,
    root,
    issues: [...study.issues, ...issues],
    listing: all.map(({ name }) => name),
    papers: [
      { name: studyFileName, sha256: sha256OfBytes(yaml), bytes: yaml },
      { name: sheetFileName, sha256: sha256OfBytes(sheet), bytes: sheet },
    ],
  };
}

async function readPaper(root: string, name: string, folder: string, most: number): Promise<Uint8Array> {
  const size = await sizeOfOwnFile(root, name).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
    throw new Stop(exitStatus.refused, folderIssues.raise("study-missing", { file: name, folder }));
  });
  if (size > most) {
    const issue = folderIssues.raise("study-too-large", { size, most }, { file: name });
    throw new Stop(exitStatus.refused, issue);
  }
  return fs.readFile(join(root, name));
}
