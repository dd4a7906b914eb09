import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { philox4x32 } from "./philox.ts";
import { createRandom, type Random } from "./random.ts";

describe("philox4x32", () => {
  // Random123, kat_vectors: counter, key, output
  it.each([
    ["00000000 00000000 00000000 00000000 00000000 00000000", "6627e8d5 e169c58d bc57ac4c 9b00dbd8"],
    ["ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff", "408f276d 41c83b0e a20bc7c6 6d5451fd"],
    ["243f6a88 85a308d3 13198a2e 03707344 a4093822 299f31d0", "d16cfe09 94fdcceb 5001e420 24126ea1"],
  ])("gives the known answer of Random123 for %s", (input, expected) => {
    const [c0, c1, c2, c3, k0, k1] = input.split(" ").map((word) => Number.parseInt(word, 16));
    const out = new Uint32Array(4);
    philox4x32(c0!, c1!, c2!, c3!, k0!, k1!, out);
    expect([...out].map((word) => word.toString(16).padStart(8, "0")).join(" ")).toBe(expected);
  });

  it("multiplies as 64-bit whole numbers do", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 0xffffffff }), { minLength: 6, maxLength: 6 }),
        (words) => {
          const out = new Uint32Array(4);
          philox4x32(words[0]!, words[1]!, words[2]!, words[3]!, words[4]!, words[5]!, out);
          expect([...out]).toEqual(inBigIntegers(words.map(BigInt)));
        },
      ),
    );
  });
});

function inBigIntegers(words: readonly bigint[]): number[] {
  const mask = 0xffffffffn;
  let [c0, c1, c2, c3, k0, k1] = words as [bigint, bigint, bigint, bigint, bigint, bigint];
  for (let round = 0; round < 10; round++) {
    const p0 = c0 * 0xd2511f53n;
    const p1 = c2 * 0xcd9e8d57n;
    [c0, c1, c2, c3] = [(p1 >> 32n) ^ c1 ^ k0, p1 & mask, (p0 >> 32n) ^ c3 ^ k1, p0 & mask];
    k0 = (k0 + 0x9e3779b9n) & mask;
    k1 = (k1 + 0xbb67ae85n) & mask;
  }
  return [c0, c1, c2, c3].map(Number);
}

