import * as portable from "../../kernel/portable/index.ts";
import { halfDeviance, meanExcess } from "./deviance.ts";
import { logGammaIncrement, logGammaOnePlus, stirlingError } from "./gamma.ts";
import { logProbabilityOf, probabilityOf, type Tail } from "./tail.ts";

const epsilon = 2 ** -54;

/** ln of x^a y^b / B(a, b) with y = 1 - x, for a, b > 0 (Loader's saddle-point form: no cancellation at large a, b). */
export function logBetaTerm(a: number, b: number, x: number, y: number): number {
  if (x === 0 || y === 0) return Number.NEGATIVE_INFINITY;
  const n = a + b;
  const scale = 0.5 * (portable.log(Math.min(a, b) / (2 * Math.PI)) + portable.log(Math.max(a, b) / n));
  const stirling = stirlingError(n) - (stirlingError(a) + stirlingError(b));
  const excess = x <= y ? meanExcess(a, b, x) : -meanExcess(b, a, y);
  return scale + stirling - (halfDeviance(a, n * x, excess) + halfDeviance(b, n * y, -excess));
}

// I_x(a, b) = term / (b0 + a1/(b1 + a2/(b2 + ...))), Didonato and Morris 1992, by Lentz's method
function fraction(a: number, b: number, x: number, y: number): number {
  const first = (a * (a * y - b * x + 1)) / (a + 1);
  let value = first;
  let c = first;
  let d = 0;
  for (let m = 1; m < 1e6; m++) {
    const twice = a + 2 * m;
    const step = (x / (twice - 1)) * m;
    const numerator = ((a + m - 1) / (twice - 1)) * (a + b + m - 1) * step * (b - m) * x;
    const denominator = m + step * (b - m) + ((a + m) / (twice + 1)) * (a * y - b * x + 1 + m * (1 + y));
    d = 1 / (denominator + numerator * d);
    c = denominator + numerator / c;
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) < 2 * epsilon) break;
  }
  return 1 / value;
}

// a < 1, b x <= 1: I_x = x^a Gamma(a+b) / (Gamma(a+1) Gamma(b)) (1 + a sum (1-b)_n x^n / ((a+n) n!)) (DLMF 8.17.7-8)
function smallShape(a: number, b: number, x: number): Tail {
  let sum = 0;
  let power = 1;
  for (let n = 1; n < 200; n++) {
    power *= ((n - b) / n) * x;
    const term = power / (a + n);
    sum += term;
    if (Math.abs(term) < epsilon * Math.abs(sum)) break;
  }
  sum *= a;
  const log = a * portable.log(x) + logGammaIncrement(b, a) - logGammaOnePlus(a);
  const upper = -portable.expm1(log) - portable.exp(log) * sum;
  return upper < 0.5 ? { side: "upper", log: 0, factor: upper } : { side: "lower", log, factor: 1 + sum };
}

function swapped(tail: Tail): Tail {
  return { ...tail, side: tail.side === "lower" ? "upper" : "lower" };
}

/**
 * Both tails at `x` of the beta distribution with shapes `a`, `b`. `y` is 1 - x and given by itself, so that
 * neither end loses digits.
 */
export function betaTail(a: number, b: number, x: number, y: number): Tail {
  if (x === 0) return { side: "lower", log: 0, factor: 0 };
  if (y === 0) return { side: "upper", log: 0, factor: 0 };
  if (a < 1 && b * x <= 1 && x <= 0.7) return smallShape(a, b, x);
  if (b < 1 && a * y <= 1 && y <= 0.7) return swapped(smallShape(b, a, y));
  const log = logBetaTerm(a, b, x, y);
  const lower = a < 1 ? b < 1 && x <= 0.5 : b < 1 || b * x <= a * y;
  if (lower) return { side: "lower", log, factor: fraction(a, b, x, y) };
  return { side: "upper", log, factor: fraction(b, a, y, x) };
}

function valid(a: number, b: number, x: number, y: number): boolean {
  return (
    a > 0 && b > 0 && a + b < Number.POSITIVE_INFINITY && x >= 0 && y >= 0 && Math.abs(x + y - 1) < 1e-15
  );
}

/**
 * The regularised incomplete beta function I_x(a, b) for a, b > 0 and 0 <= x <= 1; NaN outside (DLMF 8.17.2).
 * `y` is 1 - x where the caller knows it better than by subtraction.
 */
export function betaI(a: number, b: number, x: number, y = 1 - x): number {
  return valid(a, b, x, y) ? probabilityOf(betaTail(a, b, x, y), "lower") : Number.NaN;
}

/** 1 - I_x(a, b), accurate where it is small. */
export function betaIUpper(a: number, b: number, x: number, y = 1 - x): number {
  return valid(a, b, x, y) ? probabilityOf(betaTail(a, b, x, y), "upper") : Number.NaN;
}

/** ln I_x(a, b), also where it underflows. */
export function logBetaI(a: number, b: number, x: number, y = 1 - x): number {
  return valid(a, b, x, y) ? logProbabilityOf(betaTail(a, b, x, y), "lower") : Number.NaN;
}

/** ln(1 - I_x(a, b)), also where it underflows. */
export function logBetaIUpper(a: number, b: number, x: number, y = 1 - x): number {
  return valid(a, b, x, y) ? logProbabilityOf(betaTail(a, b, x, y), "upper") : Number.NaN;
}
