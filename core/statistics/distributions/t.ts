import * as portable from "../../kernel/portable/index.ts";
import { logBeta, stirlingError } from "../special/gamma.ts";
import { betaIUpper } from "../special/incomplete-beta.ts";
import { betaTailInverse } from "../special/inverse-beta.ts";
import { normalLogPdf, normalQuantileUpper, normalSf } from "./normal.ts";

const infinite = Number.POSITIVE_INFINITY;
const halfLogTwoPi = 0.9189385332046727;

// beyond this |t|, df/(df + t^2) nears the least double: the leading term of the tail is exact to the last digit
const far = 1e140;

/** ln of the density at `t` of Student's distribution; `df` > 0 may be broken or infinite; NaN otherwise. */
export function tLogPdf(t: number, df: number): number {
  if (!(df > 0) || Number.isNaN(t)) return Number.NaN;
  if (df === infinite) return normalLogPdf(t);
  const scaled = Math.abs(t) / Math.sqrt(df);
  const logRise = scaled > 1e8 ? 2 * portable.log(scaled) : portable.log1p(scaled * scaled);
  const half = df / 2;
  // Gamma((df+1)/2) / (Gamma(df/2) sqrt(df/2)) by Stirling's formula and its errors
  const ratio = half * portable.log1p(0.5 / half) - 0.5 + stirlingError(half + 0.5) - stirlingError(half);
  return ratio - halfLogTwoPi - (half + 0.5) * logRise;
}

/** Density at `t` of Student's distribution with `df` degrees of freedom. */
export function tPdf(t: number, df: number): number {
  return portable.exp(tLogPdf(t, df));
}

/** P(T <= t) of Student's distribution, accurate far into the lower tail; `df` > 0 may be broken or infinite; NaN otherwise. */
export function tCdf(t: number, df: number): number {
  return tSf(-t, df);
}

/** P(T > t) of Student's distribution, accurate far into the upper tail; `df` > 0 may be broken or infinite; NaN otherwise. */
export function tSf(t: number, df: number): number {
  if (!(df > 0) || Number.isNaN(t)) return Number.NaN;
  if (df === infinite) return normalSf(t);
  if (t < 0) return 1 - tSf(-t, df);
  if (t === infinite) return 0;
  if (t > far)
    return 0.5 * portable.exp((df / 2) * (portable.log(df) - 2 * portable.log(t)) - logLeading(df));
  const square = t * t;
  const x = df / (df + square);
  const y = square / (df + square);
  return 0.5 * betaIUpper(0.5, df / 2, y, x);
}

function logLeading(df: number): number {
  return portable.log(df / 2) + logBeta(df / 2, 0.5);
}

/** The t with P(T <= t) = p; NaN unless 0 <= p <= 1 and df > 0. */
export function tQuantile(p: number, df: number): number {
  return 0 - tQuantileUpper(p, df);
}

/** The t with P(T > t) = q; NaN unless 0 <= q <= 1 and df > 0. */
export function tQuantileUpper(q: number, df: number): number {
  if (!(df > 0 && q >= 0 && q <= 1)) return Number.NaN;
  if (df === infinite) return normalQuantileUpper(q);
  if (q === 0) return infinite;
  if (q === 1) return -infinite;
  if (q > 0.5) return -tQuantileUpper(1 - q, df);
  const logRatio = (portable.log(2 * q) + logLeading(df)) / (df / 2);
  if (logRatio < -600) return portable.exp(0.5 * (portable.log(df) - logRatio));
  const central = q > 0.25;
  const point = betaTailInverse(0.5, df / 2, central ? 1 - 2 * q : 2 * q, central ? "lower" : "upper");
  return Math.sqrt(df * (point.x / point.y));
}
