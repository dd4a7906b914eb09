import type { FileDescription } from "@vesica/run/describe";
import type { StudyEntry } from "@vesica/run/names";
import type { Issue } from "vesica/kernel";
import type { ResultDocument } from "vesica/study";
import type { FilesByPapers } from "../worker/files-by-papers.ts";

export type FileStatus = "read" | "refused" | "not recognised" | "ignored" | "waiting";

export const fileStatuses: readonly FileStatus[] = [
  "read",
  "refused",
  "not recognised",
  "ignored",
  "waiting",
];

/** A file of the study with everything that the page tells of it in a line. */
export interface FileRow {
  readonly name: string;
  readonly size: number;
  readonly format: string | null;
  /** 0 to 1. */
  readonly confidence: number;
  /** Whether it was looked at; its results may be there before. */
  readonly looked: boolean;
  /** Whether a person named the format. */
  readonly said: boolean;
  readonly status: FileStatus;
  readonly captures: number;
  readonly issues: readonly Issue[];
}

export interface KnownFiles {
  readonly files: readonly StudyEntry[];
  readonly found: ReadonlyMap<string, FileDescription>;
  readonly papers: FilesByPapers | null;
  readonly document: ResultDocument | null;
  /** Of the folder and its papers. */
  readonly issues: readonly Issue[];
}

/** What is known of each file: by recognition, and once it was analysed by its results. */
export function fileRows({ files, found, papers, document, issues }: KnownFiles): FileRow[] {
  const results = new Map(document?.files.map((file) => [file.name, file]));
  const told = byFile(document ? document.issues : issues);
  const setAside = setAsideBySheet(papers);
  return files.map(({ name, size }) => {
    const description = found.get(name);
    const result = results.get(name);
    const ignored = Object.hasOwn(papers?.ignored ?? {}, name) || setAside.has(name);
    const format = result?.format ?? description?.format ?? null;
    return {
      name,
      size,
      format,
      looked: description !== undefined,
      confidence: description?.confidence ?? 0,
      said: Object.hasOwn(papers?.mapped ?? {}, name),
      status: ignored ? "ignored" : (result?.status ?? description?.source.status ?? "waiting"),
      captures: description?.source.captures.length ?? 0,
      issues: ignored
        ? []
        : result
          ? (told.get(name) ?? [])
          : distinct([...(description?.issues ?? []), ...(told.get(name) ?? [])]),
    };
  });
}

/** Files all of whose rows have the role `ignore`. */
function setAsideBySheet(papers: FilesByPapers | null): ReadonlySet<string> {
  const aside = new Set<string>();
  const used = new Set<string>();
  for (const { file, role, capture } of papers?.rows ?? [])
    (role === "ignore" && capture === undefined ? aside : used).add(file);
  for (const name of used) aside.delete(name);
  return aside;
}

function byFile(issues: readonly Issue[]): ReadonlyMap<string, Issue[]> {
  const by = new Map<string, Issue[]>();
  for (const issue of issues) {
    if (issue.file === undefined) continue;
    const same = by.get(issue.file);
    if (same) same.push(issue);
    else by.set(issue.file, [issue]);
  }
  return by;
}

function distinct(issues: readonly Issue[]): Issue[] {
  return [
    ...new Map(
      issues.map((issue) => [JSON.stringify([issue.code, issue.place, issue.message.en]), issue]),
    ).values(),
  ];
}

export interface RowFilter {
  /** Words that all have to be in a file's name or its format's title. */
  readonly search: string;
  readonly status: FileStatus | "issues" | "";
  readonly room: string;
}

export const sortings = ["name", "size", "sureness"] as const;
export type Sorting = (typeof sortings)[number];

/** What the page knows of a format. */
export interface RowFormat {
  readonly title: string;
  readonly room: string;
}

/** The rows that fit `filter`; `formatOf` says what a format is called and whose it is. */
export function filteredRows(
  rows: readonly FileRow[],
  { search, status, room }: RowFilter,
  formatOf: (format: string) => RowFormat | undefined,
): FileRow[] {
  const words = folded(search).split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    if (status === "issues" ? row.issues.length === 0 : status !== "" && row.status !== status) return false;
    const format = row.format === null ? undefined : formatOf(row.format);
    if (room !== "" && format?.room !== room) return false;
    const said = folded(`${row.name} ${format?.title ?? row.format ?? ""}`);
    return words.every((word) => said.includes(word));
  });
}

/** Rows by name, by size or by how sure their format is; `down` for the largest first. */
export function sortedRows(rows: readonly FileRow[], by: Sorting, down: boolean): FileRow[] {
  const sign = down ? -1 : 1;
  const value = (row: FileRow) => (by === "size" ? row.size : row.confidence);
  const byName = (a: FileRow, b: FileRow) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
  return [...rows].sort((a, b) =>
    by === "name" ? sign * byName(a, b) : sign * (value(a) - value(b)) || byName(a, b),
  );
}

/** How many files there are of each status. */
export function statusCounts(rows: readonly FileRow[]): Readonly<Record<FileStatus, number>> {
  const counts = { read: 0, refused: 0, "not recognised": 0, ignored: 0, waiting: 0 };
  for (const { status } of rows) counts[status]++;
  return counts;
}

export type Sureness = "said" | "certain" | "likely" | "maybe" | "unknown" | "unlooked";

/** How sure a format is, as a word. */
export function surenessOf({ confidence, said, looked }: FileRow): Sureness {
  if (said) return "said";
  if (!looked) return "unlooked";
  if (confidence >= 1) return "certain";
  if (confidence >= 0.7) return "likely";
  return confidence > 0 ? "maybe" : "unknown";
}

const folded = (text: string) => text.normalize("NFKC").toLowerCase();
