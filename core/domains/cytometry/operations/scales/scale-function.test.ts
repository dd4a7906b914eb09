import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codes, value } from "../../../../statistics/golden.test-support.ts";
import { logicleConstants } from "./biexponential.ts";
import type { Scale } from "./scale.ts";
import { makeScale, scaleArray } from "./scale-function.ts";
import golden from "./scales.golden.json" with { type: "json" };

const forward = (scale: Scale, xs: readonly number[]) => xs.map(value(makeScale(scale)).forward);

function worst(found: ArrayLike<number>, wanted: ArrayLike<number>): number {
  if (found.length !== wanted.length) return Number.POSITIVE_INFINITY;
  let most = 0;
  for (let i = 0; i < wanted.length; i++) {
    const error = Math.abs(found[i]! - wanted[i]!);
    most = Math.max(most, Number.isNaN(error) ? Number.POSITIVE_INFINITY : error);
  }
  return most;
}

describe("TV-B1: places on the axis of T 1000, M 4", () => {
  const x = [-10, -5, -1, 0, 0.3, 1, 3, 10, 100, 1000];
  test.each<[Scale, readonly number[], number]>([
    [
      { kind: "logicle", t: 1000, m: 4, w: 1, a: 0 },
      [0.067574, 0.147986, 0.228752, 0.25, 0.256384, 0.271248, 0.312897, 0.432426, 0.739548, 1],
      5e-7,
    ],
    [
      { kind: "arcsinh", t: 1000, m: 4, a: 1 },
      [-0.200009, -0.139829, -0.000856, 0.2, 0.303776, 0.400856, 0.495521, 0.600009, 0.8, 1],
      5e-7,
    ],
    [
      { kind: "hyperlog", t: 1000, m: 4, w: 1, a: 0 },
      [0.08355406, 0.15586819, 0.2294768, 0.25, 0.25623887, 0.2705232, 0.30909185, 0.41644594, 0.73187469, 1],
      5e-9,
    ],
  ])("%o", (scale, wanted, tolerance) => {
    expect(worst(forward(scale, x), wanted)).toBeLessThan(tolerance);
  });
});

describe("TV-B2: logicle of T 262144, M 4.5", () => {
  test("places with W 0.5", () => {
    const x = [-1000, -100, 0, 10, 100, 1000, 1e4, 1e5];
    const wanted = [-0.232115, 0.009041, 0.111111, 0.122304, 0.213181, 0.454338, 0.683833, 0.906928];
    expect(worst(forward({ kind: "logicle", t: 262144, m: 4.5, w: 0.5, a: 0 }, x), wanted)).toBeLessThan(
      5e-7,
    );
  });
  test("places with W 1, A 0.5", () => {
    const wanted = [0.279684, 0.3, 0.320316, 0.708599];
    const found = forward({ kind: "logicle", t: 262144, m: 4.5, w: 1, a: 0.5 }, [-100, 0, 100, 1e4]);
    expect(worst(found, wanted)).toBeLessThan(5e-7);
  });
  test("constants", () => {
    const { a, b, c, d, f } = logicleConstants({ t: 262144, m: 4.5, w: 0.5, a: 0 });
    expect(Math.abs(a - 8.2862923)).toBeLessThan(5e-8);
    expect(Math.abs(b - 10.3616329)).toBeLessThan(5e-8);
    expect(Math.abs(c - 226.765097)).toBeLessThan(5e-7);
    expect(Math.abs(d - 4.5302713)).toBeLessThan(5e-8);
    expect(Math.abs(f - 110.874591)).toBeLessThan(5e-7);
  });
});

describe.each(golden.cases)("T $t M $m W $w A $a agrees with 60-digit roots and with FlowUtils", (one) => {
  const { t, m, w, a, x } = one;
  for (const kind of ["logicle", "hyperlog"] as const) {
    test(kind, () => {
      const found = forward({ kind, t, m, w, a }, x);
      expect(worst(found, one[kind])).toBeLessThan(4e-15);
      expect(worst(found, one.flowutils[kind])).toBeLessThan(1e-12);
    });
  }
  test("constants of the logicle", () => {
    const { a: first, b, c, d, f } = logicleConstants({ t, m, w, a });
    const relative = [first, b, c, d, f].map((found, i) => found / one.constants[i]! - 1);
    expect(worst(relative, [0, 0, 0, 0, 0])).toBeLessThan(1e-12);
  });
  test("log", () => {
    const up = x.filter((one) => one > 0);
    expect(worst(forward({ kind: "log", t, m }, up), one.log)).toBeLessThan(4e-15);
    expect(worst(forward({ kind: "log", t, m }, up), one.flowutils.log)).toBeLessThan(1e-14);
  });
  test("columns agree with single values within 1e-12", () => {
    for (const kind of ["logicle", "hyperlog"] as const) {
      const out = new Float64Array(x.length);
      scaleArray(value(makeScale({ kind, t, m, w, a })), Float64Array.from(x), out);
      expect(worst(out, one[kind])).toBeLessThan(1e-12);
    }
  });
});

