/** The low part of the last result of a function that says so: scratch, read it at once. */
export const low: Float64Array = /* @__PURE__ */ new Float64Array(1);

const bits = /* @__PURE__ */ new Float64Array(1);
const halves = /* @__PURE__ */ new Int32Array(bits.buffer);
const upper = /* @__PURE__ */ new Uint8Array(Int32Array.of(1).buffer)[0] === 1 ? 1 : 0;

/** The upper 32 bits of a double: sign, exponent and 20 bits of the fraction. */
export function upperWord(x: number): number {
  bits[0] = x;
  return halves[upper]!;
}

const least = 1074;
const powers = /* @__PURE__ */ allPowers();

function allPowers(): Float64Array {
  const all = new Float64Array(least + 1024);
  all[least] = 1;
  for (let m = 1; m < 1024; m++) all[least + m] = 2 * all[least + m - 1]!;
  for (let m = 1; m <= least; m++) all[least - m] = all[least - m + 1]! / 2;
  return all;
}

/** 2^m for a whole m from -1074 to 1023. */
export function powerOfTwo(m: number): number {
  return powers[least + m]!;
}

/** a + b - sum for sum = a + b rounded (Knuth). */
export function sumRest(a: number, b: number, sum: number): number {
  const part = sum - a;
  return a - (sum - part) + (b - part);
}

/** a * b - product for product = a * b rounded (Dekker, with Veltkamp's halves); |a| and |b| under 2^990. */
export function productRest(a: number, b: number, product: number): number {
  const s = 134217729 * a;
  const aHigh = s - (s - a);
  const aLow = a - aHigh;
  const t = 134217729 * b;
  const bHigh = t - (t - b);
  const bLow = b - bHigh;
  return aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow;
}

/** (a + aLow) / (b + bLow); the low part of the quotient in `low`. */
export function quotient(a: number, aLow: number, b: number, bLow: number): number {
  const q = a / b;
  const product = q * b;
  const rest = (a - product - productRest(q, b, product) + aLow - q * bLow) / b;
  const high = q + rest;
  low[0] = rest - (high - q);
  return high;
}

/** The square root of a + aLow, a > 0; its low part in `low`. */
export function root(a: number, aLow: number): number {
  const s = Math.sqrt(a);
  const product = s * s;
  const rest = (a - product - productRest(s, s, product) + aLow) / (2 * s);
  const high = s + rest;
  low[0] = rest - (high - s);
  return high;
}

/** a + b for |a| >= |b| or a = 0, with b's and a's low parts together in `rest`; the low part of the sum in `low`. */
export function sum(a: number, b: number, rest: number): number {
  const s = a + b;
  const small = b - (s - a) + rest;
  const high = s + small;
  low[0] = small - (high - s);
  return high;
}
