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
  const { rows, columns: outputs, values } = matrix;
  if (scratch.length < outputs * tile) scratch = new Float64Array(outputs * tile);
  for (let from = 0; from < count; from += tile) {
    const n = Math.min(tile, count - from);
    scratch.fill(0, 0, outputs * tile);
    for (let j = 0; j < outputs; j++) {
      let i = 0;
      for (; i + 4 <= rows; i += 4) addFour(values, i * outputs + j, outputs, columns, i, from, n, j * tile);
      for (; i < rows; i++) {
        const factor = values[i * outputs + j]!;
        if (factor !== 0) addOne(factor, columns[i]!, from, n, j * tile);
      }
    }
    for (let j = 0; j < outputs; j++) {
      const target = out[j]!;
      for (let e = 0; e < n; e++) target[from + e] = scratch[j * tile + e]!;
    }
  }
}

/** Adds four columns at once: the sums are read and written a quarter as often. */
function addFour(
  values: Float64Array,
  first: number,
  step: number,
  columns: readonly Column[],
  i: number,
  from: number,
  n: number,
  at: number,
): void {
  const f0 = values[first]!;
  const f1 = values[first + step]!;
  const f2 = values[first + 2 * step]!;
  const f3 = values[first + 3 * step]!;
  if (f0 === 0 || f1 === 0 || f2 === 0 || f3 === 0) {
    for (let k = 0; k < 4; k++) {
      const factor = values[first + k * step]!;
      if (factor !== 0) addOne(factor, columns[i + k]!, from, n, at);
    }
    return;
  }
  const c0 = columns[i]!;
  const c1 = columns[i + 1]!;
  const c2 = columns[i + 2]!;
  const c3 = columns[i + 3]!;
  const sums = scratch;
  for (let e = 0; e < n; e++) {
    const k = from + e;
    sums[at + e]! += f0 * c0[k]! + f1 * c1[k]! + f2 * c2[k]! + f3 * c3[k]!;
  }
}

function addOne(factor: number, column: Column, from: number, n: number, at: number): void {
  const sums = scratch;
  for (let e = 0; e < n; e++) sums[at + e]! += factor * column[from + e]!;
}
