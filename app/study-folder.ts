import { promises as fs } from "node:fs";
import { join } from "node:path";
import type { ColumnMapping, Domain, Issue, SheetRow, StudyDesign } from "vesica/kernel";
import { mappingOf, parseSheet, pathMatches, studyDesign } from "vesica/study";
import { exitStatus, Stop } from "./exit.ts";
import { listStudy, type StudyEntry, sheetFileName, sizeOfOwnFile, studyFileName } from "./files.ts";
import { sha256OfBytes } from "./hash.ts";
import { appIssues } from "./issues.ts";
import { readStudyYaml } from "./study-yaml.ts";

const largestStudyFile = 262_144;
const largestSheet = 16_777_216;

/** A study folder that can be run. */
export interface StudyFolder {
  readonly root: string;
  readonly design: StudyDesign;
  readonly entries: readonly StudyEntry[];
  /** Names of all files, those that `ignore` leaves out too. */
  readonly listing: readonly string[];
  /** The bytes of `study.yaml` and `samples.csv`. */
  readonly papers: readonly { readonly name: string; readonly sha256: string; readonly bytes: Uint8Array }[];
  readonly issues: readonly Issue[];
  rowsOf(name: string): readonly SheetRow[];
  mappingOf(name: string): ColumnMapping | null;
}

/** Reads what the study says of itself; stops with `study-missing`, `study-*`, `sheet-*` or `folder-empty`. */
export async function openStudy(
  root: string,
  shownAs: string,
  domains: readonly Domain[],
): Promise<StudyFolder> {
  const yaml = await readPaper(root, studyFileName, shownAs, largestStudyFile);
  const sheet = await readPaper(root, sheetFileName, shownAs, largestSheet);
  const study = readStudyYaml(new TextDecoder().decode(yaml), domains);
  const { entries: all, issues } = await listStudy(root);
  const entries = all.filter(({ name }) => !study.ignore.some((pattern) => pathMatches(pattern, name)));
  const rows = parseSheet(sheet, { name: sheetFileName, files: all.map(({ name }) => name) });
  if (!("value" in rows)) throw new Stop(exitStatus.refused, ...rows.issues);
  if (entries.length === 0) throw new Stop(exitStatus.refused, ...issues, appIssues.raise("folder-empty"));
  const design = studyDesign(study, rows.value, studyFileName);
  if (!("value" in design)) throw new Stop(exitStatus.refused, ...design.issues);
  const byFile = new Map<string, SheetRow[]>();
  for (const row of rows.value) {
    const same = byFile.get(row.file);
    if (same) same.push(row);
    else byFile.set(row.file, [row]);
  }
  return {
    root,
    design: design.value,
    entries,
    listing: all.map(({ name }) => name),
    papers: [
      { name: studyFileName, sha256: sha256OfBytes(yaml), bytes: yaml },
      { name: sheetFileName, sha256: sha256OfBytes(sheet), bytes: sheet },
    ],
    issues: [...rows.warnings, ...issues],
    rowsOf: (name) => byFile.get(name) ?? [],
    mappingOf: (name) => mappingOf(study, name),
  };
}

async function readPaper(root: string, name: string, folder: string, most: number): Promise<Uint8Array> {
  const size = await sizeOfOwnFile(root, name).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
    throw new Stop(exitStatus.refused, appIssues.raise("study-missing", { file: name, folder }));
  });
  if (size > most) {
    const issue = appIssues.raise("study-too-large", { size, most }, { file: name });
    throw new Stop(exitStatus.refused, issue);
  }
  return fs.readFile(join(root, name));
}
