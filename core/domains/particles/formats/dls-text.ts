import type { Issue } from "../../../kernel/index.ts";
import { dlsIssues } from "./dls-issues.ts";

export interface TextRow {
  readonly cells: readonly string[];
  /** Line of each cell's beginning, from 1: a quoted cell may carry the row over several lines. */
  readonly lines: readonly number[];
  readonly line: number;
}

export interface TextTable {
  readonly rows: readonly TextRow[];
  readonly issues: readonly Issue[];
}

/** Text of an export: a byte order mark decides, then NULs at every second byte (UTF-16), then valid UTF-8, else Windows-1252. */
export function decodeExport(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const head = bytes.subarray(0, 200);
  const nulls = [0, 1].map((odd) => head.filter((byte, i) => i % 2 === odd && byte === 0).length);
  if (head.length >= 8 && nulls[1]! > head.length / 4) return "utf-16le";
  if (head.length >= 8 && nulls[0]! > head.length / 4) return "utf-16be";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}

/** A head of a file may end inside a character; what that leaves behind is taken off. */
export function decodeHead(head: Uint8Array): string {
  for (let cut = 0; cut < 4; cut++) {
    const part = head.subarray(0, head.length - cut);
    if (encodingOf(part) !== "windows-1252") return decodeExport(part);
  }
  return decodeExport(head);
}

/** How much of a table is kept in memory. */
export interface TableLimits {
  readonly cells: number;
  readonly rows: number;
}

/** Thousands of records with their curves. */
const usualLimits: TableLimits = { cells: 2_000_000, rows: 300_000 };
/** A row of more cells is no row of a measurement. */
const mostInRow = 100_000;

/** TAB, semicolon or comma, whichever the line has most of outside quotes; TAB wins a tie. */
export function delimiterOf(line: string): string {
  const bare = line.replace(/"(?:[^"]|"")*"/g, "");
  let best = "\t";
  for (const candidate of ["\t", ";", ","]) {
    if (bare.split(candidate).length > bare.split(best).length) best = candidate;
  }
  return best;
}

/** The first line that is not blank, with the cells that quotes carry over line ends. */
export function firstLine(text: string): string {
  return /^\s*((?:"(?:[^"]|"")*"|[^"\r\n])*)/.exec(text.slice(0, 65536))?.[1] ?? "";
}

/**
 * Rows of separated text, cells trimmed, quoted cells may hold line ends (RFC 4180). Blank rows are left out.
 * More cells or rows than `limits` give no rows and `dls-table-too-large`.
 * A quote that is never closed gives `dls-quote-open`; a last line without line end gives `dls-no-line-end`.
 */
export function splitTable(written: string, delimiter: string, limits = usualLimits): TextTable {
  const text = written.includes("\n") ? written : written.replaceAll("\r", "\n");
  const rows: TextRow[] = [];
  const issues: Issue[] = [];
  let cells: string[] = [];
  let lines: number[] = [];
  let line = 1;
  let count = 0;
  let quote = text.indexOf('"');
  for (let at = 0; at < text.length; ) {
    if (text[at] === "\n" && cells.length === 0) {
      line++;
      at++;
      continue;
    }
    if (++count > limits.cells || rows.length >= limits.rows || cells.length > mostInRow) {
      const parameters = { limit: limits.cells, lines: limits.rows, lineCells: mostInRow };
      return { rows: [], issues: [dlsIssues.raise("dls-table-too-large", parameters)] };
    }
    if (cells.length === 0) {
      if (quote >= 0 && quote < at) quote = text.indexOf('"', at);
      const feed = text.indexOf("\n", at);
      const end = feed < 0 ? text.length : feed;
      if (quote < 0 || quote >= end) {
        cells = text
          .slice(at, end)
          .split(delimiter, mostInRow + 1)
          .map(trimmed);
        count += cells.length - 1;
        if (cells.length > mostInRow) continue;
        if (cells.some(isFilled)) rows.push({ cells, lines: new Array(cells.length).fill(line), line });
        cells = [];
        at = end + 1;
        line++;
        continue;
      }
    }
    lines.push(line);
    let quoted = "";
    if (text[at] === '"') {
      const close = closingQuote(text, at + 1);
      if (close < 0) issues.push(dlsIssues.raise("dls-quote-open", { line }, { place: { line } }));
      const inside = text.slice(at + 1, close < 0 ? text.length : close);
      line += inside.split("\n").length - 1;
      quoted = inside.replaceAll('""', '"');
      at = close < 0 ? text.length : close + 1;
    }
    const end = cellEnd(text, at, delimiter);
    cells.push((quoted + text.slice(at, end)).trim());
    at = end + 1;
    if (text[end] === delimiter && at < text.length) continue;
    if (text[end] === delimiter) cells.push("");
    line++;
    if (cells.some(isFilled)) rows.push({ cells, lines, line: lines[0]! });
    cells = [];
    lines = [];
  }
  if (text !== "" && !text.endsWith("\n")) {
    issues.push(dlsIssues.raise("dls-no-line-end", {}, { place: { line: rows.at(-1)?.line ?? 1 } }));
  }
  return { rows, issues };
}

/** `row` with `width` cells, blank ones beyond them taken off; null where it has another number of cells. */
export function alignRow(row: TextRow, width: number): TextRow | null {
  if (row.cells.length === width) return row;
  if (row.cells.length < width || row.cells.slice(width).some((cell) => cell !== "")) return null;
  return { ...row, cells: row.cells.slice(0, width), lines: row.lines.slice(0, width) };
}

/** A header without the blank cells at its end. */
export function trimHeader(row: TextRow): TextRow {
  const width = row.cells.findLastIndex((cell) => cell !== "") + 1;
  return { ...row, cells: row.cells.slice(0, width), lines: row.lines.slice(0, width) };
}

function trimmed(cell: string): string {
  return cell.trim();
}

function isFilled(cell: string): boolean {
  return cell !== "";
}

function cellEnd(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== "\n") at++;
  return at;
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}
