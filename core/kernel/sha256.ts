import * as portable from "./portable/index.ts";

// The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2).
const constants = /* @__PURE__ */ fractionalRoots(64, portable.cbrt);
// The same of the square roots of the first 8 primes (5.3.3).
const start = /* @__PURE__ */ fractionalRoots(8, Math.sqrt);

function fractionalRoots(count: number, root: (prime: number) => number): Int32Array {
  const words = new Int32Array(count);
  for (let candidate = 2, found = 0; found < count; candidate++) {
    if (isPrime(candidate)) words[found++] = (root(candidate) % 1) * 0x100000000;
  }
  return words;
}

function isPrime(n: number): boolean {
  for (let divisor = 2; divisor * divisor <= n; divisor++) if (n % divisor === 0) return false;
  return true;
}

/**
 * SHA-256 of `bytes` (FIPS 180-4) as 64 lower-case hexadecimal digits, at once: a call of the platform's own digest
 * costs more than the many small nodes of an evidence graph are worth. For large files use `sha256Hex`.
 */
export function sha256OfSmall(bytes: Uint8Array): string {
  const state = Int32Array.from(start);
  finish(state, bytes, bytes.length);
  return hexadecimal(state);
}

/**
 * SHA-256 of `bytes` (FIPS 180-4) as 64 lower-case hexadecimal digits, by the platform's digest. Browsers give none to
 * pages over plain http; ours takes its place.
 */
export async function sha256Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  if (!crypto.subtle) return sha256OfSmall(bytes);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  let hex = "";
  for (const byte of digest) hex += byte.toString(16).padStart(2, "0");
  return hex;
}

const wholeAtOnce = 64 * 1024 * 1024;
const piece = 1 << 20;

/** SHA-256 of a blob's bytes as 64 lower-case hexadecimal digits; a large one is read in pieces and never held. */
export async function sha256OfBlob(blob: Blob): Promise<string> {
  if (blob.size <= wholeAtOnce) return sha256Hex(new Uint8Array(await blob.arrayBuffer()));
  const state = Int32Array.from(start);
  let at = 0;
  for (; blob.size - at > piece; at += piece) {
    blocks(state, new Uint8Array(await blob.slice(at, at + piece).arrayBuffer()));
  }
  finish(state, new Uint8Array(await blob.slice(at).arrayBuffer()), blob.size);
  return hexadecimal(state);
}

/** The last bytes of `length` in all, with the padding. */
function finish(state: Int32Array, bytes: Uint8Array, length: number): void {
  const padded = new Uint8Array((((bytes.length + 8) >> 6) + 1) << 6);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(length / 0x20000000));
  view.setUint32(padded.length - 4, (length * 8) % 0x100000000);
  blocks(state, padded);
}

function blocks(state: Int32Array, bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const schedule = new Int32Array(64);
  for (let offset = 0; offset < bytes.length; offset += 64) block(state, schedule, view, offset);
}

function hexadecimal(state: Int32Array): string {
  let hex = "";
  for (const word of state) hex += (word >>> 0).toString(16).padStart(8, "0");
  return hex;
}

function block(state: Int32Array, w: Int32Array, view: DataView, offset: number): void {
  for (let i = 0; i < 16; i++) w[i] = view.getInt32(offset + 4 * i);
  for (let i = 16; i < 64; i++) {
    const x = w[i - 15]!;
    const y = w[i - 2]!;
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    w[i] = (w[i - 16]! + s0 + w[i - 7]! + s1) | 0;
  }
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  let e = state[4]!;
  let f = state[5]!;
  let g = state[6]!;
  let h = state[7]!;
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + constants[i]! + w[i]!) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0] = state[0]! + a;
  state[1] = state[1]! + b;
  state[2] = state[2]! + c;
  state[3] = state[3]! + d;
  state[4] = state[4]! + e;
  state[5] = state[5]! + f;
  state[6] = state[6]! + g;
  state[7] = state[7]! + h;
}
