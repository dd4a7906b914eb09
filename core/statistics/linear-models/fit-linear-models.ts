import { accepted, type Result, refused } from "../../kernel/result.ts";
import type { Matrix } from "../linear-algebra/index.ts";
import { blockCorrelationMatrix, choleskyOf, largestBlock, whiten } from "./covariance.ts";
import { type FitSpace, fitFeature, fitSpace } from "./feature-fit.ts";
import { linearModelIssues } from "./issues.ts";
import type { LinearFits } from "./linear-fits.ts";
import { fitShared, type SharedFit, shareFit } from "./shared-fit.ts";

export interface LinearModelOptions {
  /** One weight per sample, or features x samples; a variance is inverse to its weight, and 0 leaves a value out. */
  readonly weights?: Matrix | Float64Array;
  /** Block of each sample; samples of one block have errors correlated by `correlation`. */
  readonly block?: ArrayLike<number | string>;
  readonly correlation?: number;
}

/** Sample weights, and the weights of each value where they differ between features. */
interface Weights {
  readonly samples: Float64Array | null;
  readonly values: Matrix | null;
}

/**
 * Least-squares fits of `design` (samples x coefficients) to each row of `data` (features x samples, NaN for missing),
 * each feature on its observed samples, by generalised least squares with `block` and `correlation`. Complete features
 * without weights of their own share one factorisation. Refused with `linear-model-aliased-coefficients`,
 * `linear-model-design-not-finite` or `linear-model-correlation-out-of-range`; a feature without values has NaN.
 * Smyth 2004, 10.2202/1544-6115.1027, not opened; blocks: Smyth, Michaud and Scott 2005, 10.1093/bioinformatics/bti270,
 * not opened.
 */
export function fitLinearModels(
  data: Matrix,
  design: Matrix,
  options: LinearModelOptions = {},
): Result<LinearFits> {
  requireShapes(data, design, options);
  const weights = weightsOf(options);
  if (!design.values.every(Number.isFinite) || !weightsAreValid(options)) {
    return refused(linearModelIssues.raise("linear-model-design-not-finite"));
  }
  const { block, correlation = 0 } = options;
  const size = block ? largestBlock(block) : 1;
  if (block && !(correlation < 1 && correlation * (size - 1) > -1)) {
    return refused(linearModelIssues.raise("linear-model-correlation-out-of-range", { correlation, size }));
  }
  const space = fitSpace(design, block ? blockCorrelationMatrix(block, correlation) : null);
  const weighted = weights.samples?.every((weight) => weight > 0) ?? false;
  if (weighted) space.weights.set(weights.samples!);
  const shared = shareFit(space, weighted);
  if (shared.aliased.length > 0) {
    const coefficients = shared.aliased.map((column) => column + 1).join(", ");
    return refused(linearModelIssues.raise("linear-model-aliased-coefficients", { coefficients }));
  }
  return accepted(fitAll(data, space, shared, weights, weighted));
}

function requireShapes(data: Matrix, design: Matrix, { weights, block }: LinearModelOptions): void {
  if (data.columns !== design.rows) throw new RangeError("design and data differ in samples");
  if (block && block.length !== data.columns) throw new RangeError("block and data differ in samples");
  if (weights instanceof Float64Array) {
    if (weights.length !== data.columns) throw new RangeError("weights and data differ in samples");
  } else if (weights && (weights.rows !== data.rows || weights.columns !== data.columns)) {
    throw new RangeError("weights and data differ in shape");
  }
}

function weightsOf({ weights }: LinearModelOptions): Weights {
  if (!weights) return { samples: null, values: null };
  return weights instanceof Float64Array
    ? { samples: weights, values: null }
    : { samples: null, values: weights };
}

function weightsAreValid({ weights }: LinearModelOptions): boolean {
  if (!weights) return true;
  if (weights instanceof Float64Array) {
    return weights.every((weight) => weight >= 0 && weight < Number.POSITIVE_INFINITY);
  }
  // a missing value may have a missing weight
  return weights.values.every((weight) => !(weight < 0 || weight === Number.POSITIVE_INFINITY));
}

