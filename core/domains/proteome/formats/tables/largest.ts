import { cellNumber, noSigns, type Scanner } from "../../../../containers/delimited/index.ts";
import type { Issue } from "../../../../kernel/index.ts";
import { quantityIssues } from "../issues.ts";

/** No detector counts to 2^64: larger numbers are no logarithms to base 2. */
const largestLogarithm = 64;

/**
 * Whether numbers in `columns` below the scanner's row may be logarithms to base 2: none is over 64 and not all are
 * whole. A guess, so `proteome-scale-inferred` goes with it.
 */
export function inferredScale(
  scanner: Scanner,
  columns: readonly number[],
): { readonly scale: "linear" | "log2"; readonly issue: Issue } {
  let largest = Number.NEGATIVE_INFINITY;
  let whole = true;
  const signs = noSigns();
  while (scanner.next()) {
    for (const column of columns) {
      const value = cellNumber(scanner.row, column, signs);
      if (!Number.isFinite(value)) continue;
      if (value > largest) largest = value;
      if (!Number.isInteger(value)) whole = false;
    }
  }
  const scale = largest > largestLogarithm || whole ? "linear" : "log2";
  const shown = Number.isFinite(largest) ? String(largest) : "—";
  return { scale, issue: quantityIssues.raise("proteome-scale-inferred", { scale, largest: shown }) };
}
