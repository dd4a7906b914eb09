import { accepted, type Result, refused } from "../../kernel/index.ts";
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
 * Smyth 2004, 10.2202/1544-6115.1027; blocks: Smyth, Michaud and Scott 2005, 10.1093/bioinformatics/bti270.
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
  const sharing = weights.values === null && (weights.samples === null || weighted);
  const complete = sharing ? completeRows(values, rows, n) : new Uint8Array(rows);
  const own = complete.includes(0);
  const coefficients = new Float64Array(rows * p).fill(own ? Number.NaN : 0);
  const stdevUnscaled = new Float64Array(rows * p).fill(own ? Number.NaN : 0);
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
    averageExpression: averages(values, rows, n),
    rank: shared.rank,
    estimable: notMissing(coefficients),
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
  { basis, inverse, covariance, rank: p }: SharedFit,
  space: FitSpace,
  weighted: boolean,
  { coefficients, stdevUnscaled, sigma, residualDf }: Shared,
): void {
  const effects = new Float64Array(p);
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
    const squares = fitShared(basis, inverse, p, n, source, start, effects, coefficients, g * p);
    for (let k = 0; k < p; k++) stdevUnscaled[g * p + k] = stdevs[k]!;
    residualDf[g] = n - p;
    if (n > p) sigma[g] = Math.sqrt(squares / (n - p));
  }
}

function completeRows(values: Float64Array, rows: number, n: number): Uint8Array {
  const complete = new Uint8Array(rows);
  for (let g = 0; g < rows; g++) {
    let i = g * n;
    const end = i + n;
    while (i < end && Number.isFinite(values[i]!)) i++;
    complete[g] = i === end ? 1 : 0;
  }
  return complete;
}

function averages(values: Float64Array, rows: number, n: number): Float64Array {
  const means = new Float64Array(rows);
  for (let g = 0; g < rows; g++) {
    let sum = 0;
    let count = 0;
    for (let i = g * n; i < (g + 1) * n; i++) {
      if (!Number.isFinite(values[i]!)) continue;
      sum += values[i]!;
      count++;
    }
    means[g] = sum / count;
  }
  return means;
}

/** 1 where a number is not NaN. */
function notMissing(values: Float64Array): Uint8Array {
  const flags = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i++) flags[i] = Number.isNaN(values[i]!) ? 0 : 1;
  return flags;
}
