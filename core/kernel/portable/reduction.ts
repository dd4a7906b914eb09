import { low, productRest, sumRest } from "./double-double.ts";
import {
  halfPi1,
  halfPi2,
  halfPi3,
  halfPi4,
  halfPiHigh,
  halfPiLow,
  perHalfPi,
  perHalfPiBits,
} from "./tables.ts";

const quadrant = /* @__PURE__ */ new Int32Array(1);
const bits = /* @__PURE__ */ new BigUint64Array(1);
const value = /* @__PURE__ */ new Float64Array(bits.buffer);

/** Which multiple of pi / 2 the last `reduced` took away, modulo 4. */
export function quadrantOf(): number {
  return quadrant[0]!;
}

/** x less the nearest multiple of pi / 2, for finite x; its low part in `low`. Cody & Waite; Payne & Hanek from 2^20. */
export function reduced(x: number): number {
  if (x <= 0.7853981633974483 && x >= -0.7853981633974483) {
    quadrant[0] = 0;
    low[0] = 0;
    return x;
  }
  if (x > 1048576 || x < -1048576) return x < 0 ? -ofLarge(-x, -1) : ofLarge(x, 1);
  const n = Math.floor(x * perHalfPi + 0.5);
  quadrant[0] = n & 3;
  const first = x - n * halfPi1;
  const part2 = -(n * halfPi2);
  const second = first + part2;
  const rest2 = sumRest(first, part2, second);
  const part3 = -(n * halfPi3);
  const third = second + part3;
  const rest = rest2 + sumRest(second, part3, third) - n * halfPi4;
  const high = third + rest;
  low[0] = rest - (high - third);
  return high;
}

const keptBits = 192n;

/** The same by whole numbers: x = f * 2^e, and f * 2^e * (2 / pi) modulo 4 needs only some bits of 2 / pi. */
function ofLarge(x: number, sign: number): number {
  value[0] = x;
  const e = (bits[0]! >> 52n) - 1075n;
  const f = (bits[0]! & 0xfffffffffffffn) | 0x10000000000000n;
  const turns = (f * perHalfPiBits) >> (1300n - e - keptBits);
  const n = (turns + (1n << (keptBits - 1n))) >> keptBits;
  const fraction = turns - (n << keptBits);
  quadrant[0] = sign * Number(n & 3n);
  quadrant[0] &= 3;
  const scale = 1.5930919111324523e-58;
  const high = Number(fraction);
  const rest = Number(fraction - BigInt(high)) * scale;
  const a = high * scale;
  const product = a * halfPiHigh;
  const small = productRest(a, halfPiHigh, product) + (a * halfPiLow + rest * halfPiHigh);
  const y = product + small;
  low[0] = sign * (small - (y - product));
  return y;
}
