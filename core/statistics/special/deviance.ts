/** ln(1 + x) - x without cancellation near 0; NaN for x < -1. */
export function log1pMinusX(x: number): number {
  if (x < -0.5 || x > 1) return Math.log1p(x) - x;
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
 */
export function halfDeviance(x: number, mean: number): number {
  if (x === 0) return mean;
  const ratio = mean / x;
  if (ratio >= 0.5 && ratio <= 2) return -x * log1pMinusX((mean - x) / x);
  return -x * Math.log(ratio) + (mean - x);
}
