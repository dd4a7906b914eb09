import { portable } from "../../kernel/index.ts";
import { logBetaTerm } from "../special/incomplete-beta.ts";
import { betaIUpper, logPoissonTerm } from "../special/index.ts";
import { normalSf } from "./normal.ts";
import { tSf } from "./t.ts";

/**
 * P(T <= t) of the noncentral t distribution with `df` > 0 degrees of freedom and noncentrality `ncp`; NaN outside.
 * Meant for |ncp| up to some hundreds.
 */
export function noncentralTCdf(t: number, df: number, ncp: number): number {
  return noncentralTSf(-t, df, -ncp);
}

/**
 * P(T > t) of the noncentral t distribution. For t, ncp >= 0 the digits hold far into the tail: half the sum over j of
 * (p_j Q(j + 1/2) + q_j Q(j + 1)), p_j and q_j the Poisson weights of ncp^2/2 at j and j + 1/2, Q(a) the upper tail at
 * t^2/(df + t^2) of the beta distribution with shapes a and df/2 (Lenth 1989, Algorithm AS 243, doi:10.2307/2347693).
 */
export function noncentralTSf(t: number, df: number, ncp: number): number {
  if (!(df > 0) || Number.isNaN(t) || !Number.isFinite(ncp)) return Number.NaN;
  if (df === Number.POSITIVE_INFINITY) return normalSf(t - ncp);
  if (ncp === 0) return tSf(t, df);
  if (t < 0) return 1 - noncentralTSf(-t, df, -ncp);
  if (t === Number.POSITIVE_INFINITY) return 0;
  const x = (t * t) / (df + t * t);
  const y = df / (df + t * t);
  const { even, odd } = weightedTails(x, y, df / 2, (ncp * ncp) / 2);
  return ncp > 0 ? 0.5 * (even + odd) : Math.max(0, 0.5 * (even - odd));
}

/** Sums over j of Poisson weights at j and at j + 1/2 times the beta tails of shapes j + 1/2 and j + 1. */
function weightedTails(x: number, y: number, b: number, mean: number): { even: number; odd: number } {
  const start = Math.max(0, Math.floor(mean - 10 * Math.sqrt(mean) - 10));
  return {
    even: weightedSum(x, y, b, mean, start, start + 0.5),
    odd: weightedSum(x, y, b, mean, start + 0.5, start + 1),
  };
}

// Q(a + 1, b) = Q(a, b) + x^a y^b / (a B(a, b)): a rising sum of positive terms (DLMF 8.17.20)
function weightedSum(x: number, y: number, b: number, mean: number, index: number, shape: number): number {
  let weight = portable.exp(logPoissonTerm(index, mean));
  let tail = betaIUpper(shape, b, x, y);
  let rise = x === 0 ? 0 : portable.exp(logBetaTerm(shape, b, x, y)) / shape;
  let sum = weight * tail;
  let k = index;
  let a = shape;
  for (let step = 0; step < 1e6; step++) {
    tail = Math.min(1, tail + rise);
    rise *= (x * (a + b)) / (a + 1);
    a += 1;
    k += 1;
    weight *= mean / k;
    sum += weight * tail;
    if (k > mean && weight <= 1e-18 * sum * (1 - mean / (k + 1))) break;
    if (weight === 0 && k > mean) break;
  }
  return sum;
}
