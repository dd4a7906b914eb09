import { low, powerOfTwo, productRest, sum, sumRest, upperWord } from "./double-double.ts";
import { ln2High, ln2Low, logarithms, perLn2High, perLn2Low, perLn10High, perLn10Low } from "./tables.ts";

/** ln(x + rest) to about 2^-68 for finite x > 0 and |rest| <= ulp(x); its low part in `low`. Tang 1990. */
export function logParts(x: number, rest: number): number {
  const normal = x >= 2.2250738585072014e-308;
  const a = normal ? x : x * 18014398509481984;
  const own = (upperWord(a) - 0x3fe6a09e) >> 20;
  const m = normal ? own : own - 54;
  const z = a * powerOfTwo(-own);
  const c128 = Math.floor(z * 128 + 0.5);
  const c = c128 * 0.0078125;
  const at = 3 * (c128 - 90);
  const inverse = logarithms[at]!;
  // z = c * (1 + u): u = (z - c) / c in two parts; the remainder of the division is exact.
  const f = z - c;
  const u = f * inverse;
  const s = 134217729 * u;
  const uHigh = s - (s - u);
  const uRest = u - uHigh;
  const uLow = (f - uHigh * c - uRest * c) * inverse;
  const square = u * u;
  const squareRest = uHigh * uHigh - square + 2 * uHigh * uRest + uRest * uRest;
  const tail =
    u *
    square *
    (1 / 3 -
      u * (1 / 4 - u * (1 / 5 - u * (1 / 6 - u * (1 / 7 - u * (1 / 8 - u * (1 / 9 - u * (1 / 10))))))));
  const known = m * ln2High + logarithms[at + 1]!;
  const first = known + u;
  const firstRest = u - (first - known);
  const half = -0.5 * square;
  const second = first + half;
  const secondRest = half - (second - first);
  const small =
    firstRest +
    secondRest +
    (m * ln2Low + logarithms[at + 2]! + uLow * (1 - u) + rest / x - 0.5 * squareRest + tail);
  const high = second + small;
  low[0] = small - (high - second);
  return high;
}

/** What the logarithms give where x is not a finite number over 0. */
function outside(x: number): number {
  if (x === 0) return Number.NEGATIVE_INFINITY;
  return x < 0 ? Number.NaN : x;
}

/** ln x; under 0.52 ulp, under 0.501 where its size is under 0.5. */
export function log(x: number): number {
  if (!(x >= 2.2250738585072014e-308 && x < Number.POSITIVE_INFINITY))
    return x > 0 && x < 1 ? logParts(x, 0) : outside(x);
  const m = (upperWord(x) - 0x3fe6a09e) >> 20;
  const z = x * powerOfTwo(-m);
  const c128 = Math.floor(z * 128 + 0.5);
  const at = 3 * (c128 - 90);
  const known = m * ln2High + logarithms[at + 1]!;
  if (known < 0.5 && known > -0.5) return logParts(x, 0);
  const u = (z - c128 * 0.0078125) * logarithms[at]!;
  const series = 0.5 - u * (1 / 3 - u * (1 / 4 - u * (1 / 5 - u * (1 / 6 - u * (1 / 7)))));
  return known + (u + (m * ln2Low + logarithms[at + 2]! - u * u * series));
}

/** ln(1 + x) without cancellation; under 0.501 ulp. */
export function log1p(x: number): number {
  if (x < 0.0009765625 && x > -0.0009765625) {
    if (x < 1e-17 && x > -1e-17) return x;
    return x - x * x * (0.5 - x * (1 / 3 - x * (1 / 4 - x * (1 / 5 - x * (1 / 6)))));
  }
  if (!(x > -1 && x < Number.POSITIVE_INFINITY)) return x === -1 ? Number.NEGATIVE_INFINITY : outside(x);
  const whole = 1 + x;
  return logParts(whole, sumRest(1, x, whole));
}

/** The logarithm to base 2; under 0.501 ulp, exact for powers of two. */
export function log2(x: number): number {
  return x > 0 && x < Number.POSITIVE_INFINITY ? times(logParts(x, 0), perLn2High, perLn2Low) : outside(x);
}

/** The logarithm to base 10; under 0.501 ulp, exact for powers of ten. */
export function log10(x: number): number {
  return x > 0 && x < Number.POSITIVE_INFINITY ? times(logParts(x, 0), perLn10High, perLn10Low) : outside(x);
}

function times(high: number, factor: number, factorLow: number): number {
  const product = high * factor;
  return product + (productRest(high, factor, product) + (high * factorLow + low[0]! * factor));
}

/** ln 2x for finite x >= 2, rounded once. */
export function logOfTwice(x: number): number {
  const high = logParts(x, 0);
  return sum(high, ln2High, low[0]! + ln2Low);
}
