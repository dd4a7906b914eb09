import type { DilutionStatement } from "../../measurement.ts";
import { parseCell } from "../text/decimal.ts";
import type { SummaryReading } from "./context.ts";

const decisive = "Dilution factor (concentrations adjusted for this factor)";

/**
 * What the label and its values say of dilution, by capture: a factor under the label that says so means that the
 * concentrations printed are those of the original sample; `Not recorded` that they are as measured; other words
 * decide nothing.
 */
export function readDilution(reading: SummaryReading): readonly DilutionStatement[] {
  const rows = reading.section("Results");
  const row =
    reading.find(rows, "Results", decisive, false) ?? rows.find((other) => /dilution/i.test(other.key));
  if (row) reading.checkColumns(row);
  return reading.captures.map((capture, at): DilutionStatement => {
    const words = row ? `${row.key}: ${row.cells[at] ?? ""}` : "";
    const line = row?.line ?? 0;
    const printed = row?.cells[at] ?? "";
    if (row?.key === decisive) {
      if (printed.toLowerCase() === "not recorded") {
        return { factor: null, printedConcentrationIs: "as measured", words, line };
      }
      const factor = parseCell(printed, reading.point);
      if (factor > 0) return { factor, printedConcentrationIs: "original", words, line };
    }
    reading.warn("nanosight-dilution-unclear", { words: words || "—", capture }, row?.line);
    return { factor: null, printedConcentrationIs: "unknown", words, line };
  });
}
