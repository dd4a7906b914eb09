import { low, powerOfTwo, productRest, quotient, root, sum, sumRest, upperWord } from "./double-double.ts";
import { arcs, halfPiHigh, halfPiLow } from "./tables.ts";

/** atan(q + rest) for 0 <= q <= 1; its low part in `low`. Table of atan(j / 64), Taylor series. */
function atanParts(q: number, rest: number): number {
  const j = Math.floor(q * 64 + 0.5);
  const c = j * 0.015625;
  let t = q;
  let tLow = rest;
  if (j > 0) {
    // (q - c) / (1 + c q), the denominator in two parts.
    const f = q - c;
    const product = c * q;
    const below = 1 + product;
    t = quotient(f, rest, below, product - (below - 1) + productRest(c, q, product) + c * rest);
    tLow = low[0]!;
  }
  const z = t * t;
  const series = 1 / 3 - z * (1 / 5 - z * (1 / 7 - z * (1 / 9 - z * (1 / 11))));
  return sum(arcs[2 * j]!, t, arcs[2 * j + 1]! + (tLow * (1 - z) - t * z * series));
}

/** The angle of the point (x + xLow, y + yLow), both >= 0 and between 2^-32 and 4, rounded once. */
function angle(y: number, yLow: number, x: number, xLow: number): number {
  if (y <= x) {
    const q = quotient(y, yLow, x, xLow);
    return atanParts(q, low[0]!);
  }
  const q = quotient(x, xLow, y, yLow);
  const small = atanParts(q, low[0]!);
  return sum(halfPiHigh, -small, halfPiLow - low[0]!);
}

/** The supplement pi - a of the last `angle`. */
function supplement(a: number): number {
  return sum(2 * halfPiHigh, -a, 2 * halfPiLow - low[0]!);
}

/** The angle whose tangent is x, in radians; under 0.51 ulp. */
export function atan(x: number): number {
  const size = Math.abs(x);
  if (size < 1e-9 || Number.isNaN(x)) return x;
  const a =
    size > 1e17 ? halfPiHigh : size > 1e9 ? sum(halfPiHigh, -1 / size, halfPiLow) : angle(size, 0, 1, 0);
  return x < 0 ? -a : a;
}

/** The angle of the point (x, y) in radians, special cases as ECMA-262; under 0.51 ulp. */
export function atan2(y: number, x: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  const a = firstHalf(Math.abs(y), x);
  return y < 0 || Object.is(y, -0) ? -a : a;
}

function firstHalf(y: number, x: number): number {
  const size = Math.abs(x);
  const left = x < 0 || Object.is(x, -0);
  const pi = 2 * halfPiHigh;
  if (y === 0) return left ? pi : 0;
  if (size === 0) return halfPiHigh;
  if (y === Number.POSITIVE_INFINITY)
    return size === y ? (left ? 1.5 * halfPiHigh : 0.5 * halfPiHigh) : halfPiHigh;
  if (size === Number.POSITIVE_INFINITY) return left ? pi : 0;
  if (y / size < 1e-9) return left ? sum(pi, -(y / size), 2 * halfPiLow) : y / size;
  if (size / y < 1e-9) return sum(halfPiHigh, -(x / y), halfPiLow);
  const first = size < 1e-290 || y < 1e-290 ? powerOfTwo(60) : 1;
  const factor = powerOfTwo(1023 - (upperWord(Math.max(size, y) * first) >> 20));
  const a = angle(y * first * factor, 0, size * first * factor, 0);
  return left ? supplement(a) : a;
}

/** sqrt(1 - x^2) for |x| <= 1; its low part in `low`. */
function opposite(x: number): number {
  const product = x * x;
  const first = 1 - product;
  const rest = sumRest(1, -product, first) - productRest(x, x, product);
  const w = first + rest;
  if (w > 0) return root(w, rest - (w - first));
  low[0] = 0;
  return 0;
}

/** The angle whose sine is x, in radians; under 0.51 ulp. */
export function asin(x: number): number {
  const size = Math.abs(x);
  if (size < 1e-9) return x;
  if (!(size <= 1)) return Number.NaN;
  const c = opposite(size);
  const a = angle(size, 0, c, low[0]!);
  return x < 0 ? -a : a;
}

/** The angle whose cosine is x, in radians; under 0.51 ulp. */
export function acos(x: number): number {
  const size = Math.abs(x);
  if (!(size <= 1)) return Number.NaN;
  if (size < 1e-9) return sum(halfPiHigh, -x, halfPiLow);
  const s = opposite(size);
  const a = angle(s, low[0]!, size, 0);
  return x < 0 ? supplement(a) : a;
}
