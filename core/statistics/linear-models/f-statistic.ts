import { type Matrix, symmetricEigen } from "../linear-algebra/index.ts";
import { correlationOf } from "./fit-contrasts.ts";

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

/** Rows W with W'W = R^+; none where a coefficient has no variance. */
function pseudoRoots(correlation: Float64Array, p: number): { rank: number; roots: Float64Array } {
  if (!correlation.every(Number.isFinite)) return { rank: 0, roots: new Float64Array(0) };
  const { values, vectors } = symmetricEigen({ rows: p, columns: p, values: correlation });
  const rank = values.filter((value) => value > leastShare * values[0]!).length;
  const roots = new Float64Array(rank * p);
  for (let k = 0; k < rank; k++) {
    for (let j = 0; j < p; j++) roots[k * p + j] = vectors.values[j * p + k]! / Math.sqrt(values[k]!);
  }
  return { rank, roots };
}
