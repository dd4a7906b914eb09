import type { Domain, Figure, Issue, StudyDesign } from "vesica/kernel";
import { type Drawings, largeDocument, renderReport, resultTables } from "vesica/report";
import { assembleStudy, documentText, type FileOutcome, type ResultDocument } from "vesica/study";
import { collectMemory } from "./collect.ts";
import { exitStatus } from "./exit.ts";
import { type HeadlineRow, headlineRows } from "./headline.ts";
import { estimatesOf, type PackedOutcome } from "./packed-outcome.ts";
import type { Piece } from "./pieces.ts";

export interface ComposeInput {
  readonly files: readonly PackedFile[];
  readonly design: StudyDesign;
  readonly version: string;
  /** What is known of the folder and the sheet, told in the document too. */
  readonly issues: readonly Issue[];
}

export interface PackedFile {
  readonly outcome: FileOutcome;
  readonly packed: PackedOutcome;
}

/** A file of the results folder, in pieces. */
export interface ResultFile {
  readonly path: string;
  readonly pieces: readonly Piece[];
}

/** What a run tells, without the document. */
export interface RunSummary {
  readonly status: 0 | 1 | 3;
  readonly files: Readonly<Record<string, number>>;
  readonly findings: Readonly<Record<"fail" | "caution" | "note", number>>;
  readonly failing: ResultDocument["findings"];
  readonly issues: readonly Issue[];
  readonly headline: readonly HeadlineRow[];
}

export interface Composition {
  readonly files: readonly ResultFile[];
  readonly summary: RunSummary;
}

export type Draw = (figures: readonly Figure[]) => Promise<Drawings>;

/**
 * From what became of the files to the files of the results folder. The estimates of files are unpacked only where
 * there are so few that the report shows them.
 */
export async function composeResults(
  domains: readonly Domain[],
  input: ComposeInput,
  draw: Draw,
): Promise<Composition> {
  const { design, version } = input;
  const total = input.files.reduce((sum, { packed }) => sum + packed.count, 0);
  const large = total > largeDocument;
  const apart = large ? sortedByName(input.files) : [];
  const outcomes = input.files.map(({ outcome, packed }) =>
    large ? outcome : { ...outcome, estimates: estimatesOf(packed) },
  );
  const assembled = assembleStudy(domains, outcomes, design, version);
  const document: ResultDocument = { ...assembled, issues: [...input.issues, ...assembled.issues] };
  const drawings = draw(document.figures);
  if (large) collectMemory();
  const result = [
    ...documentText<Piece>(
      document,
      apart.map(({ json }) => json),
    ),
  ];
  const tables = resultTables<Piece>(
    document,
    apart.map(({ csv }) => csv),
  );
  if (large) collectMemory();
  const report = renderReport(document, await drawings, large ? total : 0);
  const files = [
    { path: "result.json", pieces: result },
    { path: "report.html", pieces: [report] },
    ...tables.map(({ name, csv }) => ({ path: `tables/${name}`, pieces: csv })),
  ];
  const summary = summaryOf(document, design);
  if (large) collectMemory();
  return { files, summary };
}

/** Those that have estimates, in the order in which the document names files. */
function sortedByName(files: readonly PackedFile[]): PackedOutcome[] {
  const some = files.filter(({ packed }) => packed.count > 0);
  some.sort((a, b) => (a.outcome.name < b.outcome.name ? -1 : 1));
  return some.map(({ packed }) => packed);
}

function summaryOf(document: ResultDocument, design: StudyDesign): RunSummary {
  const open = document.findings.filter(({ status }) => status !== "met" && status !== "not applicable");
  const count = (severity: string) => open.filter((finding) => finding.severity === severity).length;
  const files: Record<string, number> = {};
  for (const { status } of document.files) files[status] = (files[status] ?? 0) + 1;
  const listed = new Set(design.rows.map((row) => row.file));
  const lost = document.files.some(
    ({ name, status }) => listed.has(name) && (status === "refused" || status === "not recognised"),
  );
  const failing = open.filter((finding) => finding.severity === "fail");
  return {
    status: !files.read
      ? exitStatus.refused
      : failing.length > 0 || lost
        ? exitStatus.findingsFail
        : exitStatus.done,
    files,
    findings: { fail: failing.length, caution: count("caution"), note: count("note") },
    failing,
    issues: document.issues,
    headline: headlineRows(document),
  };
}
