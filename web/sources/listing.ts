import { folderIssues } from "@vesica/run/issues";
import {
  isLeftBehind,
  isOurs,
  isUnreadableName,
  largestSheet,
  largestStudyFile,
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
 * behind are no raw files. Refused with `folder-empty`, `folder-too-many-files`, `study-too-large` or `file-unreadable`.
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
  const blobOf = (name: string) => known.find((file) => file.name === name)?.blob;
  const study = await readPaper(studyFileName, blobOf(studyFileName), largestStudyFile);
  const sheet = await readPaper(sheetFileName, blobOf(sheetFileName), largestSheet);
  if (!("value" in study)) return study;
  if (!("value" in sheet)) return sheet;
  const papers = { study: study.value, sheet: sheet.value };
  return accepted({ title, files: sortedEntries(files), papers, issues });
}

/** A paper's bytes, null where there is none; refused with `study-too-large` or `file-unreadable`. */
async function readPaper(
  name: string,
  blob: Blob | undefined,
  most: number,
): Promise<Result<Uint8Array | null>> {
  if (!blob) return accepted(null);
  if (blob.size > most)
    return refused(folderIssues.raise("study-too-large", { size: blob.size, most }, { file: name }));
  try {
    return accepted(new Uint8Array(await blob.arrayBuffer()));
  } catch {
    return refused(folderIssues.raise("file-unreadable", { code: "changed" }, { file: name }));
  }
}
