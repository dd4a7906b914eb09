import { requireProbability, type Values } from "../values.ts";

/** Indices of the p values that are there, ascending, ties in their order. NaN is left out; RangeError for no probability. */
export function ascendingOrder(pValues: Values): Uint32Array {
  const there: number[] = [];
  for (let i = 0; i < pValues.length; i++) {
    if (Number.isNaN(pValues[i]!)) continue;
    requireProbability(pValues[i]!);
    there.push(i);
  }
  return Uint32Array.from(there).sort((i, j) => pValues[i]! - pValues[j]! || i - j);
}
