import type { Matrix } from "../linear-algebra/matrix.ts";
import { requireLength } from "../values.ts";

// mean and standard deviation of a row's columns with `flag`, the deviation at least 0.2 |mean|, or 0.2 for a mean of 0
function described(row: Float64Array, flags: Uint8Array, flag: 0 | 1): { mean: number; sd: number } {
  let n = 0;
  let sum = 0;
  for (let c = 0; c < row.length; c++) {
    if (flags[c] !== flag) continue;
    n++;
    sum += row[c]!;
  }
  const mean = sum / n;
  let squares = 0;
  for (let c = 0; c < row.length; c++) {
    const deviation = row[c]! - mean;
    if (flags[c] === flag) squares += deviation * deviation;
  }
  const least = 0.2 * (mean === 0 ? 1 : Math.abs(mean));
  return { mean, sd: Math.max(Math.sqrt(squares / (n - 1)), least) };
}

/**
 * Signal to noise of each row: the difference of the means over the sum of the standard deviations (n - 1), columns
 * flagged 1 less those flagged 0. Each deviation counts at least 0.2 |mean|, or 0.2 where the mean is 0, as in the GSEA
 * user guide, "Metrics for ranking genes". At least 2 columns of each flag; NaN where a value is NaN.
 * Throws a RangeError unless there is a flag for each column.
 */
export function signalToNoise({ rows, columns, values }: Matrix, flags: Uint8Array): Float64Array {
  requireLength("flags", flags, columns);
  return Float64Array.from({ length: rows }, (_, r) => {
    const row = values.subarray(r * columns, (r + 1) * columns);
    const one = described(row, flags, 1);
    const other = described(row, flags, 0);
    return (one.mean - other.mean) / (one.sd + other.sd);
  });
}
