import { low, quotient } from "./double-double.ts";
import { quadrantOf, reduced } from "./reduction.ts";
import { circle } from "./tables.ts";

/** sin(x + rest) for |x| <= pi / 4; its low part in `low`. Table of sin and cos of k / 128, Taylor series. */
function sinParts(x: number, rest: number): number {
  if (x < 0.25 && x > -0.25) return smallSin(x, rest);
  const sign = x < 0 ? -1 : 1;
  const k = Math.floor(sign * x * 128 + 0.5);
  const d = sign * x - k * 0.0078125;
  const dLow = sign * rest;
  const s = circle[4 * k]!;
  const c = circle[4 * k + 2]!;
  const d2 = d * d;
  const sine = dLow - d * d2 * (1 / 6 - d2 * (1 / 120));
  const product = c * d;
  const small =
    circle[4 * k + 1]! + c * sine - s * d2 * (0.5 - d2 * (1 / 24 - d2 * (1 / 720))) - s * d * dLow + product;
  const high = s + small;
  low[0] = sign * (small - (high - s));
  return sign * high;
}

function smallSin(x: number, rest: number): number {
  const z = x * x;
  const series =
    1 / 6 -
    z *
      (1 / 120 -
        z *
          (1 / 5040 -
            z * (1 / 362880 - z * (1 / 39916800 - z * (1 / 6227020800 - z * (1 / 1307674368000))))));
  const small = rest * (1 - 0.5 * z) - x * z * series;
  const high = x + small;
  low[0] = small - (high - x);
  return high;
}

/** cos(x + rest) for |x| <= pi / 4; its low part in `low`. */
function cosParts(x: number, rest: number): number {
  const sign = x < 0 ? -1 : 1;
  const k = Math.floor(sign * x * 128 + 0.5);
  const d = sign * x - k * 0.0078125;
  const s = circle[4 * k]!;
  const c = circle[4 * k + 2]!;
  const d2 = d * d;
  const sine = d + (sign * rest - d * d2 * (1 / 6 - d2 * (1 / 120)));
  const small =
    circle[4 * k + 3]! - s * sine - c * d2 * (0.5 - d2 * (1 / 24 - d2 * (1 / 720))) - c * d * sign * rest;
  const high = c + small;
  low[0] = small - (high - c);
  return high;
}

/** The sine of x in radians; under 0.53 ulp for every finite x. */
export function sin(x: number): number {
  if (x < 1e-8 && x > -1e-8) return x;
  if (!Number.isFinite(x)) return Number.NaN;
  const r = reduced(x);
  const n = quadrantOf();
  const y = (n & 1) === 0 ? sinParts(r, low[0]!) : cosParts(r, low[0]!);
  return n > 1 ? -y : y;
}

/** The cosine of x in radians; under 0.53 ulp for every finite x. */
export function cos(x: number): number {
  if (!Number.isFinite(x)) return Number.NaN;
  const r = reduced(x);
  const n = quadrantOf();
  const y = (n & 1) === 0 ? cosParts(r, low[0]!) : sinParts(r, low[0]!);
  return n === 1 || n === 2 ? -y : y;
}

/** The tangent of x in radians; under 0.53 ulp for every finite x. */
export function tan(x: number): number {
  if (x < 1e-9 && x > -1e-9) return x;
  if (!Number.isFinite(x)) return Number.NaN;
  const r = reduced(x);
  const rest = low[0]!;
  const odd = (quadrantOf() & 1) === 1;
  const s = sinParts(r, rest);
  const sLow = low[0]!;
  const c = cosParts(r, rest);
  return odd ? -quotient(c, low[0]!, s, sLow) : quotient(s, sLow, c, low[0]!);
}
