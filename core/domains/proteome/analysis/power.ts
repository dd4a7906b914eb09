import { detectableDifference as smallestDifference } from "../../../statistics/index.ts";
import type { DonorCounts } from "./donors.ts";

/** The log2 difference that a two-sided t-test at `alpha` finds with 80 % power at this number of donors; null where none is. */
export function detectableDifference(
  { first, second }: DonorCounts,
  sd: number,
  alpha: number,
): number | null {
  const found = smallestDifference({ n1: first, n2: second, sd }, 0.8, alpha);
  return Number.isFinite(found) ? found : null;
}
