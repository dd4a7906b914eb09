import { folderIssues } from "@vesica/run/issues";
import {
  isLeftBehind,
  isOurs,
  isUnreadableName,
  mostFiles,
  sheetFileName,
  sortedEntries,
  studyFileName,
} from "@vesica/run/names";
import { accepted, type Issue, type Result, refused } from "vesica/kernel";
import type { Listing } from "./source.ts";

/** A file as the browser gives it, its path inside the chosen folder with `/`. */
export interface GivenFile {
  readonly name: string;
  readonly blob: Blob;
}

/**
 * The listing of files that a person gave, by the rules of the command: hidden files, results and what offices leave
 * behind are no raw files. Refused with `folder-empty` or `folder-too-many-files`.
 */
export async function listingOf(title: string, given: readonly GivenFile[]): Promise<Result<Listing>> {
  const issues: Issue[] = [];
  const known = given.filter(({ name }) => !name.split("/").some(isLeftBehind));
  const raw = known.filter(({ name }) => !isOurs(name));
  if (raw.length > mostFiles)
    return refused(folderIssues.raise("folder-too-many-files", { most: mostFiles }));
  if (raw.length === 0) return refused(folderIssues.raise("folder-empty"));
  const files = raw.flatMap(({ name, blob }) => {
    if (!isUnreadableName(name)) return [{ name, size: blob.size, blob }];
    issues.push(folderIssues.raise("file-name-unreadable", {}, { file: name.toWellFormed() }));
    return [];
  });
  const paper = async (name: string) => {
    const blob = known.find((file) => file.name === name)?.blob;
    return blob ? new Uint8Array(await blob.arrayBuffer()) : null;
  };
  const papers = { study: await paper(studyFileName), sheet: await paper(sheetFileName) };
  return accepted({ title, files: sortedEntries(files), papers, issues });
}
