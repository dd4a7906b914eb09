import { low, powerOfTwo, productRest, root, sumRest, upperWord } from "./double-double.ts";
import { expParts, scaled } from "./exponential.ts";
import { logParts } from "./logarithm.ts";

/** x squared. */
export function square(x: number): number {
  return x * x;
}

/** x * x * x. */
export function cube(x: number): number {
  return x * x * x;
}

/** x to the power y, special cases as ECMA-262; under 0.52 ulp, and powers of ten are their literals. */
export function pow(x: number, y: number): number {
  if (y === 2) return x * x;
  if (y === 1) return x;
  if (y === 0) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (x > 0 && x < Number.POSITIVE_INFINITY && Number.isFinite(y)) return ofPositive(x, y);
  return special(x, y);
}

function ofPositive(x: number, y: number): number {
  if (y === 0.5) return Math.sqrt(x);
  if (y === -1) return 1 / x;
  if (x === 10 && y >= -323 && y <= 308 && Math.floor(y) === y) return powerOfTen(y);
  if (x === 2 && y >= -1074 && y <= 1023 && Math.floor(y) === y) return powerOfTwo(y);
  const l = logParts(x, 0);
  const product = l * y;
  if (product > 710) return Number.POSITIVE_INFINITY;
  if (product < -746) return 0;
  if (product < 1e-18 && product > -1e-18) return 1;
  const high = expParts(product, productRest(l, y, product) + low[0]! * y);
  return scaled(high, low[0]!);
}

const tens = /* @__PURE__ */ new Float64Array(632);

function powerOfTen(n: number): number {
  const known = tens[n + 323]!;
  if (known > 0) return known;
  const value = Number(`1e${n}`);
  tens[n + 323] = value;
  return value;
}

function special(x: number, y: number): number {
  const size = Math.abs(x);
  if (!Number.isFinite(y)) {
    if (size === 1) return Number.NaN;
    return size > 1 === y > 0 ? Number.POSITIVE_INFINITY : 0;
  }
  const whole = Math.floor(y) === y;
  const odd = whole && Math.abs(y) < 9007199254740992 && Math.abs(y % 2) === 1;
  if (size === 0 || size === Number.POSITIVE_INFINITY) {
    const end = (size === 0) === y > 0 ? 0 : Number.POSITIVE_INFINITY;
    return odd && (x < 0 || Object.is(x, -0)) ? -end : end;
  }
  if (!whole) return Number.NaN;
  const value = ofPositive(size, y);
  return odd ? -value : value;
}

/** The cube root of x; under 0.501 ulp: Newton's steps, the last with an exact remainder. */
export function cbrt(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  const size = Math.abs(x);
  const a = size >= 2.2250738585072014e-308 ? size : size * 18014398509481984;
  const third = Math.floor(((upperWord(a) >> 20) - 1023) / 3);
  const z = a * powerOfTwo(-3 * third);
  // A parabola within 2 % of the root over [1, 8), then three steps.
  let t = 0.763 + z * (0.268 - 0.0147 * z);
  for (let step = 0; step < 3; step++) t -= (t - z / (t * t)) * (1 / 3);
  const square = t * t;
  const squareRest = productRest(t, t, square);
  const product = square * t;
  const rest = z - product - productRest(square, t, product) - squareRest * t;
  const value = (t + rest / (3 * square)) * powerOfTwo(a === size ? third : third - 18);
  return x < 0 ? -value : value;
}

/** The square root of the sum of squares, scaled; under 0.501 ulp, under 0.75 where the result is subnormal. */
export function hypot(...values: number[]): number {
  let greatest = 0;
  let unknown = false;
  for (let i = 0; i < values.length; i++) {
    const size = Math.abs(values[i]!);
    if (size > greatest) greatest = size;
    else if (Number.isNaN(size)) unknown = true;
  }
  if (greatest === Number.POSITIVE_INFINITY) return greatest;
  if (unknown) return Number.NaN;
  if (greatest === 0) return 0;
  const first = greatest < 1e-290 ? powerOfTwo(600) : 1;
  const e = (upperWord(greatest * first) >> 20) - 1023;
  const factor = powerOfTwo(-e);
  let total = 0;
  let rest = 0;
  for (let i = 0; i < values.length; i++) {
    const v = values[i]! * first * factor;
    const square = v * v;
    const next = total + square;
    rest += sumRest(total, square, next) + productRest(v, v, square);
    total = next;
  }
  const value = root(total, rest);
  return (value * powerOfTwo(e)) / first;
}
