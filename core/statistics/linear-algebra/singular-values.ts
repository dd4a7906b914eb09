import { portable } from "../../kernel/index.ts";
import type { Matrix } from "./matrix.ts";

const mostSweeps = 60;

/**
 * Singular values in descending order, as many as the lesser of rows and columns, by one-sided Jacobi rotations (Golub
 * and Van Loan, 8.6.3): small ones keep their relative accuracy where the columns differ only in scale.
 */
export function singularValues(matrix: Matrix): Float64Array {
  const size = matrix.values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (size === 0) return new Float64Array(Math.min(matrix.rows, matrix.columns));
  const vectors = shortSide({ ...matrix, values: matrix.values.map((value) => value / size) });
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    let turned = false;
    for (let i = 0; i < vectors.length; i++) {
      for (let j = i + 1; j < vectors.length; j++) {
        if (orthogonalise(vectors[i]!, vectors[j]!)) turned = true;
      }
    }
    if (!turned) break;
  }
  return Float64Array.from(vectors, (vector) => size * portable.hypot(...vector))
    .sort()
    .reverse();
}

/** Condition number in the 2-norm: greatest over least singular value; Infinity for a matrix without full rank. */
export function conditionNumber(matrix: Matrix): number {
  const values = singularValues(matrix);
  const least = values[values.length - 1] ?? 0;
  return least > 0 ? values[0]! / least : Number.POSITIVE_INFINITY;
}

/** The rows or the columns as vectors, whichever are fewer: they have the same singular values. */
function shortSide({ rows, columns, values }: Matrix): Float64Array[] {
  if (rows <= columns) {
    return Array.from({ length: rows }, (_, i) => values.slice(i * columns, (i + 1) * columns));
  }
  return Array.from({ length: columns }, (_, j) =>
    Float64Array.from({ length: rows }, (_, i) => values[i * columns + j]!),
  );
}

/** Turns two vectors in their plane until they are orthogonal; false where they already were. */
function orthogonalise(one: Float64Array, two: Float64Array): boolean {
  let first = 0;
  let second = 0;
  let both = 0;
  for (let k = 0; k < one.length; k++) {
    first += one[k]! * one[k]!;
    second += two[k]! * two[k]!;
    both += one[k]! * two[k]!;
  }
  if (!(Math.abs(both) > Number.EPSILON * Math.sqrt(first) * Math.sqrt(second))) return false;
  const zeta = (second - first) / (2 * both);
  const tangent = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + portable.hypot(1, zeta));
  const cosine = 1 / portable.hypot(1, tangent);
  const sine = cosine * tangent;
  for (let k = 0; k < one.length; k++) {
    const a = one[k]!;
    const b = two[k]!;
    one[k] = cosine * a - sine * b;
    two[k] = sine * a + cosine * b;
  }
  return true;
}
