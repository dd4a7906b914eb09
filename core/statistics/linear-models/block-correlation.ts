import * as portable from "../../kernel/portable/index.ts";
import { accepted, type Result, refused } from "../../kernel/result.ts";
import { type Matrix, symmetricEigen } from "../linear-algebra/index.ts";
import { largestBlock } from "./covariance.ts";
import { applyReflections, type Reflections, reflectInPlace, reflectionsFor } from "./householder.ts";
import { linearModelIssues } from "./issues.ts";
import { minimumWithin } from "./minimum.ts";
import { trimmedMean } from "./ranks.ts";

export interface BlockCorrelation {
  /** The consensus: tanh of the trimmed mean of the features' atanh. */
  readonly correlation: number;
  /** Of each feature; NaN where it has too few samples. */
  readonly correlations: Float64Array;
}

/**
 * Correlation between samples of one block that all features share: by restricted maximum likelihood for each feature
 * with a random effect of block, kept above -1 / (size - 1) of the largest block and below 0.99, then the mean of atanh
 * without `trim` at either end. Refused with `linear-model-no-residual-degrees`. Smyth, Michaud and Scott 2005,
 * 10.1093/bioinformatics/bti270, not opened.
 */
export function blockCorrelation(
  data: Matrix,
  design: Matrix,
  block: ArrayLike<number | string>,
  { trim = 0.15 }: { readonly trim?: number } = {},
): Result<BlockCorrelation> {
  if (data.columns !== design.rows || block.length !== data.columns) {
    throw new RangeError("data, design and block differ in samples");
  }
  const least = 1 / (1 - largestBlock(block)) + 0.01;
  const space = reflectionsFor(data.columns, design.columns);
  const correlations = new Float64Array(data.rows);
  for (let g = 0; g < data.rows; g++) {
    const row = data.values.subarray(g * data.columns, (g + 1) * data.columns);
    correlations[g] = Math.min(0.99, Math.max(least, featureCorrelation(row, design, block, space, least)));
  }
  const usable = correlations.filter((one) => !Number.isNaN(one));
  if (usable.length === 0) return refused(linearModelIssues.raise("linear-model-no-residual-degrees"));
  const correlation = portable.tanh(trimmedMean(usable.map(portable.atanh), trim));
  return accepted({ correlation, correlations });
}

function featureCorrelation(
  row: Float64Array,
  design: Matrix,
  block: ArrayLike<number | string>,
  space: Reflections,
  least: number,
): number {
  const picked = [...row.keys()].filter((i) => Number.isFinite(row[i]!));
  const n = picked.length;
  const blocks = [...new Set(picked.map((i) => block[i]!))];
  if (n <= design.columns + 2 || blocks.length < 2 || blocks.length >= n - 1) return Number.NaN;
  picked.forEach((i, at) => {
    for (let j = 0; j < design.columns; j++) {
      space.columns[j * space.capacity + at] = design.values[i * design.columns + j]!;
    }
  });
  const rank = reflectInPlace(space, n);
  const m = n - rank;
  if (m < 2) return Number.NaN;
  const left = (values: Float64Array) => {
    applyReflections(space, rank, n, values);
    return values.subarray(rank);
  };
  const y = left(Float64Array.from(picked, (i) => row[i]!));
  const indicators = blocks.map((one) => left(Float64Array.from(picked, (i) => (block[i] === one ? 1 : 0))));
  const { values, vectors } = symmetricEigen({ rows: m, columns: m, values: gram(indicators, m) });
  const squares = Float64Array.from(values, (_, k) => {
    let dot = 0;
    for (let i = 0; i < m; i++) dot += vectors.values[i * m + k]! * y[i]!;
    return dot * dot;
  });
  return mostLikely(squares, values, least);
}

function gram(columns: readonly Float64Array[], m: number): Float64Array {
  const sums = new Float64Array(m * m);
  for (const column of columns) {
    for (let i = 0; i < m; i++) for (let j = 0; j < m; j++) sums[i * m + j]! += column[i]! * column[j]!;
  }
  return sums;
}

/** Residual contrasts are independent with variances (1 - rho) + rho e: the rho of least deviance with the scale profiled out. */
function mostLikely(squares: Float64Array, eigenvalues: Float64Array, least: number): number {
  const deviance = (rho: number) => {
    let logs = 0;
    let sum = 0;
    for (let k = 0; k < squares.length; k++) {
      const variance = 1 - rho + rho * Math.max(0, eigenvalues[k]!);
      if (!(variance > 0)) return Number.POSITIVE_INFINITY;
      logs += portable.log(variance);
      sum += squares[k]! / variance;
    }
    return logs + squares.length * portable.log(sum);
  };
  return minimumWithin(deviance, least, 0.99, 1e-9);
}
