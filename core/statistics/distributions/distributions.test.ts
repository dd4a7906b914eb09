import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as d from "./index.ts";

type Numeric = (x: number, ...parameters: readonly number[]) => number;

interface Family {
  readonly name: string;
  readonly cdf: Numeric;
  readonly sf: Numeric;
  readonly quantile: Numeric;
  readonly quantileUpper: Numeric;
  readonly parameters: fc.Arbitrary<readonly number[]>;
  /** A value from a number in (0, 1). */
  readonly value: (u: number, parameters: readonly number[]) => number;
}

const logUniform = (from: number, to: number) =>
  fc.double({ min: Math.log(from), max: Math.log(to), noNaN: true }).map(Math.exp);
const shape = logUniform(1e-3, 1e6);
const probability = fc.oneof(fc.double({ min: 1e-6, max: 0.999, noNaN: true }), logUniform(1e-290, 0.5));

const continuous: readonly Family[] = [
  {
    name: "normal",
    cdf: d.normalCdf,
    sf: d.normalSf,
    quantile: d.normalQuantile,
    quantileUpper: d.normalQuantileUpper,
    parameters: fc.constant([]),
    value: (u) => 76 * (u - 0.5),
  },
  {
    name: "t",
    cdf: d.tCdf,
    sf: d.tSf,
    quantile: d.tQuantile,
    quantileUpper: d.tQuantileUpper,
    parameters: fc.tuple(logUniform(0.5, 1e6)),
    value: (u) => Math.tan(Math.PI * (u - 0.5)) * 3,
  },
  {
    name: "chi-square",
    cdf: d.chiSquareCdf,
    sf: d.chiSquareSf,
    quantile: d.chiSquareQuantile,
    quantileUpper: d.chiSquareQuantileUpper,
    parameters: fc.tuple(shape),
    value: (u, [df]) => df! * Math.exp(6 * (u - 0.5) * Math.min(1, 10 / Math.sqrt(df!))),
  },
  {
    name: "gamma",
    cdf: d.gammaCdf,
    sf: d.gammaSf,
    quantile: d.gammaQuantile,
    quantileUpper: d.gammaQuantileUpper,
    parameters: fc.tuple(shape, logUniform(0.1, 10)),
    value: (u, [a, s]) => a! * s! * Math.exp(6 * (u - 0.5) * Math.min(1, 10 / Math.sqrt(a!))),
  },
  {
    name: "F",
    cdf: d.fCdf,
    sf: d.fSf,
    quantile: d.fQuantile,
    quantileUpper: d.fQuantileUpper,
    parameters: fc.tuple(logUniform(0.1, 1e6), logUniform(0.5, 1e6)),
    value: (u) => u / (1 - u),
  },
  {
    name: "beta",
    cdf: d.betaCdf,
    sf: d.betaSf,
    quantile: d.betaQuantile,
    quantileUpper: d.betaQuantileUpper,
    parameters: fc.tuple(shape, shape),
    value: (u) => u,
  },
];

const inside = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });

