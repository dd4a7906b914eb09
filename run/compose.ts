import type { Domain, Figure, Issue, StudyDesign } from "vesica/kernel";
import { type Drawings, largeDocument, renderReport, resultTables } from "vesica/report";
import { assembleStudy, documentText, type FileOutcome, type ResultDocument } from "vesica/study";
import { type HeadlineRow, headlineRows } from "./headline.ts";
import type { PackedOutcome } from "./packed.ts";
import { runStatus } from "./status.ts";

export interface ComposeInput<P = never> {
  readonly files: readonly PackedFile<P>[];
  readonly design: StudyDesign;
  readonly version: string;
  /** What is known of the folder and the sheet, told in the document too. */
  readonly issues: readonly Issue[];
  /** The text that a piece of an outcome stands for. */
  readonly textOf: (piece: string | P) => string;
  /** Called between stages where a large study leaves much memory behind. */
  readonly relax?: () => void;
}

export interface PackedFile<P = never> {
  readonly outcome: FileOutcome;
  readonly packed: PackedOutcome<P>;
}

/** A file of the results folder, in pieces. */
export interface ResultFile<P = never> {
  readonly path: string;
  readonly pieces: readonly (string | P)[];
}

/** What a run tells, without the document. */
export interface RunSummary {
  readonly status: (typeof runStatus)[keyof typeof runStatus];
  readonly files: Readonly<Record<string, number>>;
  readonly findings: Readonly<Record<"fail" | "caution" | "note", number>>;
  readonly failing: ResultDocument["findings"];
  readonly issues: readonly Issue[];
  readonly headline: readonly HeadlineRow[];
}

export interface Composition<P = never> {
  readonly files: readonly ResultFile<P>[];
  readonly summary: RunSummary;
  /** As `result.json` has it, but for the estimates of files where those are left out. */
  readonly document: ResultDocument;
  readonly drawings: Drawings;
}

export type Draw = (figures: readonly Figure[]) => Promise<Drawings>;

/**
 * From what became of the files to the files of the results folder. The estimates of files are unpacked only where
 * there are so few that the report shows them.
 */
export async function composeResults<P = never>(
  domains: readonly Domain[],
  input: ComposeInput<P>,
  draw: Draw,
): Promise<Composition<P>> {
  const { design, version, textOf, relax = () => {} } = input;
  const total = input.files.reduce((sum, { packed }) => sum + packed.count, 0);
  const large = total > largeDocument;
  const apart = large ? sortedByName(input.files) : [];
  const outcomes = input.files.map(({ outcome, packed }) =>
    large ? outcome : { ...outcome, estimates: estimatesOf(textOf(packed.json)) },
  );
  const assembled = assembleStudy(domains, outcomes, design, version);
  const document: ResultDocument = { ...assembled, issues: [...input.issues, ...assembled.issues] };
  const drawing = draw(document.figures);
  if (large) relax();
  const result = [
    ...documentText<string | P>(
      document,
      apart.map(({ json }) => json),
    ),
  ];
  const tables = resultTables<string | P>(
    document,
    apart.map(({ csv }) => csv),
  );
  if (large) relax();
  const drawings = await drawing;
  const report = renderReport(document, drawings, large ? total : 0);
  const files = [
    { path: "result.json", pieces: result },
    { path: "report.html", pieces: [report] },
    ...tables.map(({ name, csv }) => ({ path: `tables/${name}`, pieces: csv })),
  ];
  const summary = summaryOf(document, design);
  if (large) relax();
  return { files, summary, document, drawings };
}

function estimatesOf(members: string): FileOutcome["estimates"] {
  return JSON.parse(`[${members}]`) as FileOutcome["estimates"];
}

/** Those that have estimates, in the order in which the document names files. */
function sortedByName<P>(files: readonly PackedFile<P>[]): PackedOutcome<P>[] {
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
      ? runStatus.refused
      : failing.length > 0 || lost
        ? runStatus.findingsFail
        : runStatus.done,
    files,
    findings: { fail: failing.length, caution: count("caution"), note: count("note") },
    failing,
    issues: document.issues,
    headline: headlineRows(document),
  };
}
