import * as portable from "../../kernel/portable/index.ts";
import {
  applyReflections,
  inverseTriangle,
  type Reflections,
  reflectInPlace,
  reflectionsFor,
} from "./householder.ts";
import { sortedQuantile } from "./ranks.ts";

/** A curve through effects along a covariate. */
export interface Trend {
  /** The curve at every feature's covariate. */
  readonly fitted: Float64Array;
  /** Variance of the effects about the curve. */
  readonly residualVariance: number;
}

/** Dimension of the curve for `n` features: 1, 2, 3 or 4 from 1, 3, 6, 30 features on. */
export function splineDimension(n: number): number {
  return 1 + (n >= 3 ? 1 : 0) + (n >= 6 ? 1 : 0) + (n >= 30 ? 1 : 0);
}

/**
 * Least-squares natural cubic spline of `effects` (of `features`) on their covariate, knots at its quantiles; straight
 * beyond the outer knots. Null where the covariate takes too few values for a line. Knots and dimension as limma's
 * trend; basis: Hastie, Tibshirani and Friedman 2009, 5.2.1.
 */
export function splineTrend(
  covariate: Float64Array,
  features: Int32Array,
  effects: Float64Array,
): Trend | null {
  const n = features.length;
  const sorted = Float64Array.from(features, (g) => covariate[g]!).sort();
  const dimension = Math.min(splineDimension(n), new Set(sorted).size);
  if (dimension < 2) return null;
  const [least, range] = [sorted[0]!, sorted[n - 1]! - sorted[0]!];
  const knots = Float64Array.from(
    { length: dimension },
    (_, k) => (sortedQuantile(sorted, k / (dimension - 1)) - least) / range,
  );
  const space = reflectionsFor(n, dimension);
  const row = new Float64Array(dimension);
  for (let i = 0; i < n; i++) {
    splineRow((covariate[features[i]!]! - least) / range, knots, row);
    for (let k = 0; k < dimension; k++) space.columns[k * n + i] = row[k]!;
  }
  const rest = Float64Array.from(effects);
  const rank = reflectInPlace(space, n);
  applyReflections(space, rank, n, rest);
  const coefficients = coefficientsOf(space, rank, rest);
  let squares = 0;
  for (let i = rank; i < n; i++) squares += rest[i]! * rest[i]!;
  const fitted = covariate.map((value) => {
    splineRow((value - least) / range, knots, row);
    return row.reduce((sum, one, k) => sum + one * coefficients[k]!, 0);
  });
  return { fitted, residualVariance: squares / (n - rank) };
}

function coefficientsOf(space: Reflections, rank: number, effects: Float64Array): Float64Array {
  const inverse = inverseTriangle(space, rank);
  const coefficients = new Float64Array(space.width);
  for (let i = 0; i < rank; i++) {
    let sum = 0;
    for (let k = i; k < rank; k++) sum += inverse[i * rank + k]! * effects[k]!;
    coefficients[space.order[i]!] = sum;
  }
  return coefficients;
}

function splineRow(x: number, knots: Float64Array, row: Float64Array): void {
  const last = knots.length - 1;
  row[0] = 1;
  row[1] = x;
  if (last < 2) return;
  const end = truncated(x, knots, last - 1);
  for (let k = 0; k < last - 1; k++) row[k + 2] = truncated(x, knots, k) - end;
}

/** ((x - knot)+^3 - (x - last)+^3) / (last - knot) */
function truncated(x: number, knots: Float64Array, k: number): number {
  const last = knots[knots.length - 1]!;
  const top = portable.cube(Math.max(0, x - knots[k]!)) - portable.cube(Math.max(0, x - last));
  return top / (last - knots[k]!);
}
