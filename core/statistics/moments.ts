import { portable } from "../kernel/index.ts";
import { requireLength, type Values } from "./values.ts";

/** Arithmetic mean, corrected for rounding by a second pass; NaN without values. */
export function mean(values: Values): number {
  const n = values.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += values[i]!;
  const first = sum / n;
  if (!Number.isFinite(first)) return first;
  let rest = 0;
  for (let i = 0; i < n; i++) rest += values[i]! - first;
  return first + rest / n;
}

/** Sample variance with n - 1, corrected for rounding (Chan, Golub and LeVeque 1983); NaN below two values. */
export function variance(values: Values): number {
  const n = values.length;
  if (n < 2) return Number.NaN;
  const centre = mean(values);
  let squares = 0;
  let rest = 0;
  for (let i = 0; i < n; i++) {
    const deviation = values[i]! - centre;
    squares += deviation * deviation;
    rest += deviation;
  }
  return (squares - (rest * rest) / n) / (n - 1);
}

/** Sample standard deviation with n - 1; NaN below two values. */
export function standardDeviation(values: Values): number {
  return Math.sqrt(variance(values));
}

/**
 * What a weight is, and so what the squared deviations are divided by. `frequency`: how often the value was seen,
 * `W - 1`. `importance`: only ratios matter, `W - sum w^2 / W`. `population`: the values are all there is, `W`.
 */
export type WeightKind = "frequency" | "importance" | "population";

export interface WeightedMoments {
  readonly mean: number;
  readonly variance: number;
  readonly sd: number;
  /** Third standardised moment of the weighted values, without small-sample correction. */
  readonly skewness: number;
  /** Fourth standardised moment less 3, without small-sample correction. */
  readonly excessKurtosis: number;
  readonly sumOfWeights: number;
  /** Kish's effective number of values, `(sum w)^2 / sum w^2`. */
  readonly effectiveN: number;
}

/**
 * Weighted moments. Weights may be negative as after the subtraction of a blank, but their sum has to be positive;
 * where it is not, or the variance has no positive divisor, the moments concerned are NaN.
 */
export function weightedMoments(values: Values, weights: Values, kind: WeightKind): WeightedMoments {
  requireLength("weights", weights, values.length);
  let sum = 0;
  let squares = 0;
  let weighted = 0;
  for (let i = 0; i < values.length; i++) {
    const weight = weights[i]!;
    sum += weight;
    squares += weight * weight;
    weighted += weight * values[i]!;
  }
  const centre = sum > 0 ? weighted / sum : Number.NaN;
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (let i = 0; i < values.length; i++) {
    const deviation = values[i]! - centre;
    const square = deviation * deviation;
    second += weights[i]! * square;
    third += weights[i]! * square * deviation;
    fourth += weights[i]! * square * square;
  }
  const divisor = { frequency: sum - 1, importance: sum - squares / sum, population: sum }[kind];
  const spread = divisor > 0 ? second / divisor : Number.NaN;
  const m2 = second / sum;
  return {
    mean: centre,
    variance: spread,
    sd: Math.sqrt(spread),
    skewness: third / sum / portable.pow(m2, 1.5),
    excessKurtosis: fourth / sum / (m2 * m2) - 3,
    sumOfWeights: sum,
    effectiveN: (sum * sum) / squares,
  };
}

/** Weighted moments of a histogram at the centres of its bins; see `weightedMoments`. */
export function histogramMoments(edges: Values, weights: Values, kind: WeightKind): WeightedMoments {
  requireLength("edges", edges, weights.length + 1);
  const centres = Float64Array.from(weights, (_, i) => (edges[i]! + edges[i + 1]!) / 2);
  return weightedMoments(centres, weights, kind);
}
