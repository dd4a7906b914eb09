import { portable } from "../../kernel/index.ts";
import { dot, takeOut } from "../design/column-basis.ts";
import { type GroupedDesign, groupMeans } from "./grouped-design.ts";
import { invertPositive } from "./positive-inverse.ts";

/** What a ratio of variances means for a design, whatever the values. */
export interface RatioState {
  /** Variance between groups over residual variance. */
  readonly ratio: number;
  /** n / (1 + ratio n) of each group: weight of its mean. */
  readonly weights: Float64Array;
  /** (Q'V^-1 Q)^-1 in the orthonormal basis Q, with V = I + ratio ZZ'. */
  readonly inverse: Float64Array;
  /** ln |V| + ln |Q'V^-1 Q|. */
  readonly logDeterminant: number;
  /** Its derivative by the ratio. */
  readonly slope: number;
  /** x'(Q'V^-1 Q)^-1 x of each group's mean x. */
  readonly leverage: Float64Array;
}

/** What the values add: their residuals of ordinary least squares, within and between groups. */
export interface SplitValues {
  readonly ordinary: Float64Array;
  readonly means: Float64Array;
  readonly withinCross: Float64Array;
  readonly withinSquares: number;
}

/** The profiled restricted likelihood at a ratio. */
export interface Profile {
  readonly state: RatioState;
  /** -2 ln of the restricted likelihood, but for what no ratio changes. */
  readonly deviance: number;
  readonly slope: number;
  /** Coefficients in the basis, less those of ordinary least squares. */
  readonly shift: Float64Array;
  /** Mean residual of each group. */
  readonly groupResiduals: Float64Array;
  /** (y - Xb)'V^-1 (y - Xb). */
  readonly squares: number;
  readonly squaresSlope: number;
}

/** State of a design at a ratio >= 0: V^-1 = I - ratio/(1 + ratio n) 11' within each group. */
export function ratioState(design: GroupedDesign, ratio: number): RatioState {
  const { sizes, means, within, fixed } = design;
  const p = fixed.rank;
  const weights = sizes.map((n) => n / (1 + ratio * n));
  const gram = Float64Array.from(within);
  let logDeterminant = 0;
  for (let g = 0; g < sizes.length; g++) {
    logDeterminant += portable.log1p(ratio * sizes[g]!);
    for (let a = 0; a < p; a++) {
      const part = weights[g]! * means[g * p + a]!;
      for (let b = 0; b < p; b++) gram[a * p + b]! += part * means[g * p + b]!;
    }
  }
  const { inverse, logDeterminant: logGram } = invertPositive(gram, p);
  const leverage = new Float64Array(sizes.length);
  let slope = 0;
  for (let g = 0; g < sizes.length; g++) {
    const mean = means.subarray(g * p, (g + 1) * p);
    leverage[g] = quadratic(inverse, mean, mean);
    slope += weights[g]! * (1 - weights[g]! * leverage[g]!);
  }
  return { ratio, weights, inverse, logDeterminant: logDeterminant + logGram, slope, leverage };
}

/** Splits the values of the samples used. */
export function splitValues(design: GroupedDesign, y: Float64Array): SplitValues {
  const { fixed, groupOf, sizes } = design;
  const ordinary = Float64Array.from(fixed.basis, (column) => dot(column, y));
  const residuals = takeOut(Float64Array.from(y), fixed.basis);
  for (let k = 0; k < ordinary.length; k++) {
    let correction = 0;
    for (let i = 0; i < y.length; i++) {
      let fitted = 0;
      for (let j = 0; j < ordinary.length; j++) fitted += ordinary[j]! * fixed.basis[j]![i]!;
      correction += fixed.basis[k]![i]! * (y[i]! - fitted - residuals[i]!);
    }
    ordinary[k]! += correction;
  }
  const means = groupMeans(residuals, groupOf, sizes);
  const deviations = residuals.map((value, i) => value - means[groupOf[i]!]!);
  const withinCross = Float64Array.from(fixed.basis, (column) => dot(column, deviations));
  return { ordinary, means, withinCross, withinSquares: dot(deviations, deviations) };
}

/** The profiled restricted likelihood of the values at a state. */
export function profileAt(design: GroupedDesign, values: SplitValues, state: RatioState): Profile {
  const { means, fixed, sizes, used } = design;
  const p = fixed.rank;
  const { weights, inverse } = state;
  const cross = Float64Array.from(values.withinCross);
  let squares = values.withinSquares;
  for (let g = 0; g < sizes.length; g++) {
    const part = weights[g]! * values.means[g]!;
    squares += part * values.means[g]!;
    for (let a = 0; a < p; a++) cross[a]! += part * means[g * p + a]!;
  }
  const shift = new Float64Array(p);
  for (let a = 0; a < p; a++) {
    for (let b = 0; b < p; b++) shift[a]! += inverse[a * p + b]! * cross[b]!;
  }
  squares -= dot(shift, cross);
  const groupResiduals = new Float64Array(sizes.length);
  let squaresSlope = 0;
  for (let g = 0; g < sizes.length; g++) {
    let rest = values.means[g]!;
    for (let a = 0; a < p; a++) rest -= means[g * p + a]! * shift[a]!;
    groupResiduals[g] = rest;
    squaresSlope -= portable.square(weights[g]! * rest);
  }
  const free = used.length - p;
  return {
    state,
    deviance: free * portable.log(squares) + state.logDeterminant,
    slope: (free * squaresSlope) / squares + state.slope,
    shift,
    groupResiduals,
    squares,
    squaresSlope,
  };
}

/** a'M b of a square matrix. */
export function quadratic(matrix: Float64Array, a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) sum += a[i]! * matrix[i * b.length + j]! * b[j]!;
  }
  return sum;
}

/** Product of two p x p matrices. */
export function productOf(a: Float64Array, b: Float64Array, p: number): Float64Array {
  const product = new Float64Array(p * p);
  for (let i = 0; i < p; i++) {
    for (let k = 0; k < p; k++) {
      for (let j = 0; j < p; j++) product[i * p + j]! += a[i * p + k]! * b[k * p + j]!;
    }
  }
  return product;
}
