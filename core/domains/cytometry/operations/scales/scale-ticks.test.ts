import fc from "fast-check";
import { expect, test } from "vitest";
import { value } from "../../../../statistics/golden.test-support.ts";
import type { Scale } from "./scale.ts";
import { makeScale } from "./scale-function.ts";
import { scaleTicks } from "./scale-ticks.ts";

const ticks = (scale: Scale, domain?: readonly [number, number]) =>
  scaleTicks(value(makeScale(scale)), domain);
const labels = (scale: Scale, domain?: readonly [number, number]) =>
  ticks(scale, domain)
    .filter(({ major }) => major)
    .map(({ label }) => label);

test("a logicle axis has 0 and the powers of ten that stand clear of it, on both sides", () => {
  const scale: Scale = { kind: "logicle", t: 262144, m: 4.5, w: 0.5, a: 0 };
  expect(labels(scale)).toEqual(["−10²", "0", "10²", "10³", "10⁴", "10⁵"]);
  expect(labels(scale, [-2000, 262144])).toEqual(["−10³", "−10²", "0", "10²", "10³", "10⁴", "10⁵"]);
});

test("minor marks are the multiples between powers of ten", () => {
  const found = ticks({ kind: "log", t: 1000, m: 2 });
  expect(found.map((tick) => tick.value)).toEqual([
    10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000,
  ]);
  expect(found.filter(({ major }) => major).map(({ label }) => label)).toEqual(["10¹", "10²", "10³"]);
});

test("a log axis has neither 0 nor negative marks", () => {
  expect(labels({ kind: "log", t: 1, m: 3 })).toEqual(["10⁻³", "10⁻²", "10⁻¹", "1"]);
  expect(ticks({ kind: "log", t: 1, m: 3 }, [-1, 1])).toEqual([]);
});

test("a linear axis has steps of 1, 2 or 5", () => {
  expect(labels({ kind: "linear", t: 262144, a: 0 })).toEqual(["0", "100000", "200000"]);
  expect(labels({ kind: "linear", t: 10, a: 2 })).toEqual(["0", "5", "10"]);
  expect(labels({ kind: "linear", t: 5e6, a: 0 })).toEqual(["0", "10⁶", "2×10⁶", "3×10⁶", "4×10⁶", "5×10⁶"]);
});

test("a cofactor has no axis of its own: from -1 to 10^4 cofactors, or what is asked for", () => {
  expect(labels({ kind: "cofactor", cofactor: 5 })).toEqual(["0", "10¹", "10²", "10³", "10⁴"]);
  expect(labels({ kind: "cofactor", cofactor: 5 }, [-100, 100])).toEqual(["−10²", "−10¹", "0", "10¹", "10²"]);
});

test("very many decades give at most 13 powers, without minor marks", () => {
  const found = ticks({ kind: "log", t: 1e60, m: 60 });
  expect(found.length).toBeLessThanOrEqual(13);
  expect(found.every(({ major }) => major)).toBe(true);
});

test("an axis whose ends cannot be told apart has no marks", () => {
  for (const kind of ["linear", "cofactor"] as const) {
    const scale: Scale = kind === "linear" ? { kind, t: 1e7, a: 0 } : { kind, cofactor: 5 };
    for (const domain of [
      [1, 1],
      [2, 1],
      [1e6, 1e6 + 1e-9],
      [-5e-324, 5e-324],
      [0, Number.POSITIVE_INFINITY],
      [Number.NaN, 1],
    ] as const)
      expect(ticks(scale, domain)).toEqual([]);
  }
});

test("marks ascend within any axis, and 0 is among those of a signed one", () => {
  const scales: Scale[] = [
    { kind: "logicle", t: 1e6, m: 5, w: 1.2, a: 0.3 },
    { kind: "hyperlog", t: 1e4, m: 4, w: 0.2, a: 0 },
    { kind: "arcsinh", t: 1e3, m: 3, a: 1 },
    { kind: "linear", t: 1e3, a: 10 },
    { kind: "log", t: 1e4, m: 4 },
  ];
  const end = fc.double({ min: -1e7, max: 1e7, noNaN: true });
  fc.assert(
    fc.property(fc.constantFrom(...scales), end, end, (scale, one, two) => {
      const [from, to] = [Math.min(one, two), Math.max(one, two)];
      const values = ticks(scale, [from, to]).map((tick) => tick.value);
      expect(values).toEqual([...values].sort((a, b) => a - b));
      expect(new Set(values).size).toBe(values.length);
      const slack = 1e-9 * Math.max(Math.abs(from), Math.abs(to));
      expect(values.every((mark) => mark >= from - slack && mark <= to + slack)).toBe(true);
      if (scale.kind !== "log" && from < -1e-6 && to > 1e-6) expect(values).toContain(0);
    }),
    { numRuns: 500, seed: 9 },
  );
});