describe.each(continuous)("$name", ({ name, cdf, sf, quantile, quantileUpper, parameters, value }) => {
  it("has tails that add up to 1", () => {
    fc.assert(
      fc.property(inside, parameters, (u, p) => {
        const x = value(u, p);
        expect(Math.abs(cdf(x, ...p) + sf(x, ...p) - 1)).toBeLessThan(4e-16);
      }),
    );
  });

  it("has a lower tail that rises and an upper tail that falls", () => {
    fc.assert(
      fc.property(inside, inside, parameters, (u, v, p) => {
        const [low, high] = [value(Math.min(u, v), p), value(Math.max(u, v), p)];
        expect(cdf(low, ...p)).toBeLessThanOrEqual(cdf(high, ...p) * (1 + 1e-12));
        expect(sf(high, ...p)).toBeLessThanOrEqual(sf(low, ...p) * (1 + 1e-12));
      }),
    );
  });

  // a quantile rounded to a double can be off by one unit in the last place, which moves the probability by
  // about that times x f(x) / P(x); both neighbours of the answer must lie on either side of the probability
  it.each([
    ["lower", quantile, cdf],
    ["upper", quantileUpper, sf],
  ] as const)("gives the probability back at its %s quantile", (side, inverse, tail) => {
    fc.assert(
      fc.property(probability, parameters, (q, p) => {
        const x = inverse(q, ...p);
        if (name === "beta" && x > 0.5) return;
        if (!Number.isFinite(x) || Math.abs(x) < 1e-290 || Math.abs(x) > 1e290) return;
        const [a, b] = [tail(x * (1 - 1e-11), ...p), tail(x * (1 + 1e-11), ...p)];
        expect(Math.min(a, b)).toBeLessThanOrEqual(q * (1 + 1e-13));
        expect(Math.max(a, b)).toBeGreaterThanOrEqual(q * (1 - 1e-13));
        expect(side).toBeDefined();
      }),
      { numRuns: 200 },
    );
  });

  it("is NaN at NaN and at probabilities outside [0, 1]", () => {
    fc.assert(
      fc.property(parameters, (p) => {
        for (const f of [cdf, sf, quantile, quantileUpper]) expect(f(Number.NaN, ...p)).toBeNaN();
        for (const f of [quantile, quantileUpper]) {
          expect(f(-0.1, ...p)).toBeNaN();
          expect(f(1.1, ...p)).toBeNaN();
        }
      }),
      { numRuns: 5 },
    );
  });
});

it("parameters outside their domain give NaN", () => {
  const values = [0, -1, Number.NaN].flatMap((bad) => [
    d.tPdf(1, bad),
    d.tCdf(1, bad),
    d.tQuantile(0.3, bad),
    d.chiSquarePdf(1, bad),
    d.chiSquareSf(1, bad),
    d.chiSquareQuantileUpper(0.3, bad),
    d.gammaPdf(1, 2, bad),
    d.gammaCdf(1, bad, 1),
    d.gammaQuantile(0.3, 2, bad),
    d.betaPdf(0.2, bad, 1),
    d.betaCdf(0.2, 1, bad),
    d.betaQuantile(0.2, 1, bad),
    d.fPdf(1, bad, 2),
    d.fSf(1, 2, bad),
    d.fQuantile(0.2, bad, 2),
  ]);
  expect(values.map(Number.isNaN)).toEqual(values.map(() => true));
});

it("densities at the ends of their support are 0, finite or infinite as their shapes say", () => {
  const infinite = Number.POSITIVE_INFINITY;
  expect([0.5, 1, 2].map((a) => d.gammaPdf(0, a, 2))).toEqual([infinite, 0.5, 0]);
  expect([1, 2, 3].map((df) => d.chiSquarePdf(0, df))).toEqual([infinite, 0.5, 0]);
  expect([1, 2, 3].map((df) => d.fPdf(0, df, 5))).toEqual([infinite, 1, 0]);
  expect([0.5, 1, 2].map((a) => d.betaPdf(0, a, 3))).toEqual(
    [infinite, 3, 0].map((x) => expect.closeTo(x, 12)),
  );
  expect([0.5, 1, 2].map((b) => d.betaPdf(1, 3, b))).toEqual(
    [infinite, 3, 0].map((x) => expect.closeTo(x, 12)),
  );
  expect([d.gammaPdf(-1, 2), d.betaPdf(1.1, 2, 2), d.fPdf(-1, 2, 2), d.tPdf(infinite, 3)]).toEqual([
    0, 0, 0, 0,
  ]);
  expect([d.gammaCdf(-1, 2), d.gammaSf(infinite, 2), d.tCdf(-infinite, 3), d.fSf(infinite, 2, 3)]).toEqual([
    0, 0, 0, 0,
  ]);
});

