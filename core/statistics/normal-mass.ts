import { portable } from "../kernel/index.ts";
import { normalCdf, normalLogPdf, normalSf } from "./distributions/index.ts";

const farTail = 6;

/**
 * Logarithm of the standard normal probability between `a` and `b`, `a < b`, either of which may be infinite.
 * Keeps its relative accuracy for narrow intervals and far in the tails, where a difference of two probabilities loses
 * it: a series about the middle for narrow intervals, Mills' ratio beyond 6 SD, the difference elsewhere.
 */
export function logNormalMass(a: number, b: number): number {
  if (a + b < 0) return logNormalMass(-b, -a);
  const middle = (a + b) / 2;
  const half = (b - a) / 2;
  if (half <= 0.25 && half * middle <= 0.5) return narrowMass(middle, half);
  if (a < farTail) return portable.log(a < 0 ? 1 - normalCdf(a) - normalSf(b) : normalSf(a) - normalSf(b));
  const beyond = b === Infinity ? 0 : portable.exp(-(b - a) * middle) * millsRatio(b);
  return normalLogPdf(a) + portable.log(millsRatio(a) - beyond);
}

// log of 2h phi(m) sum_k He_2k(m) h^2k / (2k + 1)!, He the probabilists' Hermite polynomials
function narrowMass(middle: number, half: number): number {
  let previous = 1;
  let hermite = middle;
  let sum = 1;
  let factor = 1;
  for (let k = 1; k <= 7; k++) {
    const even = middle * hermite - (2 * k - 1) * previous;
    factor *= (half * half) / (2 * k * (2 * k + 1));
    sum += even * factor;
    hermite = middle * even - 2 * k * hermite;
    previous = even;
    if (factor * (Math.abs(even) + Math.abs(half * hermite)) < 1e-18) break;
  }
  return normalLogPdf(middle) + portable.log(2 * half * sum);
}

// Q(z) / phi(z) by Laplace's continued fraction, for z >= 6
function millsRatio(z: number): number {
  let fraction = 0;
  for (let k = 40; k >= 1; k--) fraction = k / (z + fraction);
  return 1 / (z + fraction);
}
