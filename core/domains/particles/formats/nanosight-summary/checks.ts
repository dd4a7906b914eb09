import type { SizeBins, Stated } from "../../measurement.ts";
import { printedTolerance } from "../text/decimal.ts";
import { readTable } from "./bins.ts";
import type { SummaryReading } from "./context.ts";
import type { Block } from "./document.ts";
import type { StatedValues } from "./stated.ts";

/** The software prints concentrations with three significant digits. */
const concentrationDigits = 3;

/** Holds what the file prints in two places against each other: bins and concentration, percentiles and D values. */
export function checkAgreement(
  reading: SummaryReading,
  stated: readonly StatedValues[],
  bins: readonly (SizeBins | null)[],
): void {
  reading.captures.forEach((capture, at) => {
    const { concentration, mean, mode, validTracks, completedTracks } = stated[at]!;
    const own = bins[at];
    if (own) {
      if (concentration) checkSum(reading, capture, concentration, own.concentration);
      for (const [key, value] of [
        ["Mean", mean],
        ["Mode", mode],
      ] as const) {
        if (value && (value.value < own.edges[0]! || value.value > own.edges.at(-1)!)) {
          reading.warn("nanosight-outside-graph", { key, capture, printed: value.printed }, value.line);
        }
      }
    }
    if (validTracks && completedTracks && validTracks.value > completedTracks.value) {
      const parameters = { capture, valid: validTracks.printed, completed: completedTracks.printed };
      reading.warn("nanosight-valid-tracks", parameters, validTracks.line);
    }
  });
}

function checkSum(reading: SummaryReading, capture: string, printed: Stated, values: Float64Array): void {
  let sum = 0;
  let filled = 0;
  for (const value of values) {
    sum += value;
    if (value > 0) filled++;
  }
  const tolerance = printedTolerance(printed.printed, printed.value, concentrationDigits) + 0.5 * filled;
  if (Math.abs(sum - printed.value) > tolerance) {
    const parameters = { capture, sum: Number(sum.toPrecision(6)), printed: printed.printed };
    reading.warn("nanosight-bins-and-concentration", parameters, printed.line);
  }
}

/** Percentiles run upwards, and those that are printed as D10, D50 and D90 too agree to the digits printed. */
export function checkPercentiles(
  reading: SummaryReading,
  stated: readonly StatedValues[],
  block: Block,
): void {
  if (block.percentiles === null || block.percentiles.rows !== 101) return;
  const { header } = block.percentiles;
  const table = readTable(reading, block.percentiles, "Percentile");
  if (table === null) return;
  reading.captures.forEach((capture, at) => {
    const sizes = table.columns[at + 1]!;
    const heading = header.cells[at] ?? "";
    if (heading !== "Size (nm)") {
      reading.warn(
        "nanosight-graph-header",
        { header: heading, expected: "Size (nm)", capture },
        header.line,
      );
      return;
    }
    const ordered = sizes.every((size, row) => (row === 0 ? size >= 0 : size >= sizes[row - 1]!));
    if (!ordered || table.columns[0]!.some((percent, row) => percent !== row)) {
      reading.warn("nanosight-percentile-order", { capture }, block.percentiles!.line);
    }
    for (const [key, name, row] of [
      ["D10", "d10", 10],
      ["D50", "d50", 50],
      ["D90", "d90", 90],
    ] as const) {
      const value = stated[at]![name];
      if (value && Math.abs(value.value - sizes[row]!) > 0.051) {
        const parameters = { key, capture, printed: value.printed, found: sizes[row]! };
        reading.warn("nanosight-percentiles", parameters, value.line);
      }
    }
  });
}