describe("distributions agree with each other", () => {
  it("normal and t are symmetric", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -37, max: 37, noNaN: true }),
        logUniform(1, 1e5),
        probability,
        (z, df, q) => {
          expect(d.normalCdf(z)).toBe(d.normalSf(-z));
          expect(d.tCdf(z, df)).toBe(d.tSf(-z, df));
          expect(d.tQuantile(q, df)).toBe(0 - d.tQuantileUpper(q, df));
          expect(d.normalQuantile(q)).toBe(0 - d.normalQuantileUpper(q));
        },
      ),
    );
  });

  it("t squared is F with 1 and df degrees of freedom", () => {
    fc.assert(
      fc.property(logUniform(1e-3, 1e3), logUniform(0.5, 1e5), (t, df) => {
        const twoSided = 2 * d.tSf(t, df);
        // numbers under 2^-1022 have fewer digits
        if (twoSided > 1e-290) expect(d.fSf(t * t, 1, df) / twoSided).toBeCloseTo(1, 9);
      }),
    );
  });

  it("t and F with infinite degrees of freedom are normal and chi-square", () => {
    const infinite = Number.POSITIVE_INFINITY;
    expect(d.tSf(5, infinite)).toBe(d.normalSf(5));
    expect(d.tQuantile(0.975, infinite)).toBe(d.normalQuantile(0.975));
    expect(d.tPdf(1, infinite)).toBe(d.normalPdf(1));
    expect(d.fSf(3, 4, infinite)).toBe(d.chiSquareSf(12, 4));
    expect(d.fQuantileUpper(0.05, 4, infinite)).toBe(d.chiSquareQuantileUpper(0.05, 4) / 4);
  });

  it("chi-square with 2 degrees of freedom is exponential", () => {
    fc.assert(
      fc.property(logUniform(1e-10, 1400), (x) => {
        expect(d.chiSquareSf(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 12);
        expect(d.chiSquareCdf(x, 2) / -Math.expm1(-x / 2)).toBeCloseTo(1, 12);
      }),
    );
  });

  it("t with one degree of freedom is the Cauchy distribution, also where t^2 overflows", () => {
    for (const t of [1e-5, 0.3, 1, 20, 1e10, 1e100, 1e139, 1e141, 1e200]) {
      expect(d.tSf(t, 1) / (Math.atan(1 / t) / Math.PI)).toBeCloseTo(1, 12);
    }
    expect(d.tQuantileUpper(1e-200, 1) / (1e200 / Math.PI)).toBeCloseTo(1, 12);
    expect(d.tQuantileUpper(1e-300, 1) / (1e300 / Math.PI)).toBeCloseTo(1, 12);
  });
});

