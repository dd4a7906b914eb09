import type { Matrix } from "../linear-algebra/index.ts";
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
 * one t is. Smyth 2004, 10.2202/1544-6115.1027, section 5.
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

/** Rows W with W'W = R^+ from Jacobi's eigenvectors (Golub and Van Loan, 8.5). */
function pseudoRoots(correlation: Float64Array, p: number): { rank: number; roots: Float64Array } {
  const a = Float64Array.from(correlation);
  const vectors = new Float64Array(p * p);
  for (let i = 0; i < p; i++) vectors[i * p + i] = 1;
  for (let sweep = 0; sweep < 60; sweep++) {
    let turned = false;
    for (let i = 0; i < p; i++) {
      for (let j = i + 1; j < p; j++) turned = rotate(a, vectors, p, i, j) || turned;
    }
    if (!turned) break;
  }
  const order = Array.from({ length: p }, (_, i) => i).sort((i, j) => a[j * p + j]! - a[i * p + i]!);
  const greatest = a[order[0]! * p + order[0]!]!;
  const kept = order.filter((i) => a[i * p + i]! > leastShare * greatest);
  const roots = new Float64Array(kept.length * p);
  kept.forEach((column, k) => {
    for (let j = 0; j < p; j++) {
      roots[k * p + j] = vectors[j * p + column]! / Math.sqrt(a[column * p + column]!);
    }
  });
  return { rank: kept.length, roots };
}

function rotate(a: Float64Array, vectors: Float64Array, p: number, i: number, j: number): boolean {
  const off = a[i * p + j]!;
  if (!(Math.abs(off) > 1e-300 && Math.abs(off) > 2 ** -60)) return false;
  const zeta = (a[j * p + j]! - a[i * p + i]!) / (2 * off);
  const tangent = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
  const cosine = 1 / Math.sqrt(1 + tangent * tangent);
  const sine = cosine * tangent;
  for (let k = 0; k < p; k++) turn(a, k * p + i, k * p + j, cosine, sine);
  for (let k = 0; k < p; k++) turn(a, i * p + k, j * p + k, cosine, sine);
  for (let k = 0; k < p; k++) turn(vectors, k * p + i, k * p + j, cosine, sine);
  return true;
}

function turn(values: Float64Array, one: number, two: number, cosine: number, sine: number): void {
  const [x, y] = [values[one]!, values[two]!];
  values[one] = cosine * x - sine * y;
  values[two] = sine * x + cosine * y;
}
