import {
  delimiterAt,
  plainBytes,
  rowTexts,
  type Scanner,
  scanRows,
} from "../../../../containers/delimited/index.ts";
import { accepted, type Issue, type Result, refused } from "../../../../kernel/index.ts";
import { quantityIssues } from "../issues.ts";

/** A delimited table whose header is read: `scanner` stands on the header's row. */
export interface OpenTable {
  readonly bytes: Uint8Array;
  readonly header: readonly string[];
  readonly scanner: Scanner;
  /** Character code. */
  readonly delimiter: number;
}

const mostBytes = 2 ** 30;
const mostColumns = 200_000;

/** Opens a table on its first row that is not blank; refuses with `proteome-no-rows`, `proteome-too-long` or `proteome-too-wide`. */
export async function openTable(blob: Blob, delimiter?: number): Promise<Result<OpenTable>> {
  if (blob.size > mostBytes) {
    const parameters = { size: blob.size, limit: mostBytes };
    return refused(quantityIssues.raise("proteome-too-long", parameters));
  }
  return openBytes(new Uint8Array(await blob.arrayBuffer()), delimiter);
}

export function openBytes(raw: Uint8Array, given?: number): Result<OpenTable> {
  const bytes = plainBytes(raw);
  const delimiter = given ?? delimiterAt(bytes, firstLine(bytes));
  if (delimiter === null) return refused(quantityIssues.raise("proteome-no-rows"));
  const scanner = scanRows(bytes, delimiter);
  if (!scanner.next()) return refused(quantityIssues.raise("proteome-no-rows"));
  if (scanner.row.count > mostColumns) {
    const parameters = { size: scanner.row.count, limit: mostColumns };
    return refused(quantityIssues.raise("proteome-too-wide", parameters));
  }
  return accepted({ bytes, header: rowTexts(scanner.row), scanner, delimiter });
}

/** A scanner of the same table that stands on its header again. */
export function scanAgain(table: OpenTable): Scanner {
  const scanner = scanRows(table.bytes, table.delimiter);
  scanner.next();
  return scanner;
}

/** Where the first line that is not blank begins. */
function firstLine(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length && (bytes[at] === 10 || bytes[at] === 13 || bytes[at] === 32)) at++;
  return at;
}

/** Cells of the first line of a file's head, the last of which may be cut; empty where it is no table. */
export function sniffHeader(head: Uint8Array): readonly string[] {
  const opened = openBytes(head);
  return "value" in opened ? opened.value.header : [];
}

/** A column's name without the signs that R and spreadsheets change: small letters, all else single blanks. */
export function folded(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9#]+/g, " ")
    .trim();
}

/** Finds columns by name, in whatever spelling of `folded`; -1 where there is none. The first of several names that is there. */
export function columnFinder(header: readonly string[]): (...names: readonly string[]) => number {
  const at = new Map<string, number>();
  for (let column = header.length - 1; column >= 0; column--) at.set(folded(header[column]!), column);
  return (...names) => {
    for (const name of names) {
      const found = at.get(folded(name));
      if (found !== undefined) return found;
    }
    return -1;
  };
}

export function lacks(...columns: readonly string[]) {
  return refused(
    quantityIssues.raise(
      "proteome-columns-missing",
      { columns: columns.join(" / ") },
      { place: { line: 1 } },
    ),
  );
}

/** What a scanner met on its way, once it is at the end. */
export function scannerIssues(scanner: Scanner): Issue[] {
  const { line, count } = scanner.openQuotes;
  const issues: Issue[] = [];
  const place = { place: { line } };
  if (count > 0) issues.push(quantityIssues.raise("proteome-quotes-open", { count, line }, place));
  if (!scanner.ended) {
    const last = { line: scanner.row.line };
    issues.push(quantityIssues.raise("proteome-no-line-end", last, { place: last }));
  }
  return issues;
}
