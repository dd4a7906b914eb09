import type { Values } from "../values.ts";

/** What the columns of a design span. */
export interface ColumnBasis {
  readonly rank: number;
  /** `rank` orthonormal columns of n rows. */
  readonly basis: readonly Float64Array[];
  /** The columns that the basis was made of, in order of choice. */
  readonly chosen: readonly number[];
  /** Coordinates of each given column in the basis: `coordinates[column][k]`. */
  readonly coordinates: readonly Float64Array[];
}

/** A column counts as a combination of others where less than this share of its length is left: as `lm` of R. */
export const rankTolerance = 1e-7;

/**
 * Rank-revealing QR of columns of n rows: Gram-Schmidt with each column orthogonalised twice (as exact as reflections;
 * Giraud, Langou and Rozloznik 2005, doi:10.1016/j.camwa.2005.08.009). Next comes the column with most of its length
 * left; none is chosen with less than `rankTolerance` of it left.
 */
export function columnBasis(columns: readonly Values[]): ColumnBasis {
  const lengths = columns.map((column) => norm(column));
  const rest = columns.map((column, j) =>
    Float64Array.from(column, (value) => (lengths[j]! > 0 ? value / lengths[j]! : 0)),
  );
  const basis: Float64Array[] = [];
  const chosen: number[] = [];
  const open = new Set(columns.keys());
  for (;;) {
    let best = -1;
    let most = rankTolerance;
    for (const j of open) {
      const left = norm(rest[j]!);
      // ties go to the column that stands first
      if (left > most * (best < 0 ? 1 : 1 + 1e-9)) [best, most] = [j, left];
    }
    if (best < 0) break;
    open.delete(best);
    chosen.push(best);
    const direction = unit(rest[best]!);
    basis.push(direction);
    for (const j of open) {
      for (const one of basis) subtract(rest[j]!, one, dot(rest[j]!, one));
    }
  }
  const coordinates = columns.map((column) => Float64Array.from(basis, (one) => dot(column, one)));
  return { rank: basis.length, basis, chosen, coordinates };
}

/**
 * The weights m of the basis with weights'b = m'(coordinates), for a linear combination of the coefficients b of the
 * columns; null where the combination cannot be estimated: it is no combination of the design's rows.
 */
export function estimableWeights(design: ColumnBasis, weights: Values): Float64Array | null {
  const { rank, chosen, coordinates } = design;
  const m = new Float64Array(rank);
  for (let k = 0; k < rank; k++) {
    const column = coordinates[chosen[k]!]!;
    let left = weights[chosen[k]!]!;
    for (let i = 0; i < k; i++) left -= column[i]! * m[i]!;
    m[k] = left / column[k]!;
  }
  for (const [j, column] of coordinates.entries()) {
    if (chosen.includes(j)) continue;
    let size = Math.abs(weights[j]!);
    for (let k = 0; k < rank; k++) size += Math.abs(column[k]! * m[k]!);
    if (Math.abs(dot(column, m) - weights[j]!) > rankTolerance * size) return null;
  }
  return m;
}

/** Takes from `target` what the basis spans; returns the target. */
export function takeOut(target: Float64Array, basis: readonly Float64Array[]): Float64Array {
  for (let pass = 0; pass < 2; pass++) {
    for (const one of basis) subtract(target, one, dot(target, one));
  }
  return target;
}

/** Sum of the products. */
export function dot(a: Values, b: Values): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Euclidean length without overflow. */
export function norm(values: Values): number {
  let greatest = 0;
  for (let i = 0; i < values.length; i++) greatest = Math.max(greatest, Math.abs(values[i]!));
  if (!(greatest > 0)) return 0;
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i]! / greatest) * (values[i]! / greatest);
  return greatest * Math.sqrt(sum);
}

function unit(values: Float64Array): Float64Array {
  const length = norm(values);
  return values.map((value) => value / length);
}

function subtract(target: Float64Array, direction: Float64Array, times: number): void {
  for (let i = 0; i < target.length; i++) target[i]! -= times * direction[i]!;
}
