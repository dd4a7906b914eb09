import type { Domain, Issue, StudyDesign } from "vesica/kernel";
import { type Drawings, largeDocument, renderReport, resultTables } from "vesica/report";
import { assembleStudy, documentText, type FileOutcome, type ResultDocument } from "vesica/study";
import { type HeadlineRow, headlineRows } from "./headline.ts";
import type { PackedOutcome } from "./packed.ts";
import { runStatus } from "./status.ts";
import { type TableLine, tableLines } from "./table-lines.ts";

export interface ComposeInput<P = never> {
  readonly files: readonly PackedFile<P>[];
  readonly design: StudyDesign;
  readonly version: string;
  /** What is known of the folder and the sheet, told in the document too. */
  readonly issues: readonly Issue[];
  /** The text that a piece of an outcome stands for. */
  readonly textOf: (piece: string | P) => string;
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
  readonly tables: readonly TableLine[];
}

/** The results before anything is drawn or written. */
export interface Composed<P = never> {
  /** As `result.json` has it, but for the estimates of files where those are left out. */
  readonly document: ResultDocument;
  readonly summary: RunSummary;
  /** What files gave and the document leaves out, in the order of their names; empty where nothing is left out. */
  readonly apart: readonly PackedOutcome<P>[];
  /** Estimates that are left out. */
  readonly leftOut: number;
}

/**
 * From what became of the files to the document. The estimates of files are unpacked only where there are so few that
 * the report shows them.
 */
export function composeDocument<P = never>(
  domains: readonly Domain[],
  { files, design, version, issues, textOf }: ComposeInput<P>,
): Composed<P> {
  const total = files.reduce((sum, { packed }) => sum + packed.count, 0);
  const large = total > largeDocument;
  const outcomes = files.map(({ outcome, packed }) =>
    large ? outcome : { ...outcome, estimates: estimatesOf(textOf(packed.json)) },
  );
  const assembled = assembleStudy(domains, outcomes, design, version);
  const document: ResultDocument = { ...assembled, issues: [...issues, ...assembled.issues] };
  return {
    document,
    summary: summaryOf(document, design),
    apart: large ? sortedByName(files) : [],
    leftOut: large ? total : 0,
  };
}

/** The files of the results folder. `relax` is called between stages where a large study leaves much memory behind. */
export async function resultFiles<P = never>(
  { document, apart, leftOut }: Composed<P>,
  drawings: Promise<Drawings>,
  relax: () => void = () => {},
): Promise<ResultFile<P>[]> {
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
  if (leftOut > 0) relax();
  const report = renderReport(document, await drawings, leftOut);
  return [
    { path: "result.json", pieces: result },
    { path: "report.html", pieces: [report] },
    ...tables.map(({ name, csv }) => ({ path: `tables/${name}`, pieces: csv })),
  ];
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
    tables: tableLines(document),
  };
}
