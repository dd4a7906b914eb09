import type { SizeBins } from "../../measurement.ts";
import { type NumberTable, readNumberTable } from "../text/number-table.ts";
import { isWhole } from "./blocks.ts";
import type { SummaryReading } from "./context.ts";
import type { Block, GraphTable } from "./document.ts";

const headed = "Concentration (particles / ml)";

/** Number-weighted bins by capture; null where they are cut off, unreadable, negative or unevenly spaced. */
export function readBins(reading: SummaryReading, block: Block): readonly (SizeBins | null)[] {
  const none = reading.captures.map(() => null);
  if (!isWhole(reading, block)) return none;
  const graph = block.graph!;
  const table = readTable(reading, graph, "Size distribution - Number weighting");
  if (table === null) return none;
  const edges = binEdges(reading, table, graph);
  return reading.captures.map((capture, at) => {
    const header = graph.header.cells[at] ?? "";
    if (header !== headed) {
      reading.warn("nanosight-graph-header", { header, expected: headed, capture }, graph.header.line);
      return null;
    }
    const concentration = table.columns[at + 1]!;
    const wrong = table.unreadable[at + 1] || firstNegative(concentration, graph.line);
    if (wrong) reading.warn("nanosight-bin-unreadable", { capture }, wrong);
    return wrong || edges === null ? null : { edges, concentration };
  });
}

/** A table's first column and one column for each capture; null where the text cannot hold as many cells. */
export function readTable(reading: SummaryReading, graph: GraphTable, name: string): NumberTable | null {
  const { text, layout } = reading.document;
  const columns = reading.captures.length + 1;
  if (graph.rows === 0 || graph.rows * columns > text.length) return null;
  const cells = graph.header.cells.length + 1;
  const table = readNumberTable(text, graph, columns, cells, layout.delimiter.charCodeAt(0), reading.point);
  const { rows, line } = table.uneven;
  if (rows > 0) reading.warn("nanosight-table-columns", { rows, table: name }, line);
  return table;
}

function binEdges(reading: SummaryReading, table: NumberTable, graph: GraphTable): Float64Array | null {
  const centres = table.columns[0]!;
  const rows = centres.length;
  const width = rows > 1 ? (centres[rows - 1]! - centres[0]!) / (rows - 1) : 0;
  const line = table.unreadable[0] || unevenLine(centres, width, graph.line);
  if (line) {
    reading.warn("nanosight-bin-spacing", {}, line);
    return null;
  }
  const start = centres[0]! - width / 2;
  if (Math.abs(width - 1) > 1e-9 || Math.abs(start) > 1e-9) {
    reading.warn("nanosight-bin-width", { width, start }, graph.line);
  }
  const edges = new Float64Array(rows + 1);
  for (let edge = 0; edge < rows; edge++) edges[edge] = centres[edge]! - width / 2;
  edges[rows] = centres[rows - 1]! + width / 2;
  return edges;
}

function unevenLine(centres: Float64Array, width: number, line: number): number {
  if (!(width > 0) || centres[0]! < 0) return line;
  for (let at = 1; at < centres.length; at++) {
    if (Math.abs(centres[at]! - centres[at - 1]! - width) > 1e-6 * width) return line + at;
  }
  return 0;
}

function firstNegative(values: Float64Array, line: number): number {
  for (let at = 0; at < values.length; at++) if (values[at]! < 0) return line + at;
  return 0;
}
