import type { Values } from "../values.ts";
import { ascendingOrder } from "./ascending.ts";

/**
 * P values adjusted for the false discovery rate, `min over k >= i of p(k) m / k`, in the order given (Benjamini and
 * Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x). A NaN stays NaN and is not counted in m; RangeError for what
 * is no probability.
 */
export function benjaminiHochberg(pValues: Values): Float64Array {
  const order = ascendingOrder(pValues);
  return steppedUp(pValues, order, 1);
}

/**
 * As `benjaminiHochberg` times `1 + 1/2 + ... + 1/m`, valid under any dependence (Benjamini and Yekutieli 2001,
 * doi:10.1214/aos/1013699998).
 */
export function benjaminiYekutieli(pValues: Values): Float64Array {
  const order = ascendingOrder(pValues);
  let harmonic = 0;
  for (let k = order.length; k >= 1; k--) harmonic += 1 / k;
  return steppedUp(pValues, order, harmonic);
}

/** Step-up adjustment times `factor` of the p values at `order`, at most 1; NaN elsewhere. */
export function steppedUp(pValues: Values, order: Uint32Array, factor: number): Float64Array {
  const adjusted = new Float64Array(pValues.length).fill(Number.NaN);
  let least = 1;
  for (let rank = order.length; rank >= 1; rank--) {
    const index = order[rank - 1]!;
    least = Math.min(least, ((factor * order.length) / rank) * pValues[index]!);
    adjusted[index] = least;
  }
  return adjusted;
}
