import type { Values } from "../values.ts";
import { ascendingOrder } from "./ascending.ts";

/**
 * P values adjusted for the number of comparisons by Holm (1979, Scand. J. Stat. 6:65), in the order given. A NaN stays
 * NaN and is not counted as a comparison; RangeError for what is no probability.
 */
export function holm(pValues: Values): Float64Array {
  const order = ascendingOrder(pValues);
  const adjusted = new Float64Array(pValues.length).fill(Number.NaN);
  let greatest = 0;
  for (let rank = 0; rank < order.length; rank++) {
    const index = order[rank]!;
    greatest = Math.max(greatest, Math.min(1, (order.length - rank) * pValues[index]!));
    adjusted[index] = greatest;
  }
  return adjusted;
}
