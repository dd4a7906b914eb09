import type { Matrix } from "./linear-algebra/index.ts";

/** For tests: numbers of a golden file, where null is a missing value. */
export function numbers(values: readonly (number | null)[]): Float64Array {
  return Float64Array.from(values, (value) => value ?? Number.NaN);
}

/** For tests: the matrix of a golden file. */
export function matrixFrom(block: { rows: number; columns: number; values: (number | null)[] }): Matrix {
  return { rows: block.rows, columns: block.columns, values: numbers(block.values) };
}
