import { portable } from "../../../kernel/index.ts";
import type { Matrix } from "../../../statistics/index.ts";

/** Abundances of log2 values; NaN stays. */
export function linearValues({ rows, columns, values }: Matrix): Matrix {
  return { rows, columns, values: values.map((log) => portable.pow(2, log)) };
}

/** The given columns of a matrix. */
export function columnsOfMatrix({ rows, columns, values }: Matrix, chosen: readonly number[]): Matrix {
  const out = new Float64Array(rows * chosen.length);
  for (let row = 0; row < rows; row++)
    chosen.forEach((column, at) => {
      out[row * chosen.length + at] = values[row * columns + column]!;
    });
  return { rows, columns: chosen.length, values: out };
}

/** Mean of the values of each row that are there; NaN where none is. */
export function rowMeans({ rows, columns, values }: Matrix): Float64Array {
  return Float64Array.from({ length: rows }, (_, row) => {
    const own = values.subarray(row * columns, (row + 1) * columns).filter((value) => !Number.isNaN(value));
    return own.length === 0 ? Number.NaN : own.reduce((sum, value) => sum + value, 0) / own.length;
  });
}
