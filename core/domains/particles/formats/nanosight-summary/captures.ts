import { SummaryReading } from "./context.ts";
import type { Row, SummaryDocument } from "./document.ts";

/** The videos' names and columns; null where no row names them, `too many` where it names more than `most`. */
export function openReading(
  document: SummaryDocument,
  encoded: boolean,
  most: number,
): SummaryReading | "too many" | null {
  const named = document.rows.filter((row) => row.key === "Filename:");
  const sized = document.blocks.flatMap((block) => block.rows.filter((row) => row.key === "Filename"));
  const source = named[0] ?? sized[0];
  const written = withoutAverage(trimEnd(source?.cells ?? []));
  if (source === undefined || written.length === 0) return null;
  if (written.length > most) return "too many";
  const used = new Set<string>();
  const renamed: { position: number; name: string }[] = [];
  const names = written.map((given, at) => {
    const base = given || `video ${at + 1}`;
    let name = base;
    for (let copy = 2; used.has(name); copy++) name = `${base} (${copy})`;
    used.add(name);
    if (name !== given) renamed.push({ position: at + 1, name });
    return name;
  });
  const averaged = [...document.rows.filter((row) => row.key === "[Results]"), ...sized].some(
    (row) => row.cells[names.length] === "Average",
  );
  const reading = new SummaryReading(document, names, averaged);
  if (named.length === 0) reading.warn("nanosight-captures-from-size-data", {}, source.line);
  if (named.length > 1)
    reading.warn("nanosight-row-twice", { key: "Filename:", section: "Experiment Details" }, named[1]!.line);
  for (const parameters of renamed) reading.warn("nanosight-capture-name", parameters, source.line);
  if (encoded) warnOfEncoding(reading, source);
  for (const row of sized) checkNames(reading, row, written);
  return reading;
}

function trimEnd(cells: readonly string[]): readonly string[] {
  let length = cells.length;
  while (length > 0 && cells[length - 1] === "") length--;
  return cells.slice(0, length);
}

function withoutAverage(cells: readonly string[]): readonly string[] {
  return cells.at(-2) === "Average" && cells.at(-1) === "Standard Error" ? cells.slice(0, -2) : cells;
}

function checkNames(reading: SummaryReading, row: Row, written: readonly string[]): void {
  reading.checkColumns(row);
  const at = written.findIndex((name, column) => row.cells[column] !== name);
  if (at < 0) return;
  const parameters = { name: written[at]!, sizeName: row.cells[at] ?? "" };
  reading.warn("nanosight-filename-mismatch", parameters, row.line);
}

function warnOfEncoding(reading: SummaryReading, source: Row): void {
  const doubtful = [
    ...reading.captures,
    ...reading.section("Experiment Details").flatMap((row) => row.cells),
  ];
  const name = doubtful.find((words) => /[^\x00-\x7f]/.test(words));
  if (name !== undefined) reading.warn("nanosight-name-encoding", { name }, source.line);
}
