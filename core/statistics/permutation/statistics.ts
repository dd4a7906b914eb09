import type { Matrix } from "../linear-algebra/matrix.ts";

/** `mean-difference`: of the first group less the second; `student` and `welch`: over its standard error. */
export type DifferenceStatistic = "mean-difference" | "student" | "welch";

/**
 * Statistic of each row of `data` (centred features x samples) under `labels` (1 first, 0 second, 255 left out), into
 * `into`; a NaN is left out of its row. NaN where a group is empty, or for `student` and `welch` where nothing varies.
 */
export function differenceStatistics(
  { rows, columns, values }: Matrix,
  labels: Uint8Array,
  statistic: DifferenceStatistic,
  into: Float64Array,
): void {
  for (let row = 0; row < rows; row++) {
    let [sum1, sum0, square1, square0, n1, n0] = [0, 0, 0, 0, 0, 0];
    for (let i = 0, at = row * columns; i < columns; i++, at++) {
      const label = labels[i]!;
      const value = values[at]!;
      if (label > 1 || Number.isNaN(value)) continue;
      if (label === 1) {
        sum1 += value;
        square1 += value * value;
        n1 += 1;
      } else {
        sum0 += value;
        square0 += value * value;
        n0 += 1;
      }
    }
    const first = sum1 / n1;
    const second = sum0 / n0;
    if (statistic === "mean-difference") {
      into[row] = first - second;
      continue;
    }
    const around1 = Math.max(0, square1 - sum1 * first);
    const around0 = Math.max(0, square0 - sum0 * second);
    const variance =
      statistic === "student"
        ? ((around1 + around0) / (n1 + n0 - 2)) * (1 / n1 + 1 / n0)
        : around1 / (n1 - 1) / n1 + around0 / (n0 - 1) / n0;
    // squares of centred values: what is left by rounding is no variance
    const varies = variance > 1e-14 * (square1 + square0);
    into[row] = varies ? (first - second) / Math.sqrt(variance) : Number.NaN;
  }
}

/** The matrix with the mean of what is there taken from each row, which keeps differences free of cancellation. */
export function centredRows({ rows, columns, values }: Matrix): Matrix {
  const centred = new Float64Array(values.length);
  for (let row = 0; row < rows; row++) {
    const own = values.subarray(row * columns, (row + 1) * columns);
    let sum = 0;
    let n = 0;
    for (const value of own) {
      if (Number.isNaN(value)) continue;
      sum += value;
      n += 1;
    }
    for (let i = 0; i < columns; i++) centred[row * columns + i] = own[i]! - sum / n;
  }
  return { rows, columns, values: centred };
}
