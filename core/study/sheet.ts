import { accepted, type Issue, plainWord, type Result, refused, type SheetRow } from "../kernel/index.ts";
import { nearest } from "./names.ts";
import { checkSheet } from "./sheet-checks.ts";
import { type HeaderName, type SheetOptions, sheetColumn, sheetColumns } from "./sheet-columns.ts";
import { fileFinder } from "./sheet-files.ts";
import { sheetIssues } from "./sheet-issues.ts";
import { readSheetRow } from "./sheet-row.ts";
import { decodeSheet, mostCells, parseDelimited, type SheetRecord, sheetSeparator } from "./sheet-text.ts";

/** The most lines that a sample sheet may have. */
export const mostSheetRows = 100_000;

const limits = { most: mostSheetRows, bytes: 16 * 2 ** 20, cells: mostCells, columns: 1000 } as const;
const mostIssues = 500;
const longestHeader = 100;

/**
 * Reads `samples.csv`: comma, semicolon or TAB, UTF-8, UTF-16, Shift_JIS or windows-1252, headers in English or Japanese.
 * Refused with every `sheet-*` error that it has, each with its line and column; `sheet-encoding`, `sheet-column-like`
 * and `sheet-sample-incomplete` are warnings. Format: RFC 4180.
 */
export function parseSheet(bytes: Uint8Array, options: SheetOptions): Result<readonly SheetRow[]> {
  const where = { file: options.name };
  const tooLarge = () => refused(sheetIssues.raise("sheet-too-large", { ...limits }, where));
  if (bytes.length > limits.bytes) return tooLarge();
  const { text, encoding } = decodeSheet(bytes);
  const issues: Issue[] = [];
  if (encoding === "shift_jis" || encoding === "windows-1252")
    issues.push(sheetIssues.raise("sheet-encoding", { encoding }, where));
  const { records, fault } = parseDelimited(text, sheetSeparator(text));
  if (fault?.kind === "too many cells") return tooLarge();
  if (fault) {
    const place = { line: fault.line, column: fault.column };
    return { issues: [...issues, sheetIssues.raise("sheet-quotes", {}, { ...where, place })] };
  }
  const [header, ...lines] = records;
  if (!header || lines.length === 0)
    return { issues: [...issues, sheetIssues.raise("sheet-empty", {}, where)] };
  if (lines.length > mostSheetRows || header.cells.length > limits.columns) return tooLarge();
  const columns = readHeader(header, options.name);
  issues.push(...columns.issues);
  if (columns.issues.some((issue) => issue.severity === "error")) return { issues };
  const rows: SheetRow[] = [];
  const files = options.files && fileFinder(options.files);
  for (const record of lines) {
    const row = readSheetRow(record, columns.names, { name: options.name, files });
    for (const issue of row.issues) issues.push(issue);
    if (row.value) rows.push(row.value);
  }
  for (const issue of checkSheet(rows, options.name)) issues.push(issue);
  const isBad = issues.some((issue) => issue.severity === "error");
  return isBad ? { issues: listed(issues, where) } : accepted(rows, listed(issues, where));
}

/** The first 500 issues, errors first, and how many more there were. */
function listed(issues: readonly Issue[], where: { readonly file: string }): readonly Issue[] {
  if (issues.length <= mostIssues) return issues;
  const count = issues.length - mostIssues;
  const [errors, others] = [true, false].map((wanted) =>
    issues.filter(({ severity }) => (severity === "error") === wanted),
  );
  const first = [...errors!.slice(0, mostIssues), ...others!].slice(0, mostIssues);
  return [...first, sheetIssues.raise("sheet-more-issues", { count }, where)];
}

function readHeader(header: SheetRecord, file: string): { names: readonly HeaderName[]; issues: Issue[] } {
  const issues: Issue[] = [];
  const seen = new Map<string, string>();
  const names = header.cells.map((cell): HeaderName => {
    const words = cell.text.trim();
    if (words === "") return null;
    const where = { file, place: { line: cell.line, column: cell.column } };
    const column = sheetColumn(words);
    const key = column ?? `extra ${words}`;
    const first = seen.get(key);
    if (first !== undefined)
      issues.push(sheetIssues.raise("sheet-column-twice", { first, second: words }, where));
    seen.set(key, words);
    if (column) return { column };
    const like = words.length > longestHeader ? null : columnLike(words);
    if (like) issues.push(sheetIssues.raise("sheet-column-like", { header: words, column: like }, where));
    return { extra: words };
  });
  for (const column of ["file", "sample"] as const)
    if (!seen.has(column)) {
      const where = { file, place: { line: header.line, column: 1 } };
      const parameters = { column, names: sheetColumns[column].join(", ") };
      issues.push(sheetIssues.raise("sheet-column-missing", parameters, where));
    }
  return { names, issues };
}

function columnLike(header: string): string | null {
  const words = plainWord(header);
  const known = Object.values(sheetColumns).flat();
  const near = known.includes(words)
    ? null
    : nearest(
        words,
        known.filter((word) => word.length > 4),
      );
  const part = known.find(
    (word) => (word.length > 4 || /^[^\x00-\x7f]{3,}$/.test(word)) && words.startsWith(word),
  );
  const found = part ?? near;
  return found ? sheetColumn(found) : null;
}
