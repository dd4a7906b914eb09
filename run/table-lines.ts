import type { Estimate, FeatureTable, Subject, Text } from "vesica/kernel";
import { featureFileNames, formatEstimate, rowCount, unitText } from "vesica/report";
import type { ResultDocument } from "vesica/study";

/** A table of features as a terminal names it: its file, and the first numbers of the step that gave it. */
export interface TableLine {
  readonly id: string;
  readonly name: string;
  readonly title: Text;
  readonly subject: Subject;
  /** Inside the results folder. */
  readonly file: string;
  readonly rows: number;
  readonly numbers: readonly TableNumber[];
}

export interface TableNumber {
  readonly id: string;
  readonly title: Text;
  readonly value: number;
  /** As a person reads it, with its unit. */
  readonly text: Text;
}

/** Numbers that are told with a table. */
const mostNumbers = 2;

/** Every table of features of a document, in its order. */
export function tableLines(document: ResultDocument): TableLine[] {
  const { estimates, tables, terms } = document;
  const files = featureFileNames(tables);
  const steps = new Map<string, Estimate[]>(tables.map(({ evidence }) => [evidence, []]));
  for (const estimate of estimates) steps.get(estimate.evidence)?.push(estimate);
  const number = (estimate: Estimate): TableNumber => {
    const { id, value } = estimate;
    const shown = formatEstimate(estimate).value;
    const unit = unitText(estimate.unit);
    const text = { en: `${shown} ${unit.en}`.trimEnd(), ja: `${shown} ${unit.ja}`.trimEnd() };
    return { id, value, text, title: Object.hasOwn(terms, id) ? terms[id]! : { en: id, ja: id } };
  };
  return tables.map((table, at) => {
    const own = steps.get(table.evidence)!.filter((estimate) => isOfTable(estimate, table));
    const { id, name, title, subject } = table;
    const numbers = own.slice(0, mostNumbers).map(number);
    return { id, name, title, subject, file: `tables/${files[at]}`, rows: rowCount(table), numbers };
  });
}

/** Whether a number of the table's own step says something of the table as a whole. */
function isOfTable({ subject, qualifiers }: Estimate, table: FeatureTable): boolean {
  const isSame = subject.level === "group" && subject.group === table.subject.group;
  return isSame && Object.keys(qualifiers).length === 0;
}
