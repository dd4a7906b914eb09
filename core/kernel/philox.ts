const weyl0 = 0x9e3779b9;
const weyl1 = 0xbb67ae85;

// the high 32 bits of a times (m1 2^16 + m0), in 16-bit halves
function high(a: number, m1: number, m0: number): number {
  const a0 = a & 0xffff;
  const a1 = a >>> 16;
  const cross = Math.imul(a1, m0);
  const mixed = Math.imul(a0, m1);
  const carry = (cross & 0xffff) + (mixed & 0xffff) + (Math.imul(a0, m0) >>> 16);
  return (Math.imul(a1, m1) + (cross >>> 16) + (mixed >>> 16) + (carry >>> 16)) | 0;
}

/**
 * Philox 4x32 with 10 rounds (Salmon, Moraes, Dror and Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3"):
 * writes the four 32-bit words for the counter (c0, c1, c2, c3) under the key (key0, key1) to the start of `out`.
 */
export function philox4x32(
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  key0: number,
  key1: number,
  out: Uint32Array,
): void {
  let [w0, w1, w2, w3] = [c0 | 0, c1 | 0, c2 | 0, c3 | 0];
  let k0 = key0 | 0;
  let k1 = key1 | 0;
  for (let round = 0; round < 10; round++) {
    const high0 = high(w0, 0xd251, 0x1f53);
    const low0 = Math.imul(w0, 0xd2511f53);
    const high1 = high(w2, 0xcd9e, 0x8d57);
    const low1 = Math.imul(w2, 0xcd9e8d57);
    w0 = high1 ^ w1 ^ k0;
    w1 = low1;
    w2 = high0 ^ w3 ^ k1;
    w3 = low0;
    k0 = (k0 + weyl0) | 0;
    k1 = (k1 + weyl1) | 0;
  }
  out[0] = w0;
  out[1] = w1;
  out[2] = w2;
  out[3] = w3;
}