test.each(golden.cases.filter((one) => one.arcsinh !== undefined))(
  "T $t M $m A $a: arcsinh agrees with 60 digits and with FlowUtils",
  ({ t, m, a, x, arcsinh, flowutils }) => {
    const found = forward({ kind: "arcsinh", t, m, a }, x);
    expect(worst(found, arcsinh!)).toBeLessThan(4e-15);
    expect(worst(found, flowutils.arcsinh!)).toBeLessThan(1e-12);
  },
);

const top = fc.double({ min: 1e-2, max: 1e8, noNaN: true });
const width = fc
  .record({
    t: top,
    m: fc.double({ min: 0.5, max: 9, noNaN: true }),
    share: fc.double({ min: 1e-6, max: 1, noNaN: true }),
    rest: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ t, m, share, rest }) => {
    const w = (share * m) / 2;
    return { t, m, w, a: Math.min(rest * (m - w) - w, m - 2 * w) };
  });
const scales: fc.Arbitrary<Scale> = fc.oneof(
  width.map((one) => ({ kind: "logicle" as const, ...one })),
  width.map((one) => ({ kind: "hyperlog" as const, ...one })),
  width.map(({ t, m, w }) => ({ kind: "arcsinh" as const, t, m, a: w })),
  width.map(({ t }) => ({ kind: "linear" as const, t, a: t / 3 })),
  top.map((cofactor) => ({ kind: "cofactor" as const, cofactor })),
);
/** Value in parts of the top: small and large, of both signs, up to a hundred times the top. */
const part = fc
  .tuple(fc.constantFrom(-1, 1), fc.double({ min: -9, max: 2, noNaN: true }))
  .map(([sign, power]) => sign * 10 ** power);
const topOf = (scale: Scale) => (scale.kind === "cofactor" ? 1e4 * scale.cofactor : scale.t);
/** Value of the first e-fold next to 0: below it a place, which is a double, cannot tell values apart relatively. */
const smallest = (
  scale: Scale,
  { forward, inverse }: { forward(x: number): number; inverse(y: number): number },
) => (scale.kind === "linear" ? scale.t : Math.abs(inverse(forward(0) + 0.05)));

describe("any valid scale", () => {
  test("the inverse of a place is the value, to 1e-12, also beyond the top", () => {
    fc.assert(
      fc.property(scales, part, (scale, share) => {
        const made = value(makeScale(scale));
        const x = share * topOf(scale);
        const error = Math.abs(made.inverse(made.forward(x)) - x);
        expect(error / Math.max(Math.abs(x), smallest(scale, made))).toBeLessThan(1e-12);
      }),
      { numRuns: 3000, seed: 3 },
    );
  });
  test("the place of the inverse is the place, to 1e-12", () => {
    fc.assert(
      fc.property(scales, fc.double({ min: -0.5, max: 1.5, noNaN: true }), (scale, y) => {
        const made = value(makeScale(scale));
        expect(Math.abs(made.forward(made.inverse(y)) - y)).toBeLessThan(1e-12);
      }),
      { numRuns: 3000, seed: 4 },
    );
  });
  test("a greater value has a greater place, and T is at 1", () => {
    fc.assert(
      fc.property(scales, part, part, (scale, first, second) => {
        const made = value(makeScale(scale));
        const [low, high] = [Math.min(first, second), Math.max(first, second)].map(
          (share) => share * topOf(scale),
        );
        if (high! > low!) expect(made.forward(high!)).toBeGreaterThanOrEqual(made.forward(low!));
        if (high! - low! > 1e-9 * topOf(scale))
          expect(made.forward(high!)).toBeGreaterThan(made.forward(low!));
        if (scale.kind !== "cofactor") expect(Math.abs(made.forward(scale.t) - 1)).toBeLessThan(1e-14);
      }),
      { numRuns: 3000, seed: 5 },
    );
  });
  test("columns are within 1e-12 of single values, in place and in both precisions", () => {
    fc.assert(
      fc.property(scales, fc.array(part, { minLength: 1, maxLength: 60 }), (scale, shares) => {
        const made = value(makeScale(scale));
        const xs = Float64Array.from([0, ...shares], (share) => share * topOf(scale));
        const wanted = Array.from(xs, made.forward);
        const single = Float32Array.from(xs);
        const out = new Float64Array(xs.length);
        scaleArray(made, single, out);
        expect(worst(out, Array.from(single, made.forward))).toBeLessThan(1e-12 * Math.max(1, ...wanted));
        scaleArray(made, xs, xs);
        expect(worst(xs, wanted)).toBeLessThan(1e-12 * Math.max(1, ...wanted));
      }),
      { numRuns: 400, seed: 6 },
    );
  });
});

