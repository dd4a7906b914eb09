import type { Issue, SheetRow } from "../kernel/index.ts";
import { globMatches, globsOverlap } from "./glob.ts";
import { placeOfName } from "./names.ts";
import { sheetIssues } from "./sheet-issues.ts";

/** What rows say against each other: captures given twice, one sample with two donors, names that are nearly the same. */
export function checkSheet(rows: readonly SheetRow[], file: string): readonly Issue[] {
  return [...capturesGivenTwice(rows, file), ...samplesAlike(rows, file), ...samplesInConflict(rows, file)];
}

/** Every pattern is held against every other one of its file. */
const mostPatterns = 200;
const mostPairs = 2_000_000;

function meets(a: string, b: string): boolean {
  if (!b.includes("*")) return globMatches(a, b);
  return a.includes("*") ? globsOverlap(a, b) : globMatches(b, a);
}

function capturesGivenTwice(rows: readonly SheetRow[], file: string): Issue[] {
  const issues: Issue[] = [];
  const byFile = new Map<string, { readonly names: Map<string, SheetRow>; readonly patterns: SheetRow[] }>();
  for (const row of rows) {
    const before = byFile.get(row.file) ?? { names: new Map<string, SheetRow>(), patterns: [] as SheetRow[] };
    byFile.set(row.file, before);
    const capture = row.capture ?? "*";
    const overlapping = (earlier: SheetRow) =>
      !isSetAside(earlier, row) && !isSetAside(row, earlier) && meets(earlier.capture ?? "*", capture);
    const wild = capture.includes("*");
    const other =
      before.patterns.find(overlapping) ??
      (wild ? [...before.names.values()].find(overlapping) : before.names.get(capture));
    if (other) {
      const where = { file, place: { line: row.line } };
      issues.push(sheetIssues.raise("sheet-file-twice", { file: row.file, other: other.line }, where));
    } else if (
      wild &&
      (before.patterns.length >= mostPatterns || before.patterns.length * before.names.size > mostPairs)
    ) {
      const where = { file, place: { line: row.line } };
      return [
        ...issues,
        sheetIssues.raise("sheet-many-patterns", { file: row.file, most: mostPatterns }, where),
      ];
    } else if (wild) before.patterns.push(row);
    else before.names.set(capture, row);
  }
  return issues;
}

/** Captures of a file that is otherwise used as a whole. */
function isSetAside(captures: SheetRow, whole: SheetRow): boolean {
  return captures.role === "ignore" && captures.capture !== undefined && whole.capture === undefined;
}

function samplesAlike(rows: readonly SheetRow[], file: string): Issue[] {
  const issues: Issue[] = [];
  const places = new Map<string, SheetRow>();
  const told = new Set<string>();
  for (const row of rows) {
    if (row.sample === "") continue;
    const place = placeOfName(row.sample);
    const first = places.get(place);
    if (!first) places.set(place, row);
    else if (first.sample !== row.sample && !told.has(row.sample)) {
      told.add(row.sample);
      const parameters = { first: first.sample, second: row.sample, other: first.line };
      issues.push(
        sheetIssues.raise("sheet-sample-names-alike", parameters, { file, place: { line: row.line } }),
      );
    }
  }
  return issues;
}

function samplesInConflict(rows: readonly SheetRow[], file: string): Issue[] {
  const issues: Issue[] = [];
  for (const column of ["role", "donor", "condition"] as const) {
    const stated = new Map<string, SheetRow>();
    const used = rows.filter((row) => row.role !== "ignore");
    for (const row of used)
      if (row[column] !== undefined && !stated.has(row.sample)) stated.set(row.sample, row);
    for (const row of used) {
      const first = stated.get(row.sample);
      if (!first || first[column] === row[column]) continue;
      const parameters = { sample: row.sample, column, first: first[column]!, other: first.line };
      const where = { file, place: { line: row.line } };
      issues.push(
        row[column] === undefined
          ? sheetIssues.raise("sheet-sample-incomplete", parameters, where)
          : sheetIssues.raise("sheet-sample-conflict", { ...parameters, second: row[column] }, where),
      );
    }
  }
  return issues;
}
