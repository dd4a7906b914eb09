import type { Matrix } from "../../../../statistics/linear-algebra/index.ts";

/** One channel of many events. */
export type Column = Float64Array | Float32Array;

const tile = 512;
let scratch = new Float64Array(0);

/**
 * out[j][e] = sum over i of columns[i][e] x matrix[i][j] for the first `count` events, summed in doubles; `out` may hold
 * the very columns that are read. Zeros of the matrix are passed over.
 */
export function mixColumns(
  matrix: Matrix,
  columns: readonly Column[],
  out: readonly Column[],
  count: number,
): void {
  const { rows, columns: outputs } = matrix;
  if (scratch.length < outputs * tile) scratch = new Float64Array(outputs * tile);
  for (let from = 0; from < count; from += tile) {
    const n = Math.min(tile, count - from);
    scratch.fill(0, 0, outputs * tile);
    for (let j = 0; j < outputs; j++) {
      for (let i = 0; i < rows; i++) {
        const factor = matrix.values[i * outputs + j]!;
        if (factor !== 0) addTimes(factor, columns[i]!, from, n, j * tile);
      }
    }
    for (let j = 0; j < outputs; j++) {
      const target = out[j]!;
      for (let e = 0; e < n; e++) target[from + e] = scratch[j * tile + e]!;
    }
  }
}

function addTimes(factor: number, column: Column, from: number, n: number, at: number): void {
  const sums = scratch;
  for (let e = 0; e < n; e++) sums[at + e]! += factor * column[from + e]!;
}
