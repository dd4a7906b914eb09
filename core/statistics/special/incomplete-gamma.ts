import * as portable from "../../kernel/portable/index.ts";
import { halfDeviance } from "./deviance.ts";
import { logGammaOnePlus, stirlingError } from "./gamma.ts";
import { logProbabilityOf, probabilityOf, type Tail } from "./tail.ts";

const tiny = 1e-300;
const epsilon = 2 ** -54;

/** ln of x^a exp(-x) / Gamma(a + 1) for a >= 0, x >= 0: the Poisson probability of `a` at mean `x`, also for broken `a`. */
export function logPoissonTerm(a: number, x: number): number {
  if (a === 0) return -x;
  if (x === 0) return Number.NEGATIVE_INFINITY;
  if (a < 1) return a * portable.log(x) - x - logGammaOnePlus(a);
  return -halfDeviance(a, x) - stirlingError(a) - 0.5 * portable.log(2 * Math.PI * a);
}

// P(a, x) = term * (1 + x/(a+1) + x^2/((a+1)(a+2)) + ...) (DLMF 8.7.1)
function lowerSeries(a: number, x: number): number {
  let sum = 1;
  let term = 1;
  for (let n = 1; term > sum * epsilon; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

// Q(a, x) = term * a / (x+1-a - 1(1-a)/(x+3-a - ...)) (DLMF 8.9.2, even part), by Lentz's method
function upperFraction(a: number, x: number): number {
  let denominator = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / denominator;
  let fraction = d;
  for (let n = 1; n < 1e6; n++) {
    const numerator = -n * (n - a);
    denominator += 2;
    d = 1 / (numerator * d + denominator || tiny);
    c = denominator + numerator / c || tiny;
    const factor = c * d;
    fraction *= factor;
    if (Math.abs(factor - 1) < 2 * epsilon) break;
  }
  return a * fraction;
}

// a < 1, x < 1.1: Q = 1 - x^a/Gamma(1+a) (1 + a sum (-x)^n / ((a+n) n!)), kept from cancelling by expm1
function smallShape(a: number, x: number): Tail {
  let sum = 0;
  let power = 1;
  for (let n = 1; n < 40; n++) {
    power *= -x / n;
    sum += power / (a + n);
  }
  sum *= a;
  const log = a * portable.log(x) - logGammaOnePlus(a);
  const upper = -portable.expm1(log) - portable.exp(log) * sum;
  return upper < 0.5 ? { side: "upper", log: 0, factor: upper } : { side: "lower", log, factor: 1 + sum };
}

/** Both tails at `x` of the gamma distribution of shape `a` and rate 1; `a > 0`, `x >= 0` finite. */
export function gammaTail(a: number, x: number): Tail {
  if (x === 0) return { side: "lower", log: 0, factor: 0 };
  if (x === Number.POSITIVE_INFINITY) return { side: "upper", log: 0, factor: 0 };
  if (a < 1 && x < 1.1) return smallShape(a, x);
  const log = logPoissonTerm(a, x);
  if (a >= 1 && x < a + 1) return { side: "lower", log, factor: lowerSeries(a, x) };
  return { side: "upper", log, factor: upperFraction(a, x) };
}

function valid(a: number, x: number): boolean {
  return a > 0 && a < Number.POSITIVE_INFINITY && x >= 0;
}

/** The regularised lower incomplete gamma function P(a, x) for a > 0, x >= 0; NaN outside (DLMF 8.2.4). */
export function gammaP(a: number, x: number): number {
  return valid(a, x) ? probabilityOf(gammaTail(a, x), "lower") : Number.NaN;
}

/** The regularised upper incomplete gamma function Q(a, x) = 1 - P(a, x), accurate where it is small; NaN outside. */
export function gammaQ(a: number, x: number): number {
  return valid(a, x) ? probabilityOf(gammaTail(a, x), "upper") : Number.NaN;
}

/** ln P(a, x), also where P underflows. */
export function logGammaP(a: number, x: number): number {
  return valid(a, x) ? logProbabilityOf(gammaTail(a, x), "lower") : Number.NaN;
}

/** ln Q(a, x), also where Q underflows. */
export function logGammaQ(a: number, x: number): number {
  return valid(a, x) ? logProbabilityOf(gammaTail(a, x), "upper") : Number.NaN;
}
