import { portable } from "../../kernel/index.ts";
import { makeOrthogonal } from "./jacobi.ts";
import { columnVectors, type Matrix, rowVectors } from "./matrix.ts";

/**
 * Singular values in descending order, as many as the lesser of rows and columns, by one-sided Jacobi rotations (Golub
 * and Van Loan, 8.6.3): small ones keep their relative accuracy where the columns differ only in scale. With the
 * singular vectors: `svd`.
 */
export function singularValues(matrix: Matrix): Float64Array {
  const size = matrix.values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (size === 0) return new Float64Array(Math.min(matrix.rows, matrix.columns));
  const scaled = { ...matrix, values: matrix.values.map((value) => value / size) };
  const vectors = matrix.rows <= matrix.columns ? rowVectors(scaled) : columnVectors(scaled);
  makeOrthogonal(vectors);
  return Float64Array.from(vectors, (vector) => size * portable.hypot(...vector))
    .sort()
    .reverse();
}

export function conditionNumber(matrix: Matrix): number {
  const values = singularValues(matrix);
  const least = values[values.length - 1] ?? 0;
  return least > 0 ? values[0]! / least : Number.POSITIVE_INFINITY;
}
