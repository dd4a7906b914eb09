import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sha256OfSmall } from "../sha256.ts";
import * as portable from "./index.ts";
import { portableRun, portableRunDigest } from "./portable-run.test-support.ts";

type Name = Exclude<keyof typeof portable, "square" | "cube">;

const golden = JSON.parse(
  readFileSync(new URL("elementary.golden.json", import.meta.url), "utf8"),
) as Readonly<Record<Name, readonly (readonly number[])[]>>;
const names = Object.keys(golden) as Name[];

/** The greatest error that is allowed, in units of the last place. */
const bounds: Readonly<Partial<Record<Name, number>>> = {
  exp: 0.52,
  expm1: 0.52,
  log: 0.52,
  sin: 0.53,
  cos: 0.53,
  tan: 0.53,
  sinh: 0.53,
  tanh: 0.53,
  hypot: 0.75,
};

const functions: Readonly<Record<string, unknown>> = { ...portable };
const call = (name: Name, args: readonly number[]) =>
  (functions[name] as (...values: readonly number[]) => number)(...args);
const native = (name: Name, args: readonly number[]) =>
  (Math[name] as (...values: readonly number[]) => number)(...args);

const ordered = new DataView(new ArrayBuffer(8));

/** The place of x among all doubles. */
function place(x: number): bigint {
  ordered.setFloat64(0, x);
  const bits = ordered.getBigInt64(0);
  return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
}

function next(x: number, steps: number): number {
  const at = place(x) + BigInt(steps);
  ordered.setBigInt64(0, at < 0n ? -at | (1n << 63n) : at);
  return ordered.getFloat64(0);
}

/** The distance from a double to the next greater in size. */
function unitOf(x: number): number {
  const size = Math.abs(x);
  return size === Number.MAX_VALUE ? size - next(size, -1) : next(size, 1) - size;
}

describe.each(names)("%s", (name) => {
  it("is as near to mpmath's value as is said, by the rounded value and what the rounding left", () => {
    const bound = bounds[name] ?? 0.501;
    const wrong = golden[name]
      .map((row) => {
        const [truth, rest] = row.slice(-2) as [number, number];
        const ours = call(name, row.slice(0, -2));
        return { args: row.slice(0, -2), ours, truth, ulp: Math.abs((ours - truth) / unitOf(truth) - rest) };
      })
      .filter(({ ulp }) => !(ulp <= bound));
    expect(wrong).toEqual([]);
  });

  it("is within 3 ulp of Math's for any double", () => {
    const any = fc.oneof(
      fc.double(),
      fc.double({ min: -40, max: 40 }),
      fc.double({ min: -1, max: 1 }),
      fc.double({ min: 1 - 1e-6, max: 1 + 1e-6 }),
    );
    const two = name === "pow" || name === "atan2" || name === "hypot";
    fc.assert(
      fc.property(any, any, (x, y) => {
        const args = two ? [x, y] : [x];
        const [ours, theirs] = [call(name, args), native(name, args)];
        if (Number.isNaN(theirs)) return Number.isNaN(ours);
        const far = place(ours) - place(theirs);
        return far <= 3n && far >= -3n;
      }),
      { numRuns: 2000 },
    );
  });
});

describe("the powers that are known", () => {
  it("pow(10, n) is the literal 1en, and log10 of it is n", () => {
    for (let n = -307; n <= 308; n++) {
      expect(portable.pow(10, n)).toBe(Number(`1e${n}`));
      expect(portable.log10(Number(`1e${n}`))).toBe(n);
    }
  });

  it("log2 and pow of base 2 are exact", () => {
    for (let n = -1074, exact = 5e-324; n <= 1023; n++, exact *= 2) {
      expect(portable.pow(2, n)).toBe(exact);
      expect(portable.log2(exact)).toBe(n);
    }
  });

  it("pow is exact where the power is, and the root for exponent 0.5", () => {
    for (let x = 1; x <= 200; x++) {
      for (let n = 1, exact = x; exact <= Number.MAX_SAFE_INTEGER && n < 60; exact *= x, n++) {
        expect(portable.pow(x, n)).toBe(exact);
        expect(portable.pow(-x, n)).toBe(n % 2 === 0 ? exact : -exact);
      }
      expect(portable.pow(x * x * x, 1 / 3)).toBeCloseTo(x, 12);
      expect(portable.cbrt(x * x * x)).toBe(x);
      expect(portable.pow(x + 0.1, 0.5)).toBe(Math.sqrt(x + 0.1));
      expect(portable.square(x + 0.1)).toBe((x + 0.1) * (x + 0.1));
      expect(portable.cube(x + 0.1)).toBe((x + 0.1) * (x + 0.1) * (x + 0.1));
      expect(portable.hypot(3 * x, 4 * x)).toBe(5 * x);
    }
  });
});

