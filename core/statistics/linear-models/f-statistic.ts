import type { Matrix } from "../linear-algebra/index.ts";
import { correlationOf } from "./fit-contrasts.ts";
import { symmetricEigen } from "./symmetric-eigen.ts";

/** F statistics of all coefficients together. */
export interface FStatistics {
  readonly f: Float64Array;
  /** Rank of the correlations between the coefficients. */
  readonly df: number;
}

const leastShare = 1e-8;

/**
 * F = t' R^+ t / rank from moderated t (features x coefficients) and the correlations R of the coefficients; NaN where
 * one t is. Smyth 2004, 10.2202/1544-6115.1027, not opened.
 */
export function fStatistics(t: Matrix, covariance: Matrix): FStatistics {
  const p = t.columns;
  const { rank, roots } = pseudoRoots(correlationOf(covariance), p);
  const f = new Float64Array(t.rows);
  for (let g = 0; g < t.rows; g++) f[g] = squaredLength(roots, rank, p, t.values, g * p) / rank;
  return { f, df: rank };
}

function squaredLength(
  roots: Float64Array,
  rank: number,
  p: number,
  values: Float64Array,
  start: number,
): number {
  let sum = 0;
  for (let k = 0; k < rank; k++) {
    let dot = 0;
    for (let j = 0; j < p; j++) dot += roots[k * p + j]! * values[start + j]!;
    sum += dot * dot;
  }
  return sum;
}

/** Rows W with W'W = R^+. */
function pseudoRoots(correlation: Float64Array, p: number): { rank: number; roots: Float64Array } {
  const { values, vectors } = symmetricEigen(correlation, p);
  const order = [...values.keys()].sort((i, j) => values[j]! - values[i]!);
  const kept = order.filter((i) => values[i]! > leastShare * values[order[0]!]!);
  const roots = new Float64Array(kept.length * p);
  kept.forEach((column, k) => {
    for (let j = 0; j < p; j++) roots[k * p + j] = vectors[j * p + column]! / Math.sqrt(values[column]!);
  });
  return { rank: kept.length, roots };
}
