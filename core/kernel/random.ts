import { philox4x32 } from "./philox.ts";
import * as portable from "./portable/index.ts";
import { drawBinomial, drawGamma, drawPoisson } from "./variates.ts";

const tag = { none: 0, text: 1, number: 2, index: 3, seed: 4 } as const;

/**
 * A stream of random numbers that depends on its seed and path of keys alone: not on the clock, the order of splits,
 * or who else draws. Counter-based (Philox 4x32-10); 2^66 numbers before a stream repeats.
 *
 * @example createRandom(1).split("bootstrap", 7).integer(10)
 */
export class Random {
  readonly #identity: Uint32Array;
  readonly #words = new Uint32Array(4);
  #used = 4;
  #block = 0;
  #spare = Number.NaN;

  /** Use `createRandom`; `identity` is four words. */
  constructor(identity: Uint32Array) {
    this.#identity = identity;
  }

  /** An independent stream for `key`, and for `index` where given; the same whatever was drawn or split before. */
  split(key: string | number, index?: number): Random {
    const message = typeof key === "string" ? textWords(key) : numberWords(tag.number, key);
    message.push(...(index === undefined ? [tag.none, 0] : numberWords(tag.index, index)));
    return new Random(absorbed(this.#identity, message));
  }

  /** 32 random bits as a whole number from 0 to 2^32 - 1. */
  word(): number {
    if (this.#used === 4) {
      const [k0, k1, c2, c3] = this.#identity;
      philox4x32(this.#block, Math.floor(this.#block / 2 ** 32), c2!, c3!, k0!, k1!, this.#words);
      this.#block += 1;
      this.#used = 0;
    }
    return this.#words[this.#used++]!;
  }

  /** Uniform on the open interval (0, 1): a multiple of 2^-53. */
  uniform(): number {
    for (;;) {
      const bits = (this.word() >>> 5) * 67108864 + (this.word() >>> 6);
      if (bits > 0) return bits / 9007199254740992;
    }
  }

  /** `count` uniform numbers, the same as that many calls of `uniform`. */
  uniforms(count: number): Float64Array {
    return new Float64Array(count).map(() => this.uniform());
  }

  /** A whole number from 0 to n - 1, each equally likely; RangeError unless n is whole and 1 <= n <= 2^32. */
  integer(n: number): number {
    if (!(Number.isInteger(n) && n >= 1 && n <= 4294967296)) throw new RangeError(`no integer below ${n}`);
    const limit = 4294967296 - (4294967296 % n);
    for (;;) {
      const word = this.word();
      if (word < limit) return word % n;
    }
  }

  /** `count` whole numbers from 0 to n - 1, drawn with replacement: a bootstrap sample's indices. */
  integers(n: number, count: number): Uint32Array {
    return new Uint32Array(count).map(() => this.integer(n));
  }

  /** The whole numbers 0 to n - 1 in random order (Fisher and Yates). */
  permutation(n: number): Uint32Array {
    const order = new Uint32Array(n).map((_, k) => k);
    for (let k = n - 1; k > 0; k--) {
      const other = this.integer(k + 1);
      const held = order[k]!;
      order[k] = order[other]!;
      order[other] = held;
    }
    return order;
  }

  /** Normal with `mean` and standard deviation `sd` (polar method, Marsaglia and Bray 1964). */
  normal(mean = 0, sd = 1): number {
    return mean + sd * this.#standardNormal();
  }

  /** `count` standard normal numbers, the same as that many calls of `normal`. */
  normals(count: number): Float64Array {
    return new Float64Array(count).map(() => this.#standardNormal());
  }

  /** exp of a normal number with mean `logMean` and standard deviation `logSd`. */
  lognormal(logMean: number, logSd: number): number {
    return portable.exp(this.normal(logMean, logSd));
  }

  /** Exponential with the given mean. */
  exponential(mean = 1): number {
    return -mean * portable.log(this.uniform());
  }

  /** Gamma with mean shape * scale; NaN unless shape is positive and finite. */
  gamma(shape: number, scale = 1): number {
    return scale * drawGamma(this, shape);
  }

  /** Poisson count; NaN unless the mean is finite and >= 0. */
  poisson(mean: number): number {
    return drawPoisson(this, mean);
  }

  /** Number of successes in `n` trials with chance `p`; NaN unless n is a count and 0 <= p <= 1. */
  binomial(n: number, p: number): number {
    return drawBinomial(this, n, p);
  }

  #standardNormal(): number {
    const spare = this.#spare;
    if (!Number.isNaN(spare)) {
      this.#spare = Number.NaN;
      return spare;
    }
    for (;;) {
      const x = 2 * this.uniform() - 1;
      const y = 2 * this.uniform() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const scale = Math.sqrt((-2 * portable.log(square)) / square);
      this.#spare = y * scale;
      return x * scale;
    }
  }
}

/** The root stream of a seed; RangeError unless the seed is finite. */
export function createRandom(seed: number): Random {
  return new Random(absorbed(new Uint32Array(4), numberWords(tag.seed, seed)));
}

// state <- philox(state, key = two words of the message) xor state
function absorbed(from: Uint32Array, message: readonly number[]): Uint32Array {
  const state = Uint32Array.from(from);
  const out = new Uint32Array(4);
  for (let k = 0; k < message.length; k += 2) {
    philox4x32(state[0]!, state[1]!, state[2]!, state[3]!, message[k]!, message[k + 1]!, out);
    for (let w = 0; w < 4; w++) state[w]! ^= out[w]!;
  }
  return state;
}

function numberWords(kind: number, value: number): number[] {
  if (!Number.isFinite(value)) throw new RangeError(`no random stream for ${value}`);
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value + 0);
  return [kind, 0, view.getUint32(0), view.getUint32(4)];
}

function textWords(text: string): number[] {
  const words: number[] = [tag.text, text.length];
  for (let k = 0; k < text.length; k += 4) {
    words.push(unitPair(text, k), unitPair(text, k + 2));
  }
  return words;
}

function unitPair(text: string, k: number): number {
  return ((text.charCodeAt(k) || 0) << 16) | (text.charCodeAt(k + 1) || 0);
}
