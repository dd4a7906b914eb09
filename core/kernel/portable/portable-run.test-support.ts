import * as portable from "./index.ts";

const functions: Readonly<Record<string, unknown>> = { ...portable };
const two = new Set(["atan2", "hypot", "pow"]);

/** Where the arguments of a function lie besides every bit pattern. */
const reach: Readonly<Record<string, number>> = { asin: 1, acos: 1, atanh: 1, pow: 12 };

/**
 * The bytes of 4096 results of every portable function, of fixed pseudo-random arguments: half of them any bit pattern,
 * half of a usual size. The same bytes in every engine; NaN, whose bits are the engine's own, is written as one pattern.
 */
export function portableRun(count = 4096): Uint8Array<ArrayBuffer> {
  const names = Object.keys(functions).sort();
  const results = new DataView(new ArrayBuffer(8 * count * names.length));
  let state = 0x2545f491;
  const word = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  const bits = new DataView(new ArrayBuffer(8));
  const anyBits = () => {
    bits.setUint32(0, word());
    bits.setUint32(4, word());
    return bits.getFloat64(0);
  };
  let at = 0;
  for (const name of names) {
    const f = functions[name] as (...args: number[]) => number;
    const size = reach[name] ?? 40;
    const usual = () => size * (word() / 2147483648 - 1);
    for (let i = 0; i < count; i++) {
      const draw = i % 2 === 0 ? anyBits : usual;
      const value = two.has(name) ? f(draw(), draw()) : f(draw());
      if (Number.isNaN(value)) results.setUint32(at, 0x7ff80000);
      else results.setFloat64(at, value);
      at += 8;
    }
  }
  return new Uint8Array(results.buffer);
}

/** The SHA-256 of `portableRun()`, in every engine. */
export const portableRunDigest = "aa3e60924647d0ae28ea34a98a14556fe13337594c7074d1561e99f9217fb3bd";