describe("the special cases of ECMA-262", () => {
  const inf = Number.POSITIVE_INFINITY;
  const odd = [0, -0, 1, -1, 2, -2, 3, -3, 0.5, -0.5, 1.5, -1.5, inf, -inf, Number.NaN, 5e-324, -5e-324];
  const values = [
    ...odd,
    2 ** 53,
    -(2 ** 53),
    2 ** 53 - 1,
    1 - 2 ** -53,
    1 + 2 ** -52,
    1e-300,
    -1e-300,
    1e300,
    -1e300,
  ];
  const told = (x: number) => !Number.isFinite(x) || x === 0;

  it.each(names)("%s gives the NaN, infinities and zeros that are told", (name) => {
    const two = name === "pow" || name === "atan2" || name === "hypot";
    for (const x of values) {
      for (const y of two ? values : [0]) {
        const args = two ? [x, y] : [x];
        const [ours, theirs] = [call(name, args), native(name, args)];
        if (told(ours) || told(theirs)) expect([name, x, y, ours]).toEqual([name, x, y, theirs]);
        else expect(Math.abs(ours / theirs - 1)).toBeLessThan(1e-15);
      }
    }
  });

  it("hypot takes any number of values", () => {
    expect(portable.hypot()).toBe(0);
    expect(portable.hypot(-3)).toBe(3);
    expect(portable.hypot(2, 3, 6)).toBe(7);
    expect(portable.hypot(Number.NaN, -inf, 1)).toBe(inf);
    expect(portable.hypot(1, Number.NaN)).toBeNaN();
    expect(portable.hypot(1e308, 1e308, 1e308)).toBeCloseTo(1.7320508075688772e308, -300);
    expect(portable.hypot(1.5e308, 1.5e308)).toBe(inf);
  });

  it("goes over to infinity and to zero where the double ends", () => {
    expect(portable.exp(709.782712893384)).toBe(1.7976931348622732e308);
    expect(portable.exp(709.7827128933841)).toBe(inf);
    expect(portable.exp(-745.1332191019411)).toBe(5e-324);
    expect(portable.exp(-745.1332191019412)).toBe(0);
    expect(portable.expm1(709.7827128933841)).toBe(inf);
    expect(portable.sinh(710.4758600739439)).toBeLessThan(inf);
    expect(portable.sinh(710.475860073944)).toBe(inf);
    expect(portable.cosh(-710.475860073944)).toBe(inf);
    expect(portable.pow(2, 1024)).toBe(inf);
    expect(portable.pow(2, -1075)).toBe(0);
    expect(portable.pow(2, -1074.9)).toBe(5e-324);
    expect(portable.pow(-1.0000001, 1e300)).toBe(inf);
  });
});

describe("order", () => {
  it.each([
    ["exp", [0, 0.005415, -0.005415, Math.LN2, 300, -707.9]],
    ["log", [1, Math.SQRT1_2, 1.00390625, 1.01171875, 2, 1e-308]],
    ["log10", [1, 10, 1.00390625, 1e100]],
    ["log1p", [0.0009765625, -0.0009765625, 1]],
    ["expm1", [0.00390625, -0.00390625, 50]],
    ["sin", [0.25, -0.25, 0.25390625, 0.7853981633974483, 1.3]],
    ["atan", [0.0078125, 0.0234375, 1, 1e9]],
    ["asin", [0.25, Math.SQRT1_2, 0.99]],
    ["sinh", [0.3, 22, -0.3]],
    ["tanh", [0.3, 5]],
    ["cbrt", [1, 8, 1e-300]],
    ["asinh", [1e-9, 1, 268435456]],
  ] as const)("%s never falls where its pieces meet", (name, centres) => {
    for (const centre of centres) {
      for (const stride of [1, 1021]) {
        let before = call(name, [next(centre, -300 * stride)]);
        for (let k = -299; k <= 300; k++) {
          const value = call(name, [next(centre, k * stride)]);
          expect(value).toBeGreaterThanOrEqual(before);
          before = value;
        }
      }
    }
  });
});

describe("the run over all functions", () => {
  it("has the digest that every engine has to give", () => {
    expect(sha256OfSmall(portableRun())).toBe(portableRunDigest);
  });
});
