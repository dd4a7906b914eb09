import {
  type Checklist,
  type ChecklistItem,
  type Estimate,
  type Finding,
  type Issue,
  remembered,
  type Subject,
} from "../kernel/index.ts";
import { headlineIds, type ResultDocument } from "../study/index.ts";
import { type CsvCell, csvCell, csvTable } from "./csv.ts";
import { featureCsv, featureFileNames } from "./feature-files.ts";

type Columns<T> = readonly (readonly [name: string, cell: (item: T) => CsvCell])[];

const estimateHeading = [
  "id,level,sample,file,capture,group,bound,value,unit",
  "interval_lower,interval_upper,interval_kind,interval_level,interval_method",
  "n_technical,n_biological,basis,qualifiers,assumptions,flags,printed,evidence",
].join(",");

const cells = (...values: readonly CsvCell[]): string => values.map(csvCell).join(",");

const subjectCells = remembered(({ level, sample, file, capture, group }: Subject) =>
  cells(level, sample, file, capture, group),
);
const qualifierCell = remembered((qualifiers: Estimate["qualifiers"]) => csvCell(pairs(qualifiers)));
const listCell = (list: readonly string[]): string => (list.length === 0 ? "" : csvCell(list.join("; ")));
const assumptionsCell = remembered(listCell);
const flagsCell = remembered(listCell);

function intervalCells(interval: Estimate["interval"]): string {
  if (interval === null) return ",,,,";
  const { lower, upper, kind, level, method } = interval;
  return cells(lower, upper, kind, level, method);
}

function estimateLine(estimate: Estimate): string {
  const { id, subject, bound, value, unit, interval, n, basis, printed, evidence } = estimate;
  const lists = `${qualifierCell(estimate.qualifiers)},${assumptionsCell(estimate.assumptions)},${flagsCell(estimate.flags)}`;
  return `${csvCell(id)},${subjectCells(subject)},${cells(bound, value, unit)},${intervalCells(interval)},${cells(n.technical, n.biological, basis)},${lists},${cells(printed, evidence)}\r\n`;
}

const findingColumns: Columns<Finding> = [
  ["rule", ({ rule }) => rule],
  ["status", ({ status }) => status],
  ["severity", ({ severity }) => severity],
  ["level", ({ subject }) => subject.level],
  ["sample", ({ subject }) => subject.sample],
  ["file", ({ subject }) => subject.file],
  ["capture", ({ subject }) => subject.capture],
  ["group", ({ subject }) => subject.group],
  ["message_en", ({ message }) => message.en],
  ["message_ja", ({ message }) => message.ja],
  ["remedy_en", ({ remedy }) => remedy.en],
  ["remedy_ja", ({ remedy }) => remedy.ja],
  ["clause", ({ clause }) => clause],
  ["estimates", ({ estimates }) => estimates.join("; ")],
];

const issueColumns: Columns<Issue> = [
  ["code", ({ code }) => code],
  ["severity", ({ severity }) => severity],
  ["file", ({ file }) => file],
  ["line", ({ place }) => place?.line],
  ["column", ({ place }) => place?.column],
  ["byte", ({ place }) => place?.byte],
  ["key", ({ place }) => place?.key],
  ["message_en", ({ message }) => message.en],
  ["message_ja", ({ message }) => message.ja],
  ["remedy_en", ({ remedy }) => remedy.en],
  ["remedy_ja", ({ remedy }) => remedy.ja],
];

const checklistColumns: Columns<{ readonly checklist: Checklist; readonly line: ChecklistItem }> = [
  ["checklist", ({ checklist }) => checklist.title.en],
  ["item", ({ line }) => line.item],
  ["category_en", ({ line }) => line.category.en],
  ["category_ja", ({ line }) => line.category.ja],
  ["title_en", ({ line }) => line.title.en],
  ["title_ja", ({ line }) => line.title.ja],
  ["asks_en", ({ line }) => line.asks.en],
  ["asks_ja", ({ line }) => line.asks.ja],
  ["applicable", ({ line }) => (line.applicable ? "yes" : "no")],
  ["status", ({ line }) => line.status],
  ["value_en", ({ line }) => line.value.en],
  ["value_ja", ({ line }) => line.value.ja],
  ["comment_en", ({ line }) => line.comment.en],
  ["comment_ja", ({ line }) => line.comment.ja],
  ["evidence", ({ line }) => line.evidence.join("; ")],
  ["source", ({ checklist }) => checklist.source],
];

const pairs = (record: Readonly<Record<string, string>>): string =>
  Object.keys(record)
    .sort()
    .map((name) => `${name}=${record[name]}`)
    .join("; ");

/** Estimates as lines of `estimates.csv`, without its heading. */
export function estimateLines(estimates: readonly Estimate[]): string {
  return estimates.map(estimateLine).join("");
}

function table<T>(name: string, columns: Columns<T>, items: readonly T[]): ResultTable {
  const rows = items.map((item) => columns.map(([, cell]) => cell(item)));
  return { name, csv: [csvTable([columns.map(([column]) => column), ...rows])] };
}

/** A table as CSV, in pieces: texts, or what `resultTables` was given in their place. */
export interface ResultTable<P = never> {
  readonly name: string;
  readonly csv: readonly (string | P)[];
}

/**
 * The document as tables: every estimate, finding, issue, checklist item and table of features, and the headline numbers of the samples. Numbers have
 * all their digits and a point; how text is written is told at `csvTable`. `before` stand for lines of `estimateLines`
 * that come ahead of the document's own estimates: what files gave, where the document has it left out.
 */
export function resultTables<P = never>(
  document: ResultDocument,
  before: readonly P[] = [],
): ResultTable<P>[] {
  const headline = new Map(headlineIds(document).map((id, index) => [id, index]));
  const quoted = document.estimates
    .filter(({ id, subject }) => subject.level === "sample" && headline.has(id))
    .map((estimate, index) => ({ estimate, index }));
  const samples = new Map(document.study.samples.map(({ name }, index) => [name, index]));
  const rank = (estimate: Estimate): number => samples.get(estimate.subject.sample ?? "") ?? samples.size;
  quoted.sort(
    (a, b) =>
      rank(a.estimate) - rank(b.estimate) ||
      headline.get(a.estimate.id)! - headline.get(b.estimate.id)! ||
      a.index - b.index,
  );
  const names = featureFileNames(document.tables);
  const heading = `\ufeff${estimateHeading}\r\n`;
  return [
    { name: "estimates.csv", csv: [heading, ...before, estimateLines(document.estimates)] },
    table("findings.csv", findingColumns, document.findings),
    table("issues.csv", issueColumns, document.issues),
    table(
      "checklists.csv",
      checklistColumns,
      document.checklists.flatMap((checklist) => checklist.items.map((line) => ({ checklist, line }))),
    ),
    ...document.tables.map((one, index) => ({ name: names[index]!, csv: [featureCsv(one)] })),
    { name: "headline.csv", csv: [heading, estimateLines(quoted.map(({ estimate }) => estimate))] },
  ];
}
