import type { Issue, TextParameters } from "../../../../kernel/index.ts";
import { nanosightIssues } from "../nanosight-issues.ts";
import type { Row, SummaryDocument } from "./document.ts";

export type NanosightCode = keyof typeof nanosightIssues.definitions;

const mostIssues = 500;

/** What the steps of one reading share: the scanned file, the videos' names, and what there is to say. */
export class SummaryReading {
  readonly document: SummaryDocument;
  readonly captures: readonly string[];
  /** The file has `Average` and `Standard Error` columns after the videos. */
  readonly averaged: boolean;
  readonly issues: Issue[];
  /** Character code of the decimal sign. */
  readonly point: number;
  private unlisted: number;
  private readonly sections = new Map<string, readonly Row[]>();

  constructor(document: SummaryDocument, captures: readonly string[], averaged: boolean) {
    this.document = document;
    this.captures = captures;
    this.averaged = averaged;
    this.issues = document.issues.slice(0, mostIssues);
    this.unlisted = document.issues.length - this.issues.length;
    this.point = document.layout.decimal.charCodeAt(0);
  }

  warn(code: NanosightCode, parameters: TextParameters = {}, line?: number): void {
    if (this.issues.length >= mostIssues) this.unlisted++;
    else
      this.issues.push(
        nanosightIssues.raise(code, parameters, line === undefined ? {} : { place: { line } }),
      );
  }

  /** The issues, and how many more there were than can be listed. */
  allIssues(): readonly Issue[] {
    if (this.unlisted === 0) return this.issues;
    return [...this.issues, nanosightIssues.raise("nanosight-more-issues", { count: this.unlisted })];
  }

  /** The row `key` of `rows`; says so where it is missing (if `needed`) or stands there twice. */
  find(rows: readonly Row[], section: string, key: string, needed = true): Row | undefined {
    const found = rows.filter((row) => row.key === key);
    if (found.length > 1) this.warn("nanosight-row-twice", { key, section }, found[1]!.line);
    if (found.length === 0 && needed) this.warn("nanosight-row-missing", { key, section });
    return found[0];
  }

  /** Rows of all sections of that name; a second one is told of by `checkSections`. */
  section(name: string): readonly Row[] {
    let rows = this.sections.get(name);
    if (rows === undefined) {
      rows = this.document.rows.filter((row) => row.section === name);
      this.sections.set(name, rows);
    }
    return rows;
  }

  /** Says where a row of one value per video has more or fewer than there are videos. */
  checkColumns(row: Row): void {
    const expected = this.captures.length;
    let found = row.cells.length;
    while (found > 0 && row.cells[found - 1] === "") found--;
    const most = this.averaged ? expected + 2 : expected;
    const blank = row.cells.length < expected;
    if (found > most || blank) {
      this.warn(
        "nanosight-row-columns",
        { key: row.key, found: blank ? row.cells.length : found, expected },
        row.line,
      );
    }
  }
}
