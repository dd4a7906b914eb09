import { portable } from "../../kernel/index.ts";
import { directionOf } from "./direction.ts";
import { makeOrthogonal } from "./jacobi.ts";
import { columnVectors, type Matrix, matrixOfColumns, rowVectors } from "./matrix.ts";
import { orthogonalTimes, qr, upperFactor } from "./qr.ts";

/** A = U S V', k the lesser of rows and columns. */
export interface SingularValueDecomposition {
  /** rows x k, orthonormal columns. */
  readonly u: Matrix;
  /** k singular values, descending. */
  readonly s: Float64Array;
  /** columns x k, orthonormal columns; the greatest entry of each is positive. */
  readonly v: Matrix;
}

interface Triplet {
  readonly value: number;
  left: Float64Array;
  right: Float64Array;
}

/**
 * Thin singular value decomposition by QR with column pivoting and one-sided Jacobi rotations of its factor (Drmač and
 * Veselić 2008, doi:10.1137/050639193); for some hundreds of columns. A value that is not finite throws RangeError.
 */
export function svd(matrix: Matrix): SingularValueDecomposition {
  const { rows, columns } = matrix;
  const wide = rows < columns;
  const size = matrix.values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  const scaled = { ...matrix, values: matrix.values.map((value) => value / size) };
  const triplets = ofTall(wide ? matrixOfColumns(rowVectors(scaled), columns) : scaled);
  for (const triplet of triplets) {
    if (wide) [triplet.left, triplet.right] = [triplet.right, triplet.left];
    if (directionOf(triplet.right) < 0) {
      triplet.left = triplet.left.map((value) => -value);
      triplet.right = triplet.right.map((value) => -value);
    }
  }
  return {
    u: matrixOfColumns(
      triplets.map(({ left }) => left),
      rows,
    ),
    s: Float64Array.from(triplets, ({ value }) => size * value),
    v: matrixOfColumns(
      triplets.map(({ right }) => right),
      columns,
    ),
  };
}

/** A P = Q R and R' W = X S with X, W orthogonal, so that A = (Q W) S (P X)'. */
function ofTall(matrix: Matrix): Triplet[] {
  const decomposition = qr(matrix, { pivoting: "greatest-first", tolerance: 0 });
  const n = matrix.columns;
  const vectors = rowVectors(upperFactor(decomposition));
  const turns = columnVectors(identity(n));
  makeOrthogonal(vectors, turns);
  const values = vectors.map((vector) => portable.hypot(...vector));
  const falling = Array.from(values.keys()).sort((i, j) => values[j]! - values[i]! || i - j);
  const units = completed(falling.map((i) => unit(vectors[i]!, values[i]!)));
  return falling.map((i, at) => {
    const right = new Float64Array(n);
    decomposition.order.forEach((column, j) => {
      right[column] = units[at]![j]!;
    });
    return { value: values[i]!, left: orthogonalTimes(decomposition, turns[i]!), right };
  });
}

/** Shorter vectors have squares that vanish, and were not made orthogonal. */
const leastLength = 1e-150;

function unit(vector: Float64Array, length: number): Float64Array | null {
  return length > leastLength ? vector.map((value) => value / length) : null;
}

/** The vectors with what is missing among them filled in: an orthonormal basis, by Gram and Schmidt twice. */
function completed(vectors: readonly (Float64Array | null)[]): Float64Array[] {
  const n = vectors.length;
  const basis = vectors.filter((vector) => vector !== null);
  for (let axis = 0; basis.length < n && axis < n; axis++) {
    const candidate = new Float64Array(n);
    candidate[axis] = 1;
    for (let pass = 0; pass < 2; pass++) for (const other of basis) project(candidate, other);
    const length = portable.hypot(...candidate);
    if (length > 0.5 / Math.sqrt(n)) basis.push(candidate.map((value) => value / length));
  }
  const spare = basis.slice(vectors.filter((vector) => vector !== null).length);
  return vectors.map((vector) => vector ?? spare.shift()!);
}

function project(vector: Float64Array, unitVector: Float64Array): void {
  let dot = 0;
  for (let i = 0; i < vector.length; i++) dot += vector[i]! * unitVector[i]!;
  for (let i = 0; i < vector.length; i++) vector[i]! -= dot * unitVector[i]!;
}

function identity(n: number): Matrix {
  const values = new Float64Array(n * n);
  for (let i = 0; i < n; i++) values[i * n + i] = 1;
  return { rows: n, columns: n, values };
}
