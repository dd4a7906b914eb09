import { requireLength } from "../values.ts";

export interface LowessOptions {
  /** Fraction of the points in each local fit. */
  readonly span: number;
  /** Rounds of bisquare weights against outliers after the first fit. */
  readonly robustRounds: number;
  /** Points nearer than this to the last fitted one are interpolated, in the unit of x. */
  readonly delta: number;
}

/**
 * Cleveland's robust local linear regression of `y` on ascending `x`: tricube weights over the nearest `span` of the
 * points, then rounds of bisquare weights on the residuals; fitted values in the order given.
 * Source: Cleveland 1979 (10.1080/01621459.1979.10481038), with the interpolation of his program of 1981.
 */
export function lowess(x: Float64Array, y: Float64Array, options: LowessOptions): Float64Array {
  requireLength("y", y, x.length);
  const n = x.length;
  if (n < 2) return Float64Array.from(y);
  const near = Math.max(2, Math.min(n, Math.floor(options.span * n + 1e-7)));
  let robust: Float64Array | null = null;
  for (let round = 0; ; round++) {
    const fitted = smoothed(x, y, near, options.delta, robust);
    if (round >= options.robustRounds) return fitted;
    const next = bisquare(y.map((value, i) => Math.abs(value - fitted[i]!)));
    if (next === null) return fitted;
    robust = next;
  }
}

function smoothed(
  x: Float64Array,
  y: Float64Array,
  near: number,
  delta: number,
  robust: Float64Array | null,
): Float64Array {
  const n = x.length;
  const fitted = new Float64Array(n);
  const weights = new Float64Array(n);
  let left = 0;
  let last = -1;
  for (let i = 0; last < n - 1; ) {
    while (left + near < n && x[i]! - x[left]! > x[left + near]! - x[i]!) left++;
    fitted[i] = localLine(x, y, i, left, left + near - 1, robust, weights) ?? y[i]!;
    for (let j = last + 1; j < i; j++) {
      const share = (x[j]! - x[last]!) / (x[i]! - x[last]!);
      fitted[j] = share * fitted[i]! + (1 - share) * fitted[last]!;
    }
    last = i;
    const cut = x[last]! + delta;
    for (i = last + 1; i < n && x[i]! <= cut; i++) {
      if (x[i] === x[last]) {
        fitted[i] = fitted[last]!;
        last = i;
      }
    }
    i = Math.max(last + 1, i - 1);
  }
  return fitted;
}

/**
 * The local line at x[i] from the points `left` to `right` and those as near; null where all weights are 0. `weights` is
 * room to work in.
 */
function localLine(
  x: Float64Array,
  y: Float64Array,
  i: number,
  left: number,
  right: number,
  robust: Float64Array | null,
  weights: Float64Array,
): number | null {
  const n = x.length;
  const here = x[i]!;
  const reach = Math.max(here - x[left]!, x[right]! - here);
  let total = 0;
  let end = left;
  for (; end < n; end++) {
    const distance = Math.abs(x[end]! - here);
    let weight = 0;
    if (distance <= 0.999 * reach) {
      const ratio = distance / reach;
      const rest = 1 - ratio * ratio * ratio;
      weight = distance <= 0.001 * reach ? 1 : rest * rest * rest;
      if (robust) weight *= robust[end]!;
    } else if (x[end]! > here) break;
    weights[end] = weight;
    total += weight;
  }
  if (total <= 0) return null;
  let centre = 0;
  for (let j = left; j < end; j++) centre += (weights[j]! / total) * x[j]!;
  let spread = 0;
  for (let j = left; j < end; j++) spread += (weights[j]! / total) * (x[j]! - centre) * (x[j]! - centre);
  const slope = Math.sqrt(spread) > 0.001 * (x[n - 1]! - x[0]!) ? (here - centre) / spread : 0;
  let fit = 0;
  for (let j = left; j < end; j++) fit += (weights[j]! / total) * (1 + slope * (x[j]! - centre)) * y[j]!;
  return fit;
}

/** Bisquare weights at 6 median absolute residuals; null where the residuals are 0 up to rounding. */
function bisquare(residuals: Float64Array): Float64Array | null {
  const n = residuals.length;
  const sorted = Float64Array.from(residuals).sort();
  const middle = Math.floor(n / 2);
  const scale = n % 2 === 0 ? 3 * (sorted[middle - 1]! + sorted[middle]!) : 6 * sorted[middle]!;
  if (scale < (1e-7 * residuals.reduce((sum, residual) => sum + residual, 0)) / n) return null;
  return residuals.map((residual) => {
    if (residual <= 0.001 * scale) return 1;
    const ratio = residual / scale;
    const rest = 1 - ratio * ratio;
    return residual > 0.999 * scale ? 0 : rest * rest;
  });
}
