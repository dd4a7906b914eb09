import type { Issue } from "../../../../kernel/index.ts";
import { nanosightIssues } from "../nanosight-issues.ts";
import { splitCells } from "../text/csv.ts";
import { detectLayout, type Layout } from "../text/layout.ts";
import type { TableAt } from "../text/number-table.ts";

/** A line that is not of a table: its label, the cells after it, and the section it stands in, without brackets. */
export interface Row {
  readonly line: number;
  readonly section: string;
  readonly key: string;
  readonly cells: readonly string[];
}

/** Rows of numbers under a heading; `open` where the file ends inside it, `broken` where other text follows at once. */
export interface GraphTable extends TableAt {
  readonly header: Row;
  readonly ending: "blank" | "open" | "broken";
}

/** One weighting of `[Size Data]` or `[Diffusion Coefficient Data]`. */
export interface Block {
  readonly section: string;
  readonly weighting: Row;
  readonly rows: readonly Row[];
  readonly graph: GraphTable | null;
  readonly percentiles: GraphTable | null;
}

export interface SummaryDocument {
  readonly text: string;
  readonly layout: Layout;
  /** Rows outside of blocks, in the file's order. */
  readonly rows: readonly Row[];
  /** Section names as written, in the file's order. */
  readonly sections: readonly { readonly name: string; readonly line: number }[];
  readonly blocks: readonly Block[];
  readonly endsWithLineEnd: boolean;
  readonly issues: readonly Issue[];
}

const labels = ["Experiment Name", "Filename:", "Temperature/C", "Weighting"];
const firstBin = /\nBin centre[^\n]*\n([\d.,]+)/;
/** Rows that people type, where a quoted cell may go over several lines. */
const freeText = /^(?:Sample Name|Sample Description|Operator Name|Pre-treatment|Diluent|Remarks)$/;
const ofTable = /^(?:Bin centre|Percentile$|[\d.,]+$)/;
const mostQuotedLines = 20;
const longestFreeText = 20_000;

type Growing<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };

/** Splits a summary into rows, sections and blocks; tables are only walked over, their numbers are read later. */
export function scanSummary(text: string): SummaryDocument {
  const layout = detectLayout(text, labels, firstBin);
  const rows: Row[] = [];
  const sections: { name: string; line: number }[] = [];
  const blocks: Growing<Block>[] = [];
  const issues: Issue[] = [];
  let section = "";
  let block: Growing<Block> | undefined;
  let position = 0;
  let line = 1;
  let stray = 0;
  while (position < text.length) {
    let end = lineEnd(text, position);
    let split = splitCells(text.slice(position, end), layout.delimiter);
    let lines = 1;
    if (split.open) {
      const free = freeText.test(split.cells[0]!) && section === "Experiment Details";
      const joined = free ? joinQuoted(text, position, layout.delimiter) : undefined;
      if (joined === undefined) {
        issues.push(nanosightIssues.raise("nanosight-quote-open", {}, { place: { line } }));
        split = {
          cells: text
            .slice(position, end)
            .split(layout.delimiter)
            .map((cell) => cell.trim()),
          open: false,
        };
      } else {
        ({ end, split, lines } = joined);
      }
    }
    const cells = split.cells;
    const key = cells[0] ?? "";
    position = end + 1;
    if (key.startsWith("[") && key.endsWith("]")) {
      section = key.slice(1, -1).trim();
      sections.push({ name: section, line });
      block = undefined;
      if (cells.some((cell, at) => at > 0 && cell !== ""))
        rows.push({ line, section, key, cells: cells.slice(1) });
    } else if (key !== "" || cells.some((cell) => cell !== "")) {
      const row: Row = { line, section, key, cells: cells.slice(1) };
      if (key === "Weighting" && isBlockSection(section)) {
        block = { section, weighting: row, rows: [], graph: null, percentiles: null };
        blocks.push(block);
      } else if (block === undefined) {
        rows.push(row);
        if (stray === 0 && ofTable.test(key)) stray = line;
      } else if (key.startsWith("Bin centre") || key === "Percentile") {
        const table = walkTable(text, position, line + lines, row);
        const place = key === "Percentile" ? "percentiles" : "graph";
        if (block[place] === null) block[place] = table;
        else
          issues.push(
            nanosightIssues.raise("nanosight-section-twice", { section: key }, { place: { line } }),
          );
        position = table.end;
        line += table.rows;
      } else block.rows.push(row);
    }
    line += lines;
  }
  if (stray > 0) issues.push(nanosightIssues.raise("nanosight-stray-table", {}, { place: { line: stray } }));
  return { text, layout, rows, sections, blocks, endsWithLineEnd: /[\r\n]$/.test(text), issues };
}

function isBlockSection(section: string): boolean {
  return section === "Size Data" || section === "Diffusion Coefficient Data";
}

function lineEnd(text: string, from: number): number {
  const feed = text.indexOf("\n", from);
  return feed < 0 ? text.length : feed;
}

function joinQuoted(text: string, from: number, delimiter: string) {
  let end = lineEnd(text, from);
  for (let lines = 2; lines <= mostQuotedLines && end < text.length; lines++) {
    if (text[end + 1] === "[") return undefined;
    end = lineEnd(text, end + 1);
    if (end - from > longestFreeText) return undefined;
    const split = splitCells(text.slice(from, end), delimiter);
    if (!split.open) return { end, split, lines };
  }
  return undefined;
}

function walkTable(
  text: string,
  start: number,
  line: number,
  header: Row,
): GraphTable & { readonly end: number } {
  let position = start;
  let rows = 0;
  while (position < text.length && startsNumber(text.charCodeAt(position))) {
    rows++;
    position = lineEnd(text, position) + 1;
  }
  const end = Math.min(position, text.length);
  return { header, start, line, rows, end, ending: tableEnding(text, end) };
}

/** A table ends with a blank line and without more numbers after it. */
function tableEnding(text: string, end: number): GraphTable["ending"] {
  if (end >= text.length) return "open";
  let next = end;
  while (next < text.length) {
    const stop = lineEnd(text, next);
    if (/[^,;\t\r ]/.test(text.slice(next, stop))) {
      return next === end || startsNumber(text.charCodeAt(next)) ? "broken" : "blank";
    }
    next = stop + 1;
  }
  return "blank";
}

function startsNumber(code: number): boolean {
  return (code >= 48 && code <= 57) || code === 43 || code === 45 || code === 46;
}
