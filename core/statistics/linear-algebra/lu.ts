import type { Matrix } from "./matrix.ts";

/** P A = L U by partial pivoting. */
interface Decomposition {
  readonly n: number;
  readonly factors: Float64Array;
  /** Row of A at each row of L U. */
  readonly order: Int32Array;
}

/** Null where a column has no pivot but 0. */
function decompose({ rows: n, columns, values }: Matrix): Decomposition | null {
  if (n !== columns) throw new RangeError(`not square: ${n} x ${columns}`);
  const factors = Float64Array.from(values);
  const order = Int32Array.from({ length: n }, (_, i) => i);
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) {
      if (Math.abs(factors[i * n + k]!) > Math.abs(factors[pivot * n + k]!)) pivot = i;
    }
    if (!(Math.abs(factors[pivot * n + k]!) > 0)) return null;
    if (pivot !== k) swapRows(factors, order, n, k, pivot);
    for (let i = k + 1; i < n; i++) {
      factors[i * n + k]! /= factors[k * n + k]!;
      const factor = factors[i * n + k]!;
      for (let j = k + 1; j < n; j++) factors[i * n + j]! -= factor * factors[k * n + j]!;
    }
  }
  return { n, factors, order };
}

function swapRows(factors: Float64Array, order: Int32Array, n: number, one: number, two: number): void {
  const row = factors.slice(one * n, (one + 1) * n);
  factors.copyWithin(one * n, two * n, (two + 1) * n);
  factors.set(row, two * n);
  [order[one], order[two]] = [order[two]!, order[one]!];
}

function substitute({ n, factors, order }: Decomposition, right: Float64Array): Float64Array {
  const x = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let rest = right[order[i]!]!;
    for (let j = 0; j < i; j++) rest -= factors[i * n + j]! * x[j]!;
    x[i] = rest;
  }
  for (let i = n - 1; i >= 0; i--) {
    let rest = x[i]!;
    for (let j = i + 1; j < n; j++) rest -= factors[i * n + j]! * x[j]!;
    x[i] = rest / factors[i * n + i]!;
  }
  return x;
}

function refined(matrix: Matrix, decomposition: Decomposition, right: Float64Array): Float64Array {
  const { rows: n, values } = matrix;
  const x = substitute(decomposition, right);
  const residual = right.map((aim, i) => {
    let rest = aim;
    for (let j = 0; j < n; j++) rest -= values[i * n + j]! * x[j]!;
    return rest;
  });
  const step = substitute(decomposition, residual);
  return x.map((value, i) => value + step[i]!);
}

/**
 * The x of A x = right by LU with partial pivoting and one step of refinement (Golub and Van Loan, 3.4, 3.5); null where
 * a pivot is 0. How near A is to singular is told by `conditionNumber`. Throws where A is not square.
 */
export function solveLinear(matrix: Matrix, right: Float64Array): Float64Array | null {
  const decomposition = decompose(matrix);
  return decomposition && refined(matrix, decomposition, right);
}

/** The inverse of a square matrix, column by column as `solveLinear`; null where a pivot is 0. */
export function inverseMatrix(matrix: Matrix): Matrix | null {
  const decomposition = decompose(matrix);
  if (!decomposition) return null;
  const n = matrix.rows;
  const values = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    const unit = new Float64Array(n);
    unit[j] = 1;
    refined(matrix, decomposition, unit).forEach((value, i) => {
      values[i * n + j] = value;
    });
  }
  return { rows: n, columns: n, values };
}
