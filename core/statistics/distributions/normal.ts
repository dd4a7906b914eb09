import * as portable from "../../kernel/portable/index.ts";
import { erf, erfcx, gaussian } from "../special/erf.ts";

const sqrtHalf = Math.SQRT1_2;
const inverseSqrtTwoPi = 0.3989422804014327;
const logSqrtTwoPi = 0.9189385332046727;

/** Density of the standard normal distribution at `z`. */
export function normalPdf(z: number): number {
  return inverseSqrtTwoPi * (Math.abs(z) > 40 ? portable.exp(-0.5 * z * z) : gaussian(z));
}

/** ln of the density of the standard normal distribution at `z`. */
export function normalLogPdf(z: number): number {
  return -0.5 * z * z - logSqrtTwoPi;
}

/** P(Z <= z) of the standard normal distribution, accurate relative to itself far into the lower tail. */
export function normalCdf(z: number): number {
  return normalSf(-z);
}

/** P(Z > z) of the standard normal distribution, accurate relative to itself far into the upper tail. */
export function normalSf(z: number): number {
  if (Math.abs(z) < 0.7) return 0.5 - 0.5 * erf(z * sqrtHalf);
  if (z < 0) return 1 - normalSf(-z);
  if (z > 40) return 0;
  return 0.5 * erfcx(z * sqrtHalf) * gaussian(z);
}

/** ln P(Z <= z) of the standard normal distribution, also where the probability underflows. */
export function normalLogCdf(z: number): number {
  return normalLogSf(-z);
}

/** ln P(Z > z) of the standard normal distribution, also where the probability underflows. */
export function normalLogSf(z: number): number {
  if (z < 1) return portable.log1p(-normalCdf(z));
  return portable.log(0.5 * erfcx(z * sqrtHalf)) - 0.5 * z * z;
}

// start: Abramowitz and Stegun 26.2.23, |error| < 4.5e-4; then Halley steps on ln of the tail
function upperHalf(tail: number): number {
  const t = Math.sqrt(-2 * portable.log(tail));
  const top = 2.515517 + t * (0.802853 + t * 0.010328);
  let z = t - top / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  const target = portable.log(tail);
  const central = tail > 0.3;
  for (let k = 0; k < (central ? 3 : 4); k++) {
    if (central) {
      const gap = (0.5 - tail - 0.5 * erf(z * sqrtHalf)) / normalPdf(z);
      z += gap / (1 - 0.5 * z * gap);
      continue;
    }
    const hazard = (2 * inverseSqrtTwoPi) / erfcx(z * sqrtHalf);
    const gap = (normalLogSf(z) - target) / hazard;
    z += gap / (1 + 0.5 * gap * (hazard - z));
  }
  return z;
}

/** The z with P(Z <= z) = p; NaN unless 0 <= p <= 1. */
export function normalQuantile(p: number): number {
  return 0 - normalQuantileUpper(p);
}

/** The z with P(Z > z) = q; NaN unless 0 <= q <= 1. Accurate for q as small as 5e-324. */
export function normalQuantileUpper(q: number): number {
  if (!(q >= 0 && q <= 1)) return Number.NaN;
  if (q === 0) return Number.POSITIVE_INFINITY;
  if (q === 1) return Number.NEGATIVE_INFINITY;
  if (q === 0.5) return 0;
  return q < 0.5 ? upperHalf(q) : -upperHalf(1 - q);
}
