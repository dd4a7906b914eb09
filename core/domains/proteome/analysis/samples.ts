import {
  type Issue,
  plainWord,
  rowOfCapture,
  type SheetRow,
  type StudyDesign,
} from "../../../kernel/index.ts";
import { analysisIssues } from "./issues.ts";

/** A sample of a data set with the runs that measured it. */
export interface StudySample {
  readonly name: string;
  readonly row: SheetRow;
  /** Columns of the data set's runs: technical repeats. */
  readonly runs: readonly number[];
}

export interface SampledRuns {
  readonly samples: readonly StudySample[];
  /** Runs of blanks, controls and calibrants, and those that the sheet sets aside or does not name. */
  readonly unused: number;
  readonly issues: readonly Issue[];
}

/** Names that an issue lists before it counts the rest. */
const mostNamed = 8;

export function listed(names: readonly string[]): string {
  const more = names.length - mostNamed;
  return names.slice(0, mostNamed).join(", ") + (more > 0 ? ` … (+${more})` : "");
}

/**
 * The samples of a file's runs, in the order in which they come. A file that the sheet does not name has a sample for
 * each run. Issues: `proteome-run-not-in-sheet`, `proteome-capture-not-in-file`.
 */
export function samplesOfRuns(file: string, runs: readonly string[], design: StudyDesign): SampledRuns {
  const rows = design.rows.filter((row) => row.file === file);
  // a row without a capture means the whole file: where it has several runs, that would make one sample of them all
  const usable = runs.length > 1 ? rows.filter(({ capture }) => capture !== undefined) : rows;
  const samples = new Map<string, { row: SheetRow; runs: number[] }>();
  const unnamed: string[] = [];
  let unused = 0;
  runs.forEach((run, index) => {
    const row = rows.length === 0 ? plainRow(file, run) : rowOfCapture(usable, run);
    if (row === null) unnamed.push(run);
    if (row === null || row.role !== "sample") {
      unused += 1;
      return;
    }
    const known = samples.get(row.sample);
    if (known) known.runs.push(index);
    else samples.set(row.sample, { row, runs: [index] });
  });
  const issues: Issue[] = [];
  if (unnamed.length > 0) {
    const parameters = { count: unnamed.length, runs: listed(unnamed) };
    issues.push(analysisIssues.raise("proteome-run-not-in-sheet", parameters, { file }));
  }
  const absent = rows.flatMap(({ capture }) =>
    capture !== undefined && !runs.some((run) => rowOfCapture([plainRow(file, run, capture)], run))
      ? capture
      : [],
  );
  if (absent.length > 0) {
    const parameters = { captures: listed(absent), runs: listed(runs) };
    issues.push(analysisIssues.raise("proteome-capture-not-in-file", parameters, { file }));
  }
  return {
    samples: [...samples].map(([name, sample]) => ({ name, ...sample })),
    unused,
    issues,
  };
}

function plainRow(file: string, sample: string, capture?: string): SheetRow {
  return { line: 0, file, sample, role: "sample", extra: {}, ...(capture === undefined ? {} : { capture }) };
}

/** What the sheet says of a sample in a column: one that every room knows, or one of the person's own. */
export function cellOf(row: SheetRow, column: string): string {
  const word = plainWord(column);
  const known = knownCells(row);
  if (Object.hasOwn(known, word)) return known[word as keyof typeof known] ?? "";
  const own = Object.entries(row.extra).find(([name]) => plainWord(name) === word);
  return own?.[1] ?? "";
}

function knownCells({ condition, donor, preparation, replicate }: SheetRow) {
  return { condition, donor, preparation, replicate };
}

/** Columns of the sheet in which samples can differ, by the names that the sheet gives them. */
export function columnsOf(samples: readonly StudySample[]): string[] {
  const extra = new Set(samples.flatMap(({ row }) => Object.keys(row.extra)));
  return ["condition", "donor", "preparation", "replicate", ...extra];
}

/** The name that the columns have for a column; undefined where there is none. */
export function columnNamed(columns: readonly string[], column: string): string | undefined {
  return columns.find((one) => plainWord(one) === plainWord(column));
}