function fitAll(
  data: Matrix,
  space: FitSpace,
  shared: SharedFit,
  weights: Weights,
  weighted: boolean,
): LinearFits {
  const { rows, columns: n, values } = data;
  const p = space.design.columns;
  const sums = rowSums(values, rows, n);
  const sharing = weights.values === null && (weights.samples === null || weighted);
  const complete = sharing ? completeRows(sums) : new Uint8Array(rows);
  const own = complete.includes(0);
  const coefficients = new Float64Array(rows * p);
  const stdevUnscaled = new Float64Array(rows * p);
  if (own) {
    coefficients.fill(Number.NaN);
    stdevUnscaled.fill(Number.NaN);
  }
  const sigma = new Float64Array(rows).fill(Number.NaN);
  const residualDf = new Float64Array(rows);
  const covariances = new Float64Array(own ? rows * p * p : 0).fill(Number.NaN);
  fitComplete(data, complete, shared, space, weighted, { coefficients, stdevUnscaled, sigma, residualDf });
  if (own) {
    const targets = { coefficients, stdevUnscaled, sigma, residualDf, covariances };
    for (let g = 0; g < rows; g++) {
      if (complete[g]) {
        covariances.set(shared.covariance, g * p * p);
        continue;
      }
      const at = g * n;
      const rowWeights = weights.values ? weights.values.values.subarray(at, at + n) : weights.samples;
      fitFeature(space, values.subarray(at, at + n), rowWeights, g, targets);
    }
  }
  return {
    coefficients: { rows, columns: p, values: coefficients },
    stdevUnscaled: { rows, columns: p, values: stdevUnscaled },
    sigma,
    residualDf,
    averageExpression: averages(values, sums, n),
    rank: shared.rank,
    estimable: own ? notMissing(coefficients) : new Uint8Array(rows * p).fill(1),
    covCoefficients: { rows: p, columns: p, values: shared.covariance },
    featureCovariances: own ? covariances : null,
  };
}

interface Shared {
  readonly coefficients: Float64Array;
  readonly stdevUnscaled: Float64Array;
  readonly sigma: Float64Array;
  readonly residualDf: Float64Array;
}

function fitComplete(
  { rows, columns: n, values }: Matrix,
  complete: Uint8Array,
  shared: SharedFit,
  space: FitSpace,
  weighted: boolean,
  { coefficients, stdevUnscaled, sigma, residualDf }: Shared,
): void {
  const { covariance, rank: p } = shared;
  const scratch = { effects: new Float64Array(p), rest: new Float64Array(n) };
  const stdevs = Float64Array.from({ length: p }, (_, k) => Math.sqrt(covariance[k * p + k]!));
  const roots = weighted && !space.correlations ? space.weights.map(Math.sqrt) : null;
  if (space.correlations) {
    choleskyOf(space.correlations, space.picked, n, weighted ? space.weights : null, space.factor);
  }
  const row = new Float64Array(n);
  for (let g = 0; g < rows; g++) {
    if (!complete[g]) continue;
    let [source, start] = [values, g * n];
    if (roots || space.correlations) {
      for (let i = 0; i < n; i++) row[i] = values[start + i]! * (roots ? roots[i]! : 1);
      if (space.correlations) whiten(space.factor, n, row, 0);
      [source, start] = [row, 0];
    }
    const squares = fitShared(shared, scratch, source, start, coefficients, g * p);
    for (let k = 0; k < p; k++) stdevUnscaled[g * p + k] = stdevs[k]!;
    residualDf[g] = n - p;
    if (n > p) sigma[g] = Math.sqrt(squares / (n - p));
  }
}

/** The sum of each row, not finite where a value is not. */
function rowSums(values: Float64Array, rows: number, n: number): Float64Array {
  const sums = new Float64Array(rows);
  for (let g = 0; g < rows; g++) {
    const end = (g + 1) * n;
    let sum = 0;
    for (let i = g * n; i < end; i++) sum += values[i]!;
    sums[g] = sum;
  }
  return sums;
}

function completeRows(sums: Float64Array): Uint8Array {
  const complete = new Uint8Array(sums.length);
  for (let g = 0; g < sums.length; g++) complete[g] = Number.isFinite(sums[g]!) ? 1 : 0;
  return complete;
}

function averages(values: Float64Array, sums: Float64Array, n: number): Float64Array {
  const means = new Float64Array(sums.length);
  for (let g = 0; g < means.length; g++) {
    const sum = sums[g]!;
    means[g] = Number.isFinite(sum) ? sum / n : averageOf(values, g * n, (g + 1) * n);
  }
  return means;
}

function averageOf(values: Float64Array, start: number, end: number): number {
  let sum = 0;
  let count = 0;
  for (let i = start; i < end; i++) {
    if (!Number.isFinite(values[i]!)) continue;
    sum += values[i]!;
    count++;
  }
  return sum / count;
}

/** 1 where a number is not NaN. */
function notMissing(values: Float64Array): Uint8Array {
  const flags = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i++) flags[i] = Number.isNaN(values[i]!) ? 0 : 1;
  return flags;
}