describe("streams", () => {
  it("are the same for the same seed and path, whatever was drawn or split before", () => {
    const one = createRandom(7);
    const two = createRandom(7);
    two.uniforms(13);
    two.normal();
    two.split("other", 1).uniform();
    const path = (random: Random) => random.split("bootstrap", 5).split("donor A").uniforms(20);
    expect(path(two)).toEqual(path(one));
  });

  it("do not change from one version to the next", () => {
    const random = createRandom(2024).split("bootstrap", 3);
    expect([
      random.word(),
      random.word(),
      random.word(),
      random.word(),
      random.word(),
    ]).toMatchInlineSnapshot(`
      [
        646307309,
        1754763339,
        2574692121,
        1661534650,
        2048706009,
      ]
    `);
  });

  it("differ for keys that look alike", () => {
    const root = createRandom(1);
    const streams = [
      createRandom(1),
      createRandom(2),
      createRandom(-1),
      createRandom(0.5),
      root.split("a"),
      root.split("b"),
      root.split("a", 0),
      root.split("a", 1),
      root.split("a").split(1),
      root.split("a").split("1"),
      root.split("ab"),
      root.split("a").split("b"),
      root.split(""),
      root.split("\0"),
      root.split("\0\0"),
      root.split(0),
      root.split(1),
      root.split("0"),
      root.split(0, 0),
      root.split("粒子"),
      root.split("a", 2 ** 32),
      root.split("a", 2 ** 32 + 1),
    ];
    const first = streams.map((random) => random.uniforms(2).join());
    expect(new Set(first).size).toBe(streams.length);
  });

  it("of neighbouring indices are not correlated", () => {
    const root = createRandom(11);
    const n = 20_000;
    const here = new Float64Array(n).map((_, k) => root.split("x", k).uniform());
    let sum = 0;
    for (let k = 1; k < n; k++) sum += (here[k - 1]! - 0.5) * (here[k]! - 0.5);
    // a correlation has standard error 1/sqrt(n)
    expect(Math.abs((12 * sum) / n)).toBeLessThan(4 / Math.sqrt(n));
  });

  it("give new numbers block after block", () => {
    expect(new Set(createRandom(3).uniforms(100_000)).size).toBe(100_000);
  });

  it("refuse a seed or key that is no number", () => {
    expect(() => createRandom(Number.NaN)).toThrow(RangeError);
    expect(() => createRandom(1).split("a", Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });
});

/** Mean and variance within 4.5 standard errors; `kurtosis` is the fourth standardised moment. */
function expectMoments(values: Float64Array, mean: number, variance: number, kurtosis: number): void {
  const n = values.length;
  const average = values.reduce((sum, x) => sum + x, 0) / n;
  const spread = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / n;
  expect(Math.abs(average - mean) / Math.sqrt(variance / n)).toBeLessThan(4.5);
  expect(Math.abs(spread / variance - 1) / Math.sqrt((kurtosis - 1) / n)).toBeLessThan(4.5);
}

const count = 40_000;

function draws(name: string, draw: (random: Random) => number): Float64Array {
  const random = createRandom(20).split(name);
  return new Float64Array(count).map(() => draw(random));
}

describe("variates have the mean and variance of their distribution", () => {
  it("uniform", () => {
    const values = draws("uniform", (random) => random.uniform());
    expectMoments(values, 0.5, 1 / 12, 1.8);
    expect(values.every((u) => u > 0 && u < 1)).toBe(true);
  });

  it("normal, exponential and lognormal", () => {
    expectMoments(
      draws("normal", (random) => random.normal(3, 2)),
      3,
      4,
      3,
    );
    expectMoments(
      draws("exponential", (random) => random.exponential(2)),
      2,
      4,
      9,
    );
    const w = Math.exp(0.09);
    const kurtosis = w ** 4 + 2 * w ** 3 + 3 * w ** 2 - 3;
    const mean = Math.exp(1 + 0.045);
    expectMoments(
      draws("lognormal", (random) => random.lognormal(1, 0.3)),
      mean,
      mean ** 2 * (w - 1),
      kurtosis,
    );
  });

  it.each([0.1, 0.7, 1, 2.5, 40, 1e6])("gamma of shape %s", (shape) => {
    expectMoments(
      draws(`gamma ${shape}`, (random) => random.gamma(shape, 3)),
      3 * shape,
      9 * shape,
      3 + 6 / shape,
    );
  });

  it.each([0.01, 1, 8.5, 29.9, 30.1, 250, 1e4, 1e6])("poisson of mean %s", (mean) => {
    const values = draws(`poisson ${mean}`, (random) => random.poisson(mean));
    expectMoments(values, mean, mean, 3 + 1 / mean);
    expect(values.every(Number.isInteger)).toBe(true);
  });

  it.each([
    [1, 0.3],
    [10, 0.5],
    [100, 0.02],
    [100, 0.97],
    [1000, 0.4],
    [1_000_000, 0.5],
    [1_000_000, 1e-4],
  ])("binomial of %s trials with chance %s", (n, p) => {
    const values = draws(`binomial ${n} ${p}`, (random) => random.binomial(n, p));
    const variance = n * p * (1 - p);
    expectMoments(values, n * p, variance, 3 + (1 - 6 * p * (1 - p)) / variance);
    expect(values.every((k) => Number.isInteger(k) && k >= 0 && k <= n)).toBe(true);
  });

  it("integer: every value equally often, by chi-square with 6 degrees of freedom", () => {
    const random = createRandom(5);
    const seen = new Float64Array(7);
    for (const k of random.integers(7, 70_000)) seen[k]! += 1;
    const chiSquare = seen.reduce((sum, n) => sum + (n - 10_000) ** 2 / 10_000, 0);
    // upper 1e-5 point
    expect(chiSquare).toBeLessThan(33.1);
    expect(() => random.integer(0)).toThrow(RangeError);
    expect(() => random.integer(2 ** 33)).toThrow(RangeError);
    expect(random.integer(1)).toBe(0);
  });

  it("integer is not biased where n does not divide 2^32", () => {
    const random = createRandom(6);
    const n = 3 * 2 ** 30;
    let low = 0;
    for (let k = 0; k < count; k++) if (random.integer(n) < 2 ** 30) low += 1;
    expect(Math.abs(low - count / 3) / Math.sqrt((count * 2) / 9)).toBeLessThan(4.5);
  });

  it("permutation: all 24 orders of 4 equally often, by chi-square with 23 degrees of freedom", () => {
    const random = createRandom(9);
    const seen = new Map<string, number>();
    for (let k = 0; k < 24_000; k++) {
      const order = random.permutation(4).join("");
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    const chiSquare = [...seen.values()].reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0);
    expect(seen.size).toBe(24);
    // upper 1e-5 point
    expect(chiSquare).toBeLessThan(64);
  });
});

it("variates of parameters outside their domain are NaN", () => {
  const random = createRandom(1);
  const values = [random.gamma(0), random.gamma(-1), random.poisson(-1), random.poisson(Number.NaN)];
  values.push(random.poisson(Number.POSITIVE_INFINITY), random.binomial(1.5, 0.5), random.binomial(3, 1.1));
  expect(values.every(Number.isNaN)).toBe(true);
  expect([random.poisson(0), random.binomial(0, 0.5), random.binomial(9, 0), random.binomial(9, 1)]).toEqual([
    0, 0, 0, 9,
  ]);
});
