import type { Stated, StatedName } from "../../measurement.ts";
import { parseCell } from "../text/decimal.ts";
import type { SummaryReading } from "./context.ts";
import type { Row } from "./document.ts";

export type StatedValues = Partial<Record<StatedName, Stated>>;

interface StatedRow {
  readonly key: string;
  readonly name: StatedName;
  readonly unit: string;
  /** `size`: over 0, since 0 nm means that nothing was counted; `count`: 0 is possible. */
  readonly kind: "size" | "count";
}

const resultRows: readonly StatedRow[] = [
  { key: "Concentration (Particles / ml)", name: "concentration", unit: "{particles}/mL", kind: "count" },
  { key: "Particles per frame", name: "particlesPerFrame", unit: "{particles}/{frame}", kind: "count" },
  { key: "Centres per frame", name: "centresPerFrame", unit: "{centres}/{frame}", kind: "count" },
  { key: "Completed tracks", name: "completedTracks", unit: "{tracks}", kind: "count" },
];

const sizeRows: readonly StatedRow[] = [
  { key: "Mean", name: "mean", unit: "nm", kind: "size" },
  { key: "Mode", name: "mode", unit: "nm", kind: "size" },
  { key: "SD", name: "sd", unit: "nm", kind: "count" },
  { key: "D10", name: "d10", unit: "nm", kind: "size" },
  { key: "D50", name: "d50", unit: "nm", kind: "size" },
  { key: "D90", name: "d90", unit: "nm", kind: "size" },
  { key: "Valid Tracks", name: "validTracks", unit: "{tracks}", kind: "count" },
];

/** The instrument's numbers by capture, and its own averages; what cannot be used is absent and told of. */
export function readStated(reading: SummaryReading, sizeData: readonly Row[]) {
  const captures: StatedValues[] = reading.captures.map(() => ({}));
  const average: StatedValues = {};
  for (const row of resultRows)
    readRow(reading, reading.section("Results"), "Results", row, captures, average);
  if (sizeData.length > 0) {
    for (const row of sizeRows) readRow(reading, sizeData, "Size Data", row, captures, average);
  }
  return { captures, average };
}

function readRow(
  reading: SummaryReading,
  rows: readonly Row[],
  section: string,
  stated: StatedRow,
  captures: StatedValues[],
  average: StatedValues,
): void {
  const row = reading.find(rows, section, stated.key);
  if (row === undefined) return;
  reading.checkColumns(row);
  for (let at = 0; at < captures.length; at++) {
    const found = readCell(reading, row, at, stated, reading.captures[at]!);
    if (found) captures[at]![stated.name] = found;
  }
  if (reading.averaged && (row.cells[captures.length] ?? "") !== "") {
    const found = readCell(reading, row, captures.length, stated, "Average");
    if (found) average[stated.name] = found;
  }
}

function readCell(
  reading: SummaryReading,
  row: Row,
  at: number,
  stated: StatedRow,
  capture: string,
): Stated | undefined {
  const printed = row.cells[at] ?? "";
  const value = parseCell(printed, reading.point);
  const parameters = { printed, key: row.key, capture };
  if (!Number.isFinite(value) || value < 0) {
    reading.warn("nanosight-value-unreadable", parameters, row.line);
    return undefined;
  }
  if (value === 0 && (stated.kind === "size" || stated.name === "concentration")) {
    reading.warn("nanosight-no-particles", parameters, row.line);
    if (stated.kind === "size") return undefined;
  }
  return { value: Math.abs(value), unit: stated.unit, printed, line: row.line };
}

/** Numbers of `[Conditions]` or `[Results]` between `least` and `most`, by capture; all others are undefined. */
export function readNumbers(
  reading: SummaryReading,
  section: string,
  key: string,
  least = Number.NEGATIVE_INFINITY,
  most = Number.POSITIVE_INFINITY,
): readonly (number | undefined)[] {
  const row = reading.find(reading.section(section), section, key);
  if (row === undefined) return [];
  reading.checkColumns(row);
  return reading.captures.map((capture, at) => {
    const printed = row.cells[at] ?? "";
    const value = parseCell(printed, reading.point);
    if (Number.isFinite(value) && value >= least && value <= most) return value;
    reading.warn("nanosight-value-unreadable", { printed, key, capture }, row.line);
    return undefined;
  });
}