describe("counts", () => {
  const mean = logUniform(1e-3, 1e6);
  const trials = logUniform(1, 1e6).map(Math.round);
  const chance = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });

  it("quantiles are the least count that reaches the probability", () => {
    fc.assert(
      fc.property(probability, mean, trials, chance, (q, m, n, p) => {
        const cases = [
          [d.poissonQuantile(q, m), (k: number) => d.poissonCdf(k, m) >= q * (1 - 1e-13)],
          [d.poissonQuantileUpper(q, m), (k: number) => d.poissonSf(k, m) <= q * (1 + 1e-13)],
          [d.binomialQuantile(q, n, p), (k: number) => d.binomialCdf(k, n, p) >= q * (1 - 1e-13)],
          [d.binomialQuantileUpper(q, n, p), (k: number) => d.binomialSf(k, n, p) <= q * (1 + 1e-13)],
        ] as const;
        for (const [k, reached] of cases) {
          expect(reached(k)).toBe(true);
          if (k > 0) expect(reached(k - 1)).toBe(false);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("quantile undoes the lower tail", () => {
    fc.assert(
      fc.property(logUniform(0.1, 1e5), fc.double({ min: -5, max: 5, noNaN: true }), (m, z) => {
        const k = Math.max(0, Math.round(m + z * Math.sqrt(m)));
        const p = d.poissonCdf(k, m);
        if (p < 1 - 1e-12) expect(d.poissonQuantile(p, m)).toBe(k);
        expect(d.poissonQuantileUpper(d.poissonSf(k, m), m)).toBe(k);
      }),
    );
  });

  it("probabilities add up to the tails", () => {
    let [poisson, binomial] = [0, 0];
    for (let k = 0; k <= 60; k++) {
      poisson += d.poissonPmf(k, 20.5);
      binomial += d.binomialPmf(k, 60, 0.3);
      expect(d.poissonCdf(k, 20.5) / poisson).toBeCloseTo(1, 13);
      expect(d.binomialCdf(k, 60, 0.3) / binomial).toBeCloseTo(1, 13);
    }
  });

  it("broken counts have no probability and count down to the whole below", () => {
    expect(d.poissonPmf(2.5, 3)).toBe(0);
    expect(d.poissonCdf(2.5, 3)).toBe(d.poissonCdf(2, 3));
    expect(d.binomialPmf(-1, 3, 0.5)).toBe(0);
    expect(d.binomialSf(1.9, 3, 0.5)).toBe(0.5);
  });

  it("the ends of the domain are exact", () => {
    expect([d.poissonPmf(0, 0), d.poissonCdf(0, 0), d.poissonSf(0, 0), d.poissonQuantile(0.3, 0)]).toEqual([
      1, 1, 0, 0,
    ]);
    expect([
      d.binomialPmf(0, 5, 0),
      d.binomialPmf(5, 5, 1),
      d.binomialCdf(4, 5, 1),
      d.binomialSf(4, 5, 1),
    ]).toEqual([1, 1, 0, 1]);
    expect([d.poissonQuantile(1, 3), d.binomialQuantile(1, 9, 0.2)]).toEqual([Number.POSITIVE_INFINITY, 9]);
    expect([d.poissonQuantile(0, 3), d.binomialQuantileUpper(1, 9, 0.2)]).toEqual([0, 0]);
  });

  it("are NaN outside the domain", () => {
    const values = [d.poissonPmf(1, -1), d.poissonCdf(1, Number.NaN), d.binomialPmf(1, 2.5, 0.5)];
    values.push(d.binomialCdf(1, 3, 1.5), d.poissonQuantile(2, 3), d.binomialQuantile(0.5, -1, 0.5));
    expect(values.every(Number.isNaN)).toBe(true);
  });
});

describe("exact intervals", () => {
  it("cover the mean of a Poisson count at least at their level", () => {
    for (const mean of [0.7, 3, 11.2, 60]) {
      let covered = 0;
      for (let k = 0; k < 200; k++) {
        const { lower, upper } = d.poissonInterval(k, 0.95);
        if (lower <= mean && mean <= upper) covered += d.poissonPmf(k, mean);
      }
      expect(covered).toBeGreaterThanOrEqual(0.95);
    }
  });

  it("cover a proportion at least at their level", () => {
    for (const p of [0.02, 0.3, 0.5, 0.99]) {
      let covered = 0;
      for (let k = 0; k <= 40; k++) {
        const { lower, upper } = d.binomialInterval(k, 40, 0.9);
        if (lower <= p && p <= upper) covered += d.binomialPmf(k, 40, p);
      }
      expect(covered).toBeGreaterThanOrEqual(0.9);
    }
  });

  it("start at 0 for no events and are NaN outside the domain", () => {
    expect(d.poissonInterval(0, 0.95).lower).toBe(0);
    expect(d.poissonInterval(0, 0.95).upper).toBeCloseTo(-Math.log(0.025), 14);
    expect(d.binomialInterval(0, 10, 0.95).lower).toBe(0);
    expect(d.binomialInterval(10, 10, 0.95).upper).toBe(1);
    for (const limits of [
      d.poissonInterval(-1, 0.95),
      d.poissonInterval(1.5, 0.95),
      d.binomialInterval(3, 2, 0.95),
      d.binomialInterval(0, 0, 0.95),
      d.poissonInterval(3, 1),
    ]) {
      expect(limits).toEqual({ lower: Number.NaN, upper: Number.NaN });
    }
  });
});
