import * as portable from "../../kernel/portable/index.ts";

/** ln(1 + x) - x without cancellation near 0; NaN for x < -1. */
export function log1pMinusX(x: number): number {
  if (x < -0.5 || x > 1) return portable.log1p(x) - x;
  // t = x / (2 + x): ln(1 + x) - x = -x t + 2 t^3 (1/3 + t^2/5 + t^4/7 + ...)
  const t = x / (2 + x);
  const square = t * t;
  let sum = 0;
  for (let k = 18; k >= 1; k--) sum = sum * square + 1 / (2 * k + 1);
  return -x * t + 2 * t * square * sum;
}

/**
 * x ln(x / mean) + mean - x, the half deviance of a Poisson count `x` from `mean`, for x >= 0 and mean > 0;
 * relative error near machine precision (Loader 2000, "Fast and accurate computation of binomial probabilities").
 * `excess` is mean - x where the caller knows it better than by subtraction.
 */
export function halfDeviance(x: number, mean: number, excess = mean - x): number {
  if (x === 0) return mean;
  const ratio = mean / x;
  if (ratio >= 0.5 && ratio <= 2) return -x * log1pMinusX(excess / x);
  return -x * portable.log(ratio) + excess;
}

// what rounding took from the product a b (Dekker 1971)
function productError(a: number, b: number, product: number): number {
  const splitA = 134217729 * a;
  const a1 = splitA - (splitA - a);
  const splitB = 134217729 * b;
  const b1 = splitB - (splitB - b);
  const [a0, b0] = [a - a1, b - b1];
  return a0 * b0 - (product - a1 * b1 - a0 * b1 - a1 * b0);
}

/** (a + b) x - a without rounding of the products: how far the mean of `a` lies above it, at chance `x`. */
export function meanExcess(a: number, b: number, x: number): number {
  const p = a * x;
  const q = b * x;
  const sum = p + q;
  const other = sum - p;
  const lost = p - (sum - other) + (q - other);
  return sum - a + (lost + productError(a, x, p) + productError(b, x, q));
}
