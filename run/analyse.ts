import {
  type ColumnMapping,
  canonicalJson,
  type Domain,
  type Issue,
  type Json,
  type SheetRow,
  type StudyDesign,
} from "vesica/kernel";
import { analyseBytes, type FileOutcome, outcomeWithout, runIssues } from "vesica/study";
import { folderIssues } from "./issues.ts";
import type { Study } from "./study.ts";

/** Everything that decides one file's analysis, besides its bytes; crosses threads. */
export interface FileInput {
  readonly name: string;
  readonly size: number;
  readonly rows: readonly SheetRow[];
  /** Title and question empty: they are of the study and change no file. */
  readonly design: Omit<StudyDesign, "rows">;
  readonly mapping: ColumnMapping | null;
}

/** The input of each of the study's files. */
export function fileInputs(study: Study): FileInput[] {
  const { rows: _, ...design } = study.design;
  return study.entries.map(({ name, size }) => ({
    name,
    size,
    rows: study.rowsOf(name),
    design: { ...design, title: "", question: "" },
    mapping: study.mappingOf(name),
  }));
}

/** What decides a file's analysis besides its bytes and the program, as canonical JSON: a cache's key. */
export function analysisParts(domains: readonly Domain[], input: FileInput): string {
  const versions = domains.map(({ id, version, formats }) => [
    id,
    version,
    ...formats.map((f) => `${f.id} ${f.version}`),
  ]);
  const { name, rows, design, mapping } = input;
  return canonicalJson({ versions, name, rows, design, mapping } as unknown as Json);
}

/** The file's outcome where the sheet sets all of it aside; otherwise null. */
export function setAside(input: FileInput, sha256: string): FileOutcome | null {
  const { name, size, rows } = input;
  const all = rows.length > 0 && rows.every((row) => row.role === "ignore" && row.capture === undefined);
  return all ? outcomeWithout({ name, size, sha256, format: null, status: "ignored" }, []) : null;
}

/** The file's outcome, with `file-not-in-sheet` where the sheet does not name it. `sha256` is of the bytes. */
export async function analyseBlob(
  domains: readonly Domain[],
  blob: Blob,
  input: FileInput,
  sha256?: string,
): Promise<FileOutcome> {
  const { name, rows, design, mapping } = input;
  const known = { ...(mapping ? { mapping } : {}), ...(sha256 === undefined ? {} : { sha256 }) };
  const analysed = await analyseBytes(domains, blob, { name, rows, design, ...known });
  const unlisted = analysed.status === "read" && rows.length === 0 && !isReference(domains, analysed.format);
  const doubts = unlisted ? [runIssues.raise("file-not-in-sheet", {}, { file: name })] : [];
  return { ...analysed, issues: [...analysed.issues, ...doubts] };
}

/** The outcome of a file that could not be read: `file-unreadable` with the system's code, `changed` where it changed meanwhile. */
export function unreadableOutcome(
  { name, size }: Pick<FileInput, "name" | "size">,
  code: string,
): FileOutcome {
  const file = { name, size, sha256: "", format: null, status: "refused" } as const;
  return outcomeWithout(file, [unreadable(name, code)]);
}

export function unreadable(name: string, code: string): Issue {
  return folderIssues.raise("file-unreadable", { code }, { file: name });
}

function isReference(domains: readonly Domain[], id: string | null): boolean {
  return domains.some(({ formats }) => formats.some((format) => format.id === id && format.reference));
}
