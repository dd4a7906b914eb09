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

/** Fits one complete feature, whose standardised values are `y[start..start + n)`; returns the residual sum of squares. */
export function fitShared(
  basis: Float64Array,
  inverse: Float64Array,
  p: number,
  n: number,
  y: Float64Array,
  start: number,
  effects: Float64Array,
  coefficients: Float64Array,
  place: number,
): number {
  for (let k = 0; k < p; k++) {
    const column = k * n;
    let [even, odd] = [0, 0];
    let i = 0;
    for (; i + 1 < n; i += 2) {
      even += basis[column + i]! * y[start + i]!;
      odd += basis[column + i + 1]! * y[start + i + 1]!;
    }
    if (i < n) even += basis[column + i]! * y[start + i]!;
    effects[k] = even + odd;
  }
  let squares = 0;
  for (let i = 0; i < n; i++) {
    let rest = y[start + i]!;
    for (let k = 0; k < p; k++) rest -= basis[k * n + i]! * effects[k]!;
    squares += rest * rest;
  }
  for (let i = 0; i < p; i++) {
    let sum = 0;
    for (let k = i; k < p; k++) sum += inverse[i * p + k]! * effects[k]!;
    coefficients[place + i] = sum;
  }
  return squares;
}
