import { type Issue, isRefused, type Result, refused } from "../kernel/index.ts";
import type { Matrix } from "./linear-algebra/index.ts";
import { normalisationIssues } from "./normalisation/issues.ts";

/** The values of one sample (column), missing ones as NaN. */
export function sampleOf({ rows, columns, values }: Matrix, sample: number): Float64Array {
  const column = new Float64Array(rows);
  for (let i = 0; i < rows; i++) column[i] = values[i * columns + sample]!;
  return column;
}

/** The values that were observed, in their order. */
export function observedOf(values: Float64Array): Float64Array {
  return values.filter((value) => !Number.isNaN(value));
}

/** The matrix whose columns are `samples`, each of `rows` values. */
export function matrixOfSamples(rows: number, samples: readonly Float64Array[]): Matrix {
  const columns = samples.length;
  const values = new Float64Array(rows * columns);
  samples.forEach((sample, j) => {
    for (let i = 0; i < rows; i++) values[i * columns + j] = sample[i]!;
  });
  return { rows, columns, values };
}

/** All samples of a matrix. */
export function samplesOf(data: Matrix): Float64Array[] {
  return Array.from({ length: data.columns }, (_, j) => sampleOf(data, j));
}

/** Mean of what was observed of each feature; NaN where nothing was. */
export function featureMeans({ rows, columns, values }: Matrix): Float64Array {
  const means = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    let sum = 0;
    let n = 0;
    for (let j = 0; j < columns; j++) {
      const value = values[i * columns + j]!;
      if (Number.isNaN(value)) continue;
      sum += value;
      n++;
    }
    means[i] = sum / n;
  }
  return means;
}

/**
 * Why a matrix cannot be used, null where it can: `matrix-infinite` where a value is infinite (a logarithm of zero),
 * `matrix-nothing-observed` where every value is missing.
 */
export function matrixFault(data: Matrix): Issue | null {
  let infinite = 0;
  let observed = 0;
  for (const value of data.values) {
    if (Number.isNaN(value)) continue;
    if (Number.isFinite(value)) observed++;
    else infinite++;
  }
  if (infinite > 0) return normalisationIssues.raise("matrix-infinite", { n: infinite });
  return observed === 0 ? normalisationIssues.raise("matrix-nothing-observed") : null;
}

/** Warns of samples without one observed value: `matrix-empty-samples`. */
export function emptySampleWarnings(data: Matrix): Issue[] {
  const n = samplesOf(data).filter((sample) => observedOf(sample).length === 0).length;
  return n > 0 ? [normalisationIssues.raise("matrix-empty-samples", { n })] : [];
}

/** What `use` makes of a usable matrix; refused as `matrixFault` says. */
export function withUsable<T>(data: Matrix, use: () => Result<T>): Result<T> {
  const fault = matrixFault(data);
  if (fault) return refused(fault);
  const result = use();
  if (isRefused(result)) return result;
  return { ...result, warnings: [...result.warnings, ...emptySampleWarnings(data)] };
}
