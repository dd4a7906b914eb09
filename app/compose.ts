import {
  canonicalJson,
  type Domain,
  type Issue,
  type Json,
  languages,
  type StudyDesign,
} from "vesica/kernel";
import { renderReport, resultTables } from "vesica/report";
import { assembleStudy, type FileOutcome, type ResultDocument } from "vesica/study";
import { drawFigures } from "./draw/index.ts";
import { exitStatus } from "./exit.ts";
import { type HeadlineRow, headlineRows } from "./headline.ts";

export interface ComposeInput {
  readonly outcomes: readonly FileOutcome[];
  readonly design: StudyDesign;
  readonly version: string;
  /** What is known of the folder and the sheet, told in the document too. */
  readonly issues: readonly Issue[];
}

/** A file of the results folder. */
export interface ResultFile {
  readonly path: string;
  readonly text: string;
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

/** From what became of the files to the files of the results folder. */
export async function composeResults(domains: readonly Domain[], input: ComposeInput): Promise<Composition> {
  const assembled = await assembleStudy(domains, input.outcomes, input.design, input.version);
  const document: ResultDocument = { ...assembled, issues: [...input.issues, ...assembled.issues] };
  const drawings = await drawFigures(document.figures, languages);
  const files = [
    { path: "result.json", text: canonicalJson(document as unknown as Json) },
    { path: "report.html", text: renderReport(document, drawings) },
    ...resultTables(document).map(({ name, csv }) => ({ path: `tables/${name}`, text: csv })),
  ];
  return { files, summary: summaryOf(document, input.design) };
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
