import { accepted, portable, type Result, refused } from "../../kernel/index.ts";
import { statisticsIssues } from "../issues.ts";
import type { Matrix } from "./matrix.ts";

/** The lower triangular L with positive diagonal of A = L L'. */
export interface Cholesky {
  readonly lower: Matrix;
}

/**
 * Cholesky decomposition of a symmetric matrix, of which the lower triangle is read (Golub and Van Loan, 4.2). Throws
 * where it is not square. A pivot that is no more than rounding of its entry counts as 0. Issues: `statistics-not-finite`, `statistics-not-positive-definite`.
 */
export function cholesky({ rows: n, columns, values }: Matrix): Result<Cholesky> {
  if (n !== columns) throw new RangeError(`not square: ${n} x ${columns}`);
  const lower = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      if (!Number.isFinite(values[i * n + j]!))
        return refused(statisticsIssues.raise("statistics-not-finite"));
      let rest = values[i * n + j]!;
      for (let k = 0; k < j; k++) rest -= lower[i * n + k]! * lower[j * n + k]!;
      if (i !== j) lower[i * n + j] = rest / lower[j * n + j]!;
      else if (rest > n * Number.EPSILON * values[i * n + i]!) lower[i * n + i] = Math.sqrt(rest);
      else return refused(statisticsIssues.raise("statistics-not-positive-definite", { column: i + 1 }));
    }
  }
  return accepted({ lower: { rows: n, columns: n, values: lower } });
}

/** The x of A x = right. */
export function choleskySolve({ lower }: Cholesky, right: ArrayLike<number>): Float64Array {
  const { rows: n, values } = lower;
  const x = Float64Array.from(right);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i]! -= values[i * n + k]! * x[k]!;
    x[i]! /= values[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i]! -= values[k * n + i]! * x[k]!;
    x[i]! /= values[i * n + i]!;
  }
  return x;
}

/** ln of A's determinant. */
export function logDeterminant({ lower }: Cholesky): number {
  let sum = 0;
  for (let i = 0; i < lower.rows; i++) sum += portable.log(lower.values[i * lower.rows + i]!);
  return 2 * sum;
}
