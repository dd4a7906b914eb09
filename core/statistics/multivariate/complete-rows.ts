import type { Issue } from "../../kernel/index.ts";
import { statisticsIssues } from "../issues.ts";
import type { Matrix } from "../linear-algebra/index.ts";

export interface CompleteRows {
  readonly data: Matrix;
  /** The row of the original at each row that is left. */
  readonly rows: Int32Array;
}

/** The rows of `data` (features x samples) whose values are all finite, and which they were. */
export function completeRows({ rows, columns, values }: Matrix): CompleteRows {
  const kept: number[] = [];
  for (let i = 0; i < rows; i++) if (missingIn(values, i * columns, columns) === 0) kept.push(i);
  const left = new Float64Array(kept.length * columns);
  kept.forEach((row, i) => {
    left.set(values.subarray(row * columns, (row + 1) * columns), i * columns);
  });
  return { data: { rows: kept.length, columns, values: left }, rows: Int32Array.from(kept) };
}

/** `statistics-missing-values` where a value is not finite. */
export function missingValues({ rows, columns, values }: Matrix): Issue | undefined {
  let n = 0;
  let features = 0;
  for (let i = 0; i < rows; i++) {
    const missing = missingIn(values, i * columns, columns);
    n += missing;
    if (missing > 0) features += 1;
  }
  return n > 0 ? statisticsIssues.raise("statistics-missing-values", { n, features }) : undefined;
}

function missingIn(values: Float64Array, from: number, count: number): number {
  let missing = 0;
  for (let k = from; k < from + count; k++) if (!Number.isFinite(values[k]!)) missing += 1;
  return missing;
}
