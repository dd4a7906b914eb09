import type { FitSpace } from "./feature-fit.ts";
import { standardise } from "./feature-fit.ts";
import { applyReflections, gramInverse, inverseTriangle, reflectInPlace } from "./householder.ts";

/** One fit of the design that all complete features share. */
export interface SharedFit {
  readonly rank: number;
  /** Columns of the design that depend on those before them. */
  readonly aliased: readonly number[];
  /** The orthonormal columns of the design, each `samples` long. */
  readonly basis: Float64Array;
  /** Unscaled covariance of the coefficients, by rows. */
  readonly covariance: Float64Array;
  /** Inverse of R, by rows. */
  readonly inverse: Float64Array;
}

/** Fits the design at all samples with the sample weights that `space.weights` holds. */
export function shareFit(space: FitSpace, weighted: boolean): SharedFit {
  const { reflections, picked } = space;
  const n = space.design.rows;
  for (let i = 0; i < n; i++) picked[i] = i;
  standardise(space, n, weighted);
  const rank = reflectInPlace(reflections, n);
  const inverse = inverseTriangle(reflections, rank);
  const basis = new Float64Array(rank * n);
  for (let k = 0; k < rank; k++) {
    const column = basis.subarray(k * n, (k + 1) * n);
    column[k] = 1;
    applyReflections(reflections, rank, n, column, true);
  }
  return {
    rank,
    aliased: [...reflections.order.subarray(rank)].sort((a, b) => a - b),
    basis,
    covariance: gramInverse(inverse, rank),
    inverse,
  };
}

/** What the fit of complete features writes into, made once. */
export interface SharedScratch {
  readonly effects: Float64Array;
  readonly rest: Float64Array;
}

/**
 * Fits one complete feature, whose standardised values are `y[start..start + n)`; writes its coefficients from `place` on
 * and returns the residual sum of squares.
 */
export function fitShared(
  { basis, inverse, rank: p }: SharedFit,
  { effects, rest }: SharedScratch,
  y: Float64Array,
  start: number,
  coefficients: Float64Array,
  place: number,
): number {
  const n = rest.length;
  for (let i = 0; i < n; i++) rest[i] = y[start + i]!;
  let k = 0;
  for (; k + 4 <= p; k += 4) projectFour(basis, k, n, y, start, effects, rest);
  for (; k < p; k++) projectOne(basis, k, n, y, start, effects, rest);
  for (let i = 0; i < p; i++) {
    let sum = 0;
    for (let j = i; j < p; j++) sum += inverse[i * p + j]! * effects[j]!;
    coefficients[place + i] = sum;
  }
  let squares = 0;
  for (let i = 0; i < n; i++) squares += rest[i]! * rest[i]!;
  return squares;
}

/** Four columns in one pass: their sums do not wait for one another. */
function projectFour(
  basis: Float64Array,
  k: number,
  n: number,
  y: Float64Array,
  start: number,
  effects: Float64Array,
  rest: Float64Array,
): void {
  const a = k * n;
  const b = a + n;
  const c = b + n;
  const d = c + n;
  let one = 0;
  let two = 0;
  let three = 0;
  let four = 0;
  for (let i = 0; i < n; i++) {
    const value = y[start + i]!;
    one += basis[a + i]! * value;
    two += basis[b + i]! * value;
    three += basis[c + i]! * value;
    four += basis[d + i]! * value;
  }
  effects[k] = one;
  effects[k + 1] = two;
  effects[k + 2] = three;
  effects[k + 3] = four;
  for (let i = 0; i < n; i++) {
    rest[i] =
      rest[i]! - one * basis[a + i]! - two * basis[b + i]! - three * basis[c + i]! - four * basis[d + i]!;
  }
}

function projectOne(
  basis: Float64Array,
  k: number,
  n: number,
  y: Float64Array,
  start: number,
  effects: Float64Array,
  rest: Float64Array,
): void {
  const column = k * n;
  let even = 0;
  let odd = 0;
  let i = 0;
  for (; i + 1 < n; i += 2) {
    even += basis[column + i]! * y[start + i]!;
    odd += basis[column + i + 1]! * y[start + i + 1]!;
  }
  if (i < n) even += basis[column + i]! * y[start + i]!;
  const effect = even + odd;
  effects[k] = effect;
  for (let at = 0; at < n; at++) rest[at] = rest[at]! - effect * basis[column + at]!;
}
