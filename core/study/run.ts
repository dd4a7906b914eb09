import {
  type Domain,
  type FileAnalysis,
  type Format,
  type Issue,
  inFile,
  isRefused,
  type Measurement,
  type ReadContext,
  type SheetRow,
  type StudyDesign,
  sha256Hex,
} from "../kernel/index.ts";
import type { DocumentFile } from "./document.ts";
import { runIssues } from "./issues.ts";

/** Everything that decides how one file is analysed, besides its bytes. */
export interface FileTask {
  /** Name inside the study, with `/`. */
  readonly name: string;
  readonly rows: readonly SheetRow[];
  readonly design: Omit<StudyDesign, "rows">;
  readonly mapping?: ReadContext["mapping"];
}

/** What became of one file; plain JSON, since it is cached and crosses threads. */
export interface FileOutcome extends DocumentFile {
  readonly domain: string | null;
  readonly analysis: FileAnalysis | null;
  readonly issues: readonly Issue[];
}

export interface Recognised {
  readonly domain: Domain;
  readonly format: Format;
  readonly confidence: number;
  /** Another format that is as sure, or null. */
  readonly ambiguous: string | null;
}

const headBytes = 65_536;

/** Files beyond this are not held in memory. */
export const largestFile = 1_073_741_824;

/** The format that is surest of the file, with its domain; null where none is, `ambiguous` where two are as sure. */
export function recogniseFormat(
  domains: readonly Domain[],
  head: Uint8Array,
  name: string,
): Recognised | null {
  const candidates = domains
    .flatMap((domain) =>
      domain.formats.map((format) => ({ domain, format, confidence: format.sniff(head, name) })),
    )
    .filter(({ confidence }) => confidence > 0);
  const top = Math.max(0, ...candidates.map(({ confidence }) => confidence));
  const [best, rival] = candidates.filter(({ confidence }) => confidence === top);
  return best ? { ...best, ambiguous: rival?.format.id ?? null } : null;
}

/**
 * Reads and analyses one file of a study: recognises its format, reads it, and lets its domain analyse it.
 * Never throws for bad content: the outcome carries the issues.
 */
export async function analyseBytes(
  domains: readonly Domain[],
  blob: Blob,
  task: FileTask,
): Promise<FileOutcome> {
  if (blob.size > largestFile) return setAside(task, blob.size, "file-too-large");
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const base = { name: task.name, size: bytes.length, sha256: await sha256Hex(bytes) };
  if (bytes.length === 0) return { ...setAside(task, 0, "file-empty"), sha256: base.sha256 };
  const recognised = chooseFormat(domains, bytes.subarray(0, headBytes), task);
  if (recognised === null || "issue" in recognised) {
    const issue = recognised?.issue ?? runIssues.raise("file-not-recognised", {}, { file: task.name });
    const status = recognised === null ? "not recognised" : "refused";
    return { ...base, format: null, status, domain: null, analysis: null, issues: [issue] };
  }
  const { domain, format } = recognised;
  const known = { ...base, format: format.id, domain: domain.id };
  const context = task.mapping ? { name: task.name, mapping: task.mapping } : { name: task.name };
  const reading = await format.read(new Blob([bytes]), context);
  if (isRefused(reading)) {
    const issues = reading.issues.map((issue) => inFile(issue, task.name));
    return { ...known, status: "refused", analysis: null, issues };
  }
  const analysis = domain.analyseFile(reading.value, {
    file: task.name,
    rows: task.rows,
    design: task.design,
  });
  const issues = [...reading.warnings, ...analysis.issues].map((issue) => inFile(issue, task.name));
  return { ...known, status: "read", analysis: { ...analysis, issues: [] }, issues };
}

function setAside(task: FileTask, size: number, code: "file-too-large" | "file-empty"): FileOutcome {
  const issue = runIssues.raise(code, { size, limit: largestFile }, { file: task.name });
  const nothing = { format: null, status: "refused", domain: null, analysis: null } as const;
  return { name: task.name, size, sha256: "", ...nothing, issues: [issue] };
}

function chooseFormat(
  domains: readonly Domain[],
  head: Uint8Array,
  task: FileTask,
): { domain: Domain<Measurement>; format: Format } | { issue: Issue } | null {
  const named = task.mapping?.format;
  if (named !== undefined) {
    for (const domain of domains) {
      const format = domain.formats.find((candidate) => candidate.id === named);
      if (format) return { domain, format };
    }
    return {
      issue: runIssues.raise("mapping-format-unknown", { format: String(named) }, { file: task.name }),
    };
  }
  const recognised = recogniseFormat(domains, head, task.name);
  if (recognised?.ambiguous) {
    const parameters = { first: recognised.format.id, second: recognised.ambiguous };
    return { issue: runIssues.raise("file-format-ambiguous", parameters, { file: task.name }) };
  }
  return recognised;
}
