import { requireProbability, type Values } from "./values.ts";

/** P values adjusted for the number of comparisons by Holm (1979), in the order given. */
export function holmAdjusted(pValues: Values): Float64Array {
  for (const p of pValues) requireProbability(p);
  const n = pValues.length;
  const order = Array.from(pValues.keys()).sort((i, j) => pValues[i]! - pValues[j]!);
  const adjusted = new Float64Array(n);
  let greatest = 0;
  order.forEach((index, rank) => {
    greatest = Math.max(greatest, Math.min(1, (n - rank) * pValues[index]!));
    adjusted[index] = greatest;
  });
  return adjusted;
}
