import type { SummaryReading } from "./context.ts";
import type { Block, GraphTable } from "./document.ts";

const binHeaders: Readonly<Record<string, RegExp>> = {
  "Size Data": /^Bin centre \(nm\)$/,
  "Diffusion Coefficient Data": /^Bin centre \(E4 nm\S{1,2}\/s\)$/,
};
/** From 0 to 100. */
const percentileRows = 101;
const weightings = ["Number", "Surface Area", "Volume"];

/** The block of the number-weighted size distribution; a second one is told of. */
export function numberBlock(reading: SummaryReading): Block | undefined {
  const found = reading.document.blocks.filter(
    (block) => block.section === "Size Data" && block.weighting.cells[0] === "Number",
  );
  if (found.length === 0) reading.warn("nanosight-no-number-distribution");
  return found[0];
}

/** Holds the tables against each other and against `[Data Included]`: kinds, headings, lengths, endings. */
export function checkBlocks(reading: SummaryReading): void {
  const { blocks } = reading.document;
  const included = includedBlocks(reading);
  const usual = blocks[0]?.graph?.rows ?? 0;
  const seen = new Set<string>();
  for (const block of blocks) {
    const name = blockName(block);
    const line = block.weighting.line;
    if (seen.has(name)) reading.warn("nanosight-section-twice", { section: name }, line);
    seen.add(name);
    const announced = included.get(name.toLowerCase());
    if (announced === undefined) reading.warn("nanosight-block-unannounced", { block: name }, line);
    checkGraph(reading, block, name, usual, announced === "plain");
    checkPercentileRows(reading, block, name, announced === "plain");
  }
  const known = new Set([...seen].map((block) => block.toLowerCase()));
  for (const name of included.keys()) {
    if (!known.has(name)) reading.warn("nanosight-block-missing", { block: name });
  }
  if (!reading.document.endsWithLineEnd) reading.warn("nanosight-file-cut");
}

function checkGraph(
  reading: SummaryReading,
  block: Block,
  table: string,
  usual: number,
  plain: boolean,
): void {
  const { graph } = block;
  const part = "Bin centre";
  if (graph === null) {
    reading.warn("nanosight-table-missing", { table, part }, block.weighting.line);
    return;
  }
  const { rows, header, ending, line } = graph;
  if (!binHeaders[block.section]!.test(header.key)) {
    reading.warn("nanosight-table-heading", { table, header: header.key }, header.line);
  }
  if (ending === "broken" || (ending === "open" && !plain)) {
    reading.warn("nanosight-table-cut", { table, part, rows }, line + rows);
  } else if (block.section === "Size Data" && rows !== usual) {
    reading.warn("nanosight-table-rows", { table, part, rows, expected: usual }, line);
  }
}

function checkPercentileRows(reading: SummaryReading, block: Block, table: string, plain: boolean): void {
  const { percentiles } = block;
  const part = "Percentile";
  if (percentiles === null) {
    if (!plain) reading.warn("nanosight-table-missing", { table, part }, block.weighting.line);
  } else if (!complete(reading, percentiles)) {
    const { rows, line } = percentiles;
    const code = rows === percentileRows ? "nanosight-table-cut" : "nanosight-table-rows";
    reading.warn(code, { table, part, rows, expected: percentileRows }, line);
  }
}

/** A block that can be used: its bins are not cut off and are headed as bins of size. */
export function isWhole(reading: SummaryReading, block: Block): boolean {
  if (block.graph === null || !binHeaders[block.section]!.test(block.graph.header.key)) return false;
  if (block.graph.ending === "blank") return true;
  return (
    block.graph.ending === "open" && includedBlocks(reading).get(blockName(block).toLowerCase()) === "plain"
  );
}

function blockName(block: Block): string {
  const weighting = block.weighting.cells[0] ?? "";
  const kind = block.section === "Size Data" ? "Size" : "Diffusion";
  return `${kind} distribution - ${weightings.includes(weighting) ? weighting : `“${weighting}”`} weighting`;
}

function includedBlocks(reading: SummaryReading): ReadonlyMap<string, "percentiles" | "plain"> {
  const included = new Map<string, "percentiles" | "plain">();
  for (const row of reading.section("Data Included")) {
    const name = row.key.replace(/ - With Percentiles$/, "");
    included.set(name.toLowerCase(), name === row.key ? "plain" : "percentiles");
  }
  return included;
}

function complete(reading: SummaryReading, table: GraphTable): boolean {
  if (table.rows !== percentileRows || table.ending === "broken") return false;
  const { text, layout } = reading.document;
  let last = table.start;
  for (let row = 0; row < 100; row++) last = text.indexOf("\n", last) + 1;
  return text.startsWith("0", table.start) && text.startsWith(`100${layout.delimiter}`, last);
}
