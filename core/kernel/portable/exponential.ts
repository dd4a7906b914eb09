import { low, powerOfTwo, productRest, sumRest } from "./double-double.ts";
import { powersOfTwo64, stepHigh, stepInverse, stepLow } from "./tables.ts";

const exponent = /* @__PURE__ */ new Int32Array(1);

/** e^x; under 0.52 ulp. Table of 2^(j/64) and Taylor series (Tang 1989). */
export function exp(x: number): number {
  if (!(x < 710 && x > -708)) return x <= -708 ? tiny(x) : x + Number.POSITIVE_INFINITY;
  const k = Math.floor(x * stepInverse + 0.5);
  const r = x - k * stepHigh - k * stepLow;
  const p = r + r * r * (0.5 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120 + r * (1 / 720)))));
  const j = 2 * (k & 63);
  const t = powersOfTwo64[j]!;
  const y = t + (powersOfTwo64[j + 1]! + t * p);
  return k < 65536 ? y * powerOfTwo(k >> 6) : y * powerOfTwo(1023) * 2;
}

function tiny(x: number): number {
  if (x < -746) return 0;
  const high = expParts(x, 0);
  return scaled(high, low[0]!);
}

/** e^(x + rest) / 2^m to about 2^-68, x from -746 to 710; its low part in `low`, m in `exponentOf()`. */
export function expParts(x: number, rest: number): number {
  const k = Math.floor(x * stepInverse + 0.5);
  const first = x - k * stepHigh;
  const second = rest - k * stepLow;
  const r = first + second;
  const rLow = sumRest(first, second, r);
  const half = 0.5 * r;
  const square = r * half;
  const squareRest = productRest(r, half, square);
  const tail =
    r * r * r * (1 / 6 + r * (1 / 24 + r * (1 / 120 + r * (1 / 720 + r * (1 / 5040 + r * (1 / 40320))))));
  const p = r + square;
  const pLow = square - (p - r) + (squareRest + rLow + r * rLow + tail);
  const j = 2 * (k & 63);
  const t = powersOfTwo64[j]!;
  const product = t * p;
  const y = t + product;
  const small = product - (y - t) + (productRest(t, p, product) + t * pLow + powersOfTwo64[j + 1]! * (1 + p));
  const high = y + small;
  low[0] = small - (high - y);
  exponent[0] = k >> 6;
  return high;
}

/** m of the last `expParts`. */
export function exponentOf(): number {
  return exponent[0]!;
}

/** (high + rest) * 2^m of the last `expParts`, rounded once, also where the result is subnormal. */
export function scaled(high: number, rest: number): number {
  const m = exponent[0]!;
  if (m > 1023) return high * powerOfTwo(1023) * powerOfTwo(m - 1023);
  if (m > -1021) return high * powerOfTwo(m);
  const edge = powerOfTwo(-1022 - m);
  if (high >= edge) return high * powerOfTwo(-1000) * powerOfTwo(m + 1000);
  const s = edge + high;
  const y = s + (edge - s + high + rest) - edge;
  return y * powerOfTwo(-1000) * powerOfTwo(m + 1000);
}

/** e^x - 1 without cancellation; under 0.52 ulp. */
export function expm1(x: number): number {
  if (x > 50) return exp(x);
  if (x < -50) return -1;
  if (x < 0.00390625 && x > -0.00390625) {
    if (x < 1e-17 && x > -1e-17) return x;
    return x + x * x * (0.5 + x * (1 / 6 + x * (1 / 24 + x * (1 / 120 + x * (1 / 720 + x * (1 / 5040))))));
  }
  if (Number.isNaN(x)) return x;
  const high = expParts(x, 0);
  const scale = powerOfTwo(exponent[0]!);
  const a = high * scale;
  const s = a - 1;
  return s + (sumRest(a, -1, s) + low[0]! * scale);
}
