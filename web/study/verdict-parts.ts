import type { Block } from "vesica/report";

/** The verdict's blocks as the page orders them. */
export interface VerdictParts {
  /** Counts of checks. */
  readonly counts: readonly Block[];
  /** How conditions compare; where none do, the numbers of conditions or samples. */
  readonly headline: readonly Block[];
  /** Findings and issues. */
  readonly doubts: readonly Block[];
  /** The other tables of conditions and samples, with the words under them. */
  readonly numbers: readonly Block[];
}

export function verdictParts(blocks: readonly Block[]): VerdictParts {
  const isTable = (block: Block) => block.kind === "table" && /^(headline|groups)-/.test(block.id);
  const from = blocks.findIndex(isTable);
  if (from < 0) return { counts: blocks.slice(0, 1), headline: [], numbers: [], doubts: blocks.slice(1) };
  const last = blocks.findLastIndex(isTable);
  const after = blocks.findIndex((block, at) => at > last && block.kind !== "paragraph");
  const to = after < 0 ? blocks.length : after;
  const tables = blocks.slice(from, to);
  const compared = tables.filter(isComparison);
  return {
    counts: blocks.slice(0, from),
    headline: compared.length > 0 ? compared : tables,
    doubts: blocks.slice(to),
    numbers: compared.length > 0 ? tables.filter((block) => !isComparison(block)) : [],
  };
}

/** Whether a table's rows are of one condition against another: `hypoxia / normoxia`. */
function isComparison(block: Block): boolean {
  if (block.kind !== "table" || !block.id.startsWith("groups-")) return false;
  return block.rows.every(({ cells: [name] }) => Array.isArray(name) && String(name[0]).includes(" / "));
}
