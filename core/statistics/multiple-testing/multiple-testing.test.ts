import { describe, expect, test } from "vitest";
import { worstError } from "../golden.test-support.ts";
import { benjaminiHochberg, benjaminiYekutieli, holm, storeyQ } from "./index.ts";
import golden from "./multiple-testing.golden.json" with { type: "json" };
import python from "./multiple-testing-python.golden.json" with { type: "json" };

const numbers = (list: readonly (number | null)[]) => Float64Array.from(list, (one) => one ?? Number.NaN);
type Case = keyof typeof golden.adjusted;
type Sample = keyof typeof golden.storey;

describe("adjusted p values agree with R's p.adjust and statsmodels, ties and missing values included", () => {
  test.each(Object.keys(golden.adjusted) as Case[])("%s", (name) => {
    const p = numbers(golden.adjusted[name].p);
    for (const oracle of [golden.adjusted[name], python.adjusted[name]]) {
      expect(worstError(benjaminiHochberg(p), numbers(oracle.bh))).toBeLessThan(1e-14);
      expect(worstError(benjaminiYekutieli(p), numbers(oracle.by))).toBeLessThan(1e-14);
      expect(worstError(holm(p), numbers(oracle.holm))).toBeLessThan(1e-14);
    }
  });
});

test("Benjamini and Hochberg's adjustment of ten p values worked by hand", () => {
  const p = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216];
  const wanted = [0.01, 0.04, 0.084, 0.084, 0.084, 0.1, 0.74 / 7, 0.216, 0.216, 0.216];
  expect(worstError(benjaminiHochberg(p), wanted)).toBeLessThan(1e-14);
});

test("a NaN is no comparison: the others are adjusted as without it", () => {
  const p = [0.01, Number.NaN, 0.02, 0.5];
  for (const adjust of [benjaminiHochberg, benjaminiYekutieli, holm, (all: number[]) => storeyQ(all).q]) {
    const found = adjust(p);
    expect(found[1]).toBeNaN();
    expect(found.filter((one) => !Number.isNaN(one))).toEqual(adjust([0.01, 0.02, 0.5]));
    expect(adjust([])).toEqual(new Float64Array(0));
    expect(() => adjust([0.1, 1.1])).toThrow(RangeError);
    expect(() => adjust([-0.1])).toThrow(RangeError);
  }
});

test("tied p values get the same adjusted value, whatever their order", () => {
  const p = [0.03, 0.01, 0.03, 0.02, 0.03];
  for (const adjust of [benjaminiHochberg, benjaminiYekutieli, holm]) {
    const found = adjust(p);
    expect(found[0]).toBe(found[2]);
    expect(found[0]).toBe(found[4]);
    expect(adjust([...p].reverse())).toEqual(found.slice().reverse());
  }
});

describe("Storey's q values agree with qvalue, and pi0 with NumPy", () => {
  test.each(Object.keys(golden.storey) as Sample[])("%s", (name) => {
    const oracle = golden.storey[name];
    const p = numbers(oracle.p);
    const bootstrap = storeyQ(p, { pi0Method: "bootstrap" });
    expect(worstError(bootstrap.pi0AtLambda, oracle.pi0AtLambda)).toBeLessThan(1e-14);
    expect(worstError([bootstrap.pi0], oracle.bootstrap.pi0)).toBeLessThan(1e-14);
    expect(worstError([bootstrap.pi0], [python.pi0[name].bootstrap])).toBeLessThan(1e-14);
    expect(worstError(bootstrap.q, numbers(oracle.bootstrap.q))).toBeLessThan(1e-14);
    // R finds the roughness only to its tolerance, so that its spline has 3 degrees of freedom to 4 digits
    for (const [kind, lambda] of [
      ["smoother", undefined],
      ["coarse", Array.from({ length: 8 }, (_, i) => 0.1 + i * 0.1)],
    ] as const) {
      const found = storeyQ(p, lambda ? { lambda } : {});
      expect(found.estimated).toBe(true);
      expect(worstError([found.pi0], [python.pi0[name][kind]])).toBeLessThan(1e-9);
      expect(worstError([found.pi0], oracle[kind].pi0)).toBeLessThan(2e-4);
      const scaled = numbers(oracle[kind].q).map((q) => (q * found.pi0) / oracle[kind].pi0[0]!);
      expect(worstError(found.q, scaled)).toBeLessThan(1e-13);
    }
  });
});

test("pi0 that cannot be estimated is 1 and says so", () => {
  const small = storeyQ(Array.from({ length: 40 }, (_, i) => i / 1000));
  expect([small.pi0, small.estimated]).toEqual([1, false]);
  expect(small.q).toEqual(benjaminiHochberg(Array.from({ length: 40 }, (_, i) => i / 1000)));
  expect(storeyQ([Number.NaN]).estimated).toBe(false);
  for (const lambda of [[0.5], [0.1, 0.2, 0.3, 1], [0.1, 0.3, 0.2, 0.4]]) {
    expect(() => storeyQ([0.1], { lambda })).toThrow(RangeError);
  }
});
