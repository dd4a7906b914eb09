import { low, powerOfTwo, productRest, quotient, root, sum, sumRest } from "./double-double.ts";
import { exponentOf, expParts, scaled } from "./exponential.ts";
import { logOfTwice, logParts } from "./logarithm.ts";

/** sinh x for 0 <= x <= 25; its low part in `low`. */
function sinhParts(x: number): number {
  if (x < 0.3) {
    const z = x * x;
    const series =
      1 / 6 +
      z *
        (1 / 120 +
          z *
            (1 / 5040 +
              z * (1 / 362880 + z * (1 / 39916800 + z * (1 / 6227020800 + z * (1 / 1307674368000))))));
    const small = x * z * series;
    const high = x + small;
    low[0] = small - (high - x);
    return high;
  }
  return halfOfExp(x, -1);
}

/** cosh x for 0 <= x <= 25; its low part in `low`. */
function coshParts(x: number): number {
  return halfOfExp(x, 1);
}

/** (e^x + sign * e^-x) / 2. */
function halfOfExp(x: number, sign: number): number {
  const own = expParts(x, 0);
  const scale = 0.5 * powerOfTwo(exponentOf());
  const e = own * scale;
  const eLow = low[0]! * scale;
  const other = quotient(0.25 * sign, 0, e, eLow);
  return sum(e, other, eLow + low[0]!);
}

/** e^x / 2 for x over 22, to infinity. */
function halfExp(x: number): number {
  if (!(x < 711)) return x + Number.POSITIVE_INFINITY;
  const high = expParts(x, 0);
  return scaled(0.5 * high, 0.5 * low[0]!);
}

/** The hyperbolic sine; under 0.53 ulp. */
export function sinh(x: number): number {
  const size = Math.abs(x);
  if (size < 1e-9 || Number.isNaN(x)) return x;
  const y = size > 22 ? halfExp(size) : sinhParts(size);
  return x < 0 ? -y : y;
}

/** The hyperbolic cosine; under 0.51 ulp. */
export function cosh(x: number): number {
  const size = Math.abs(x);
  return size > 22 || Number.isNaN(x) ? halfExp(size) : coshParts(size);
}

/** The hyperbolic tangent; under 0.53 ulp. */
export function tanh(x: number): number {
  const size = Math.abs(x);
  if (size < 1e-9 || Number.isNaN(x)) return x;
  if (size > 22) return x < 0 ? -1 : 1;
  const s = sinhParts(size);
  const sLow = low[0]!;
  const c = coshParts(size);
  const y = quotient(s, sLow, c, low[0]!);
  return x < 0 ? -y : y;
}

/** ln(x + sqrt(x^2 + one)), one = 1 or -1, for x under 2^28. */
function logOfSum(x: number, one: number): number {
  const product = x * x;
  const first = product + one;
  const firstRest = sumRest(product, one, first) + productRest(x, x, product);
  const w = first + firstRest;
  const s = w > 0 ? root(w, firstRest - (w - first)) : 0;
  const sLow = w > 0 ? low[0]! : 0;
  const total = x + s;
  const rest = sumRest(x, s, total) + sLow;
  const whole = total + rest;
  return logParts(whole, rest - (whole - total));
}

/** The number whose hyperbolic sine is x; under 0.51 ulp. */
export function asinh(x: number): number {
  const size = Math.abs(x);
  if (size < 1e-9 || !Number.isFinite(x)) return x;
  const y = size > 268435456 ? logOfTwice(size) : logOfSum(size, 1);
  return x < 0 ? -y : y;
}

/** The number >= 0 whose hyperbolic cosine is x; under 0.51 ulp. */
export function acosh(x: number): number {
  if (!(x >= 1 && x < Number.POSITIVE_INFINITY)) return x < 1 ? Number.NaN : x;
  return x > 268435456 ? logOfTwice(x) : logOfSum(x, -1);
}

/** The number whose hyperbolic tangent is x; under 0.51 ulp. */
export function atanh(x: number): number {
  const size = Math.abs(x);
  if (size < 1e-9 || Number.isNaN(x)) return x;
  if (size >= 1) return size > 1 ? Number.NaN : x * Number.POSITIVE_INFINITY;
  const above = 1 + size;
  const below = 1 - size;
  const q = quotient(above, sumRest(1, size, above), below, sumRest(1, -size, below));
  const y = 0.5 * logParts(q, low[0]!);
  return x < 0 ? -y : y;
}
