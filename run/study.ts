import {
  accepted,
  type ColumnMapping,
  type Domain,
  type Issue,
  type Result,
  refused,
  type SheetRow,
  type StudyDesign,
} from "vesica/kernel";
import { mappingOf, parseSheet, pathMatches, studyDesign } from "vesica/study";
import { folderIssues } from "./issues.ts";
import { type StudyEntry, sheetFileName, studyFileName } from "./names.ts";
import { readStudyYaml } from "./study-yaml.ts";

/** What a study says of itself: the bytes of its two papers. */
export interface Papers {
  readonly study: Uint8Array;
  readonly sheet: Uint8Array;
}

/** A study that can be run. */
export interface Study<E extends StudyEntry = StudyEntry> {
  readonly design: StudyDesign;
  /** The raw files that `ignore` leaves. */
  readonly entries: readonly E[];
  readonly issues: readonly Issue[];
  rowsOf(name: string): readonly SheetRow[];
  mappingOf(name: string): ColumnMapping | null;
}

/** The study of `papers` over the raw files `all`; refused with `study-*`, `sheet-*` or `folder-empty`. */
export function readStudy<E extends StudyEntry>(
  papers: Papers,
  all: readonly E[],
  domains: readonly Domain[],
): Result<Study<E>> {
  const study = readStudyYaml(new TextDecoder().decode(papers.study), domains);
  if (!("value" in study)) return study;
  const { ignore } = study.value;
  const entries = all.filter(({ name }) => !ignore.some((pattern) => pathMatches(pattern, name)));
  const rows = parseSheet(papers.sheet, { name: sheetFileName, files: all.map(({ name }) => name) });
  if (!("value" in rows)) return rows;
  if (entries.length === 0) return refused(folderIssues.raise("folder-empty"));
  const design = studyDesign(study.value, rows.value, studyFileName);
  if (!("value" in design)) return design;
  const byFile = new Map<string, SheetRow[]>();
  for (const row of rows.value) {
    const same = byFile.get(row.file);
    if (same) same.push(row);
    else byFile.set(row.file, [row]);
  }
  return accepted({
    design: design.value,
    entries,
    issues: rows.warnings,
    rowsOf: (name) => byFile.get(name) ?? [],
    mappingOf: (name) => mappingOf(study.value, name),
  });
}