describe("the rules of a scale", () => {
  const logicle = { kind: "logicle", t: 1000, m: 4, w: 1, a: 0 } as const;
  test.each<[string, Scale]>([
    ["0 < T < infinity", { ...logicle, t: 0 }],
    ["0 < T < infinity", { ...logicle, t: Number.NaN }],
    ["0 < M < infinity", { ...logicle, m: -1, w: 0 }],
    ["W >= 0", { ...logicle, w: -0.1, a: 0.2 }],
    ["2 W <= M", { ...logicle, w: 2.1, a: -0.3 }],
    ["-A <= W", { ...logicle, a: -1.1 }],
    ["A <= M - 2 W", { ...logicle, a: 2.1 }],
    ["W > 0", { ...logicle, kind: "hyperlog", w: 0 }],
    ["0 <= A <= M", { kind: "arcsinh", t: 1000, m: 4, a: 4.1 }],
    ["0 <= A <= T", { kind: "linear", t: 1000, a: 1001 }],
    ["0 < M < infinity", { kind: "log", t: 1000, m: 0 }],
    ["0 < cofactor < infinity", { kind: "cofactor", cofactor: 0 }],
  ])("%s", (rule, scale) => {
    const made = makeScale(scale);
    expect("issues" in made && made.issues.map(({ parameters }) => parameters.rule)).toContain(rule);
    expect(new Set(codes(made))).toEqual(new Set(["cytometry-scale-parameter"]));
  });
  test.each<Scale>([
    { ...logicle, w: 2 },
    { ...logicle, a: -1 },
    { ...logicle, a: 2 },
    { ...logicle, w: 0 },
    { kind: "arcsinh", t: 1000, m: 4, a: 4 },
    { kind: "linear", t: 1000, a: 1000 },
  ])("their limits are allowed: %o", (scale) => {
    const { forward, inverse } = value(makeScale(scale));
    for (const x of [-50, 0, 3, 1000]) expect(Math.abs(inverse(forward(x)) - x)).toBeLessThan(1e-11);
  });
  test("decades beyond the range of numbers are refused", () => {
    expect(codes(makeScale({ ...logicle, m: 400 }))).toEqual(["cytometry-scale-overflow"]);
    expect(codes(makeScale({ kind: "arcsinh", t: 1, m: 400, a: 0 }))).toEqual(["cytometry-scale-overflow"]);
  });
});

test("logicle without a linear part is arcsinh", () => {
  const x = [-300, -1, 0.02, 7, 999];
  const logicle = forward({ kind: "logicle", t: 1000, m: 4, w: 0, a: 0 }, x);
  const b = 4 * Math.LN10;
  const half = 1000 / Math.sinh(b);
  expect(
    worst(
      logicle,
      x.map((one) => Math.asinh(one / half) / b),
    ),
  ).toBeLessThan(1e-14);
});

test("log places 0 at -Infinity and negative values nowhere; other scales pass NaN and infinities on", () => {
  const log = value(makeScale({ kind: "log", t: 1000, m: 4 }));
  expect(log.forward(0)).toBe(Number.NEGATIVE_INFINITY);
  expect(log.forward(-1)).toBeNaN();
  const made = value(makeScale({ kind: "logicle", t: 1000, m: 4, w: 1, a: 0 }));
  const out = new Float64Array(4);
  scaleArray(made, Float64Array.of(Number.NaN, Infinity, -Infinity, -0), out);
  expect([...out]).toEqual([Number.NaN, Infinity, -Infinity, 0.25]);
});

test.each<Scale>([
  { kind: "logicle", t: 1e300, m: 4, w: 1, a: 0 },
  { kind: "logicle", t: 1e-290, m: 4, w: 1, a: 0 },
  { kind: "arcsinh", t: 1e6, m: 150, a: 0 },
  { kind: "hyperlog", t: 1e6, m: 4, w: 1e-9, a: 0 },
  { kind: "cofactor", cofactor: 1e308 },
  { kind: "cofactor", cofactor: 1e-300 },
])("columns of an extreme scale are those of single values: %o", (scale) => {
  const made = value(makeScale(scale));
  const size = scale.kind === "cofactor" ? scale.cofactor : scale.t;
  const xs = Float64Array.from([-1, 0, 1e-300, 1e-20, 1e-9, 0.003, 0.5, 1, 1.5], (share) => share * size);
  const out = new Float64Array(xs.length);
  scaleArray(made, xs, out);
  expect(worst(out, Array.from(xs, made.forward))).toBeLessThan(1e-12);
  expect(out.every(Number.isFinite)).toBe(true);
});

test("a column too short for the places is a fault of the caller", () => {
  const made = value(makeScale({ kind: "cofactor", cofactor: 5 }));
  expect(() => scaleArray(made, new Float64Array(3), new Float64Array(2))).toThrow(RangeError);
});
