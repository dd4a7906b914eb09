import { portable } from "../../kernel/index.ts";
import { gammaP, gammaQ, logPoissonTerm } from "../special/incomplete-gamma.ts";
import { gammaTailInverse } from "../special/inverse-gamma.ts";
import { discreteQuantile } from "./discrete.ts";
import { isCount, type Limits, noLimits, type Side } from "./interval.ts";
import { normalQuantileUpper } from "./normal.ts";

function valid(mean: number): boolean {
  return mean >= 0 && mean < Number.POSITIVE_INFINITY;
}

/** ln P(X = k) of the Poisson distribution; minus infinity where k is no count; NaN unless the mean is finite and >= 0. */
export function poissonLogPmf(k: number, mean: number): number {
  if (!valid(mean) || Number.isNaN(k)) return Number.NaN;
  if (!isCount(k)) return Number.NEGATIVE_INFINITY;
  return logPoissonTerm(k, mean);
}

/** P(X = k) of the Poisson distribution. */
export function poissonPmf(k: number, mean: number): number {
  return portable.exp(poissonLogPmf(k, mean));
}

/** P(X <= k) of the Poisson distribution; NaN unless the mean is finite and >= 0. */
export function poissonCdf(k: number, mean: number): number {
  if (!valid(mean) || Number.isNaN(k)) return Number.NaN;
  if (k < 0) return 0;
  return mean === 0 || k === Number.POSITIVE_INFINITY ? 1 : gammaQ(Math.floor(k) + 1, mean);
}

/** P(X > k) of the Poisson distribution, accurate far into the upper tail. */
export function poissonSf(k: number, mean: number): number {
  if (!valid(mean) || Number.isNaN(k)) return Number.NaN;
  if (k < 0) return 1;
  return mean === 0 || k === Number.POSITIVE_INFINITY ? 0 : gammaP(Math.floor(k) + 1, mean);
}

function quantile(probability: number, mean: number, side: Side): number {
  if (!valid(mean)) return Number.NaN;
  if (mean === 0) return probability >= 0 && probability <= 1 ? 0 : Number.NaN;
  const tails = { cdf: (k: number) => poissonCdf(k, mean), sf: (k: number) => poissonSf(k, mean) };
  const z = side === "upper" ? normalQuantileUpper(probability) : -normalQuantileUpper(probability);
  const start = Number.isFinite(z) ? mean + z * Math.sqrt(mean) + (z * z - 1) / 6 - 0.5 : mean;
  return discreteQuantile(tails, probability, side, start, Number.POSITIVE_INFINITY);
}

/** The least k with P(X <= k) >= p; NaN outside the domain. */
export function poissonQuantile(p: number, mean: number): number {
  return quantile(p, mean, "lower");
}

/** The least k with P(X > k) <= q; NaN outside the domain. */
export function poissonQuantileUpper(q: number, mean: number): number {
  return quantile(q, mean, "upper");
}

/**
 * The exact central interval of a Poisson mean after `count` events (Garwood 1936), at `level` such as 0.95; NaN
 * unless `count` is a whole number >= 0 and 0 < level < 1.
 */
export function poissonInterval(count: number, level: number): Limits {
  if (!(isCount(count) && level > 0 && level < 1)) return noLimits;
  const tail = (1 - level) / 2;
  return {
    lower: count === 0 ? 0 : gammaTailInverse(count, tail, "lower"),
    upper: gammaTailInverse(count + 1, tail, "upper"),
  };
}
