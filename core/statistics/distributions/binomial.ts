import { portable } from "../../kernel/index.ts";
import { halfDeviance, meanExcess } from "../special/deviance.ts";
import { stirlingError } from "../special/gamma.ts";
import { betaI, betaIUpper } from "../special/incomplete-beta.ts";
import { betaTailInverse } from "../special/inverse-beta.ts";
import { discreteQuantile } from "./discrete.ts";
import { isCount, type Limits, noLimits, type Side } from "./interval.ts";
import { normalQuantileUpper } from "./normal.ts";

function valid(n: number, p: number): boolean {
  return isCount(n) && p >= 0 && p <= 1;
}

/**
 * ln P(X = k) of `k` successes in `n` trials with chance `p` (saddle-point form of Loader 2000); minus infinity
 * where k is no count up to n; NaN unless n is a count and 0 <= p <= 1.
 */
export function binomialLogPmf(k: number, n: number, p: number): number {
  if (!valid(n, p) || Number.isNaN(k)) return Number.NaN;
  if (!isCount(k) || k > n) return Number.NEGATIVE_INFINITY;
  if (p === 0 || p === 1) return k === n * p ? 0 : Number.NEGATIVE_INFINITY;
  if (k === 0) return n * portable.log1p(-p);
  if (k === n) return n * portable.log(p);
  const stirling = stirlingError(n) - stirlingError(k) - stirlingError(n - k);
  const excess = meanExcess(k, n - k, p);
  const deviance = halfDeviance(k, n * p, excess) + halfDeviance(n - k, n * (1 - p), -excess);
  return stirling - deviance - 0.5 * portable.log(2 * Math.PI * k * ((n - k) / n));
}

/** P(X = k) of the binomial distribution. */
export function binomialPmf(k: number, n: number, p: number): number {
  return portable.exp(binomialLogPmf(k, n, p));
}

/** P(X <= k) of the binomial distribution; NaN unless n is a count and 0 <= p <= 1. */
export function binomialCdf(k: number, n: number, p: number): number {
  if (!valid(n, p) || Number.isNaN(k)) return Number.NaN;
  const whole = Math.floor(k);
  if (whole < 0) return 0;
  return whole >= n ? 1 : betaIUpper(whole + 1, n - whole, p);
}

/** P(X > k) of the binomial distribution, accurate far into the upper tail. */
export function binomialSf(k: number, n: number, p: number): number {
  if (!valid(n, p) || Number.isNaN(k)) return Number.NaN;
  const whole = Math.floor(k);
  if (whole < 0) return 1;
  return whole >= n ? 0 : betaI(whole + 1, n - whole, p);
}

function quantile(probability: number, n: number, p: number, side: Side): number {
  if (!(valid(n, p) && probability >= 0 && probability <= 1)) return Number.NaN;
  if (p === 0 || p === 1) return n * p;
  const tails = { cdf: (k: number) => binomialCdf(k, n, p), sf: (k: number) => binomialSf(k, n, p) };
  const z = side === "upper" ? normalQuantileUpper(probability) : -normalQuantileUpper(probability);
  const spread = Math.sqrt(n * p * (1 - p));
  const start = Number.isFinite(z) ? n * p + z * spread + ((z * z - 1) * (1 - 2 * p)) / 6 - 0.5 : n * p;
  return discreteQuantile(tails, probability, side, start, n);
}

/** The least k with P(X <= k) >= probability; NaN outside the domain. */
export function binomialQuantile(probability: number, n: number, p: number): number {
  return quantile(probability, n, p, "lower");
}

/** The least k with P(X > k) <= probability; NaN outside the domain. */
export function binomialQuantileUpper(probability: number, n: number, p: number): number {
  return quantile(probability, n, p, "upper");
}

/**
 * The exact central interval of a proportion after `successes` in `n` trials (Clopper and Pearson 1934), at `level`
 * such as 0.95; NaN unless both are whole numbers, 0 <= successes <= n, n >= 1 and 0 < level < 1.
 */
export function binomialInterval(successes: number, n: number, level: number): Limits {
  if (!(isCount(successes) && isCount(n) && n > 0 && successes <= n && level > 0 && level < 1))
    return noLimits;
  const tail = (1 - level) / 2;
  return {
    lower: successes === 0 ? 0 : betaTailInverse(successes, n - successes + 1, tail, "lower").x,
    upper: successes === n ? 1 : betaTailInverse(successes + 1, n - successes, tail, "upper").x,
  };
}
