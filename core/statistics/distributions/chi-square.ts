import { gammaCdf, gammaLogPdf, gammaPdf, gammaQuantile, gammaQuantileUpper, gammaSf } from "./gamma.ts";

/** Density at `x` of the chi-square distribution; `df` > 0 may be broken; NaN otherwise. */
export function chiSquarePdf(x: number, df: number): number {
  return gammaPdf(x, df / 2, 2);
}

/** ln of the density at `x` of the chi-square distribution. */
export function chiSquareLogPdf(x: number, df: number): number {
  return gammaLogPdf(x, df / 2, 2);
}

/** P(X <= x) of the chi-square distribution. */
export function chiSquareCdf(x: number, df: number): number {
  return gammaCdf(x, df / 2, 2);
}

/** P(X > x) of the chi-square distribution, accurate far into the upper tail. */
export function chiSquareSf(x: number, df: number): number {
  return gammaSf(x, df / 2, 2);
}

/** The x with P(X <= x) = p; NaN outside the domain. */
export function chiSquareQuantile(p: number, df: number): number {
  return gammaQuantile(p, df / 2, 2);
}

/** The x with P(X > x) = q; NaN outside the domain. */
export function chiSquareQuantileUpper(q: number, df: number): number {
  return gammaQuantileUpper(q, df / 2, 2);
}
