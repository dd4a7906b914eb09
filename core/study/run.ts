import {
  type Domain,
  type Format,
  type Issue,
  inFile,
  isRefused,
  type Measurement,
  MemoryBlob,
  type ReadContext,
  type SheetRow,
  type StudyDesign,
  sha256OfBlob,
} from "../kernel/index.ts";
import { EvidenceGraph } from "./evidence-graph.ts";
import { runIssues } from "./issues.ts";
import { type FileOutcome, outcomeWithout } from "./outcome.ts";

/** Everything that decides how one file is analysed, besides its bytes. */
export interface FileTask {
  /** Name inside the study, with `/`. */
  readonly name: string;
  readonly rows: readonly SheetRow[];
  readonly design: Omit<StudyDesign, "rows">;
  readonly mapping?: ReadContext["mapping"];
  /** Of the bytes, where it is known already. */
  readonly sha256?: string;
}

export interface Recognised {
  readonly domain: Domain;
  readonly format: Format;
  readonly confidence: number;
  /** Another format that is as sure, or null. */
  readonly ambiguous: string | null;
}

const headBytes = 65_536;

/** Files beyond this are not held in memory, and so not read unless their format streams. */
export const largestFile = 1_073_741_824;

/** The format that is surest of the file, with its domain; null where none is. One that is certain ends the search. */
export function recogniseFormat(
  domains: readonly Domain[],
  head: Uint8Array,
  name: string,
): Recognised | null {
  let best: Omit<Recognised, "ambiguous"> | null = null;
  let ambiguous: string | null = null;
  for (const domain of domains) {
    for (const format of domain.formats) {
      const confidence = format.sniff(head, name);
      if (confidence >= 1) return { domain, format, confidence, ambiguous: null };
      if (confidence > (best?.confidence ?? 0)) {
        best = { domain, format, confidence };
        ambiguous = null;
      } else if (confidence > 0 && confidence === best?.confidence) ambiguous = format.id;
    }
  }
  return best && { ...best, ambiguous };
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
  const nothing = { name: task.name, size: blob.size, sha256: "", format: null, status: "refused" } as const;
  const where = { file: task.name };
  const head = new Uint8Array(await blob.slice(0, headBytes).arrayBuffer());
  const recognised = head.length === 0 ? null : chooseFormat(domains, head, task);
  const streams = recognised !== null && "format" in recognised && recognised.format.streams === true;
  if (!streams && blob.size > largestFile) {
    const parameters = { size: blob.size, limit: largestFile };
    return outcomeWithout(nothing, [runIssues.raise("file-too-large", parameters, where)]);
  }
  const content = streams ? blob : new MemoryBlob(new Uint8Array(await blob.arrayBuffer()));
  const base = { ...nothing, size: content.size, sha256: task.sha256 ?? (await sha256OfBlob(content)) };
  if (base.size === 0) return outcomeWithout(base, [runIssues.raise("file-empty", {}, where)]);
  if (recognised === null) {
    const issue = runIssues.raise("file-not-recognised", {}, where);
    return outcomeWithout({ ...base, status: "not recognised" }, [issue]);
  }
  if ("issue" in recognised) return outcomeWithout(base, [recognised.issue]);
  const { domain, format } = recognised;
  const known = { ...base, format: format.id };
  const context = task.mapping ? { name: task.name, mapping: task.mapping } : { name: task.name };
  const reading = await format.read(content, context);
  if (isRefused(reading)) {
    const issues = reading.issues.map((issue) => inFile(issue, task.name));
    return outcomeWithout(known, issues, domain.id);
  }
  const analysis = await domain.analyseFile(reading.value, {
    file: task.name,
    rows: task.rows,
    design: task.design,
  });
  const graph = new EvidenceGraph();
  const { name, size, sha256 } = base;
  const steps = new Map([["file", graph.add({ kind: "file", name, size, sha256 })]]);
  const { estimates } = graph.addSteps(analysis.steps, steps);
  return {
    ...known,
    status: "read",
    domain: domain.id,
    summary: analysis.summary,
    estimates,
    evidence: graph.nodes(),
    steps: Object.fromEntries(steps),
    issues: [...reading.warnings, ...analysis.issues].map((issue) => inFile(issue, task.name)),
  };
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
