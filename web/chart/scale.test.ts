import { describe, expect, test } from "vitest";
import { decadeTicks, fittingScale, linearTicks, logScale, plainScale, viewAxis } from "./scale.ts";

const majors = (ticks: readonly { value: number; major: boolean }[]) =>
  ticks.filter(({ major }) => major).map(({ value }) => value);

describe("ticks", () => {
  test("of a linear axis are 1, 2 or 5 times a power of ten", () => {
    expect(majors(linearTicks(0, 1))).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(majors(linearTicks(-30, 270))).toEqual([0, 50, 100, 150, 200, 250]);
    expect(linearTicks(1, 1)).toEqual([]);
    expect(linearTicks(Number.NaN, 1)).toEqual([]);
  });

  test("of a logarithmic axis are decades of both signs with steps between", () => {
    const ticks = decadeTicks(-250, 12_000, 100);
    expect(majors(ticks)).toEqual([-100, 0, 100, 1000, 10_000]);
    expect(ticks.some(({ value, major }) => value === 3000 && !major)).toBe(true);
    expect(ticks.map(({ value }) => value)).toEqual(
      [...ticks.map(({ value }) => value)].sort((a, b) => a - b),
    );
  });

  test("are few even for the widest axes", () => {
    expect(decadeTicks(0, 1e300, 1e-300).length).toBeLessThan(400);
  });
});

describe("a scale", () => {
  test.each([
    ["linear", plainScale(-4, 16)],
    ["logarithmic", logScale([0.1, 4, 9000])],
    ["of a view", viewAxis({ axis: "x", cofactor: 30, from: -80, to: 50_000 })],
    ["of a linear view", viewAxis({ axis: "x", cofactor: null, from: -80, to: 500 })],
  ])("%s gives back the value of a place", (_, scale) => {
    for (const value of [0.5, 3, 15]) expect(scale.value(scale.place(value))).toBeCloseTo(value, 9);
  });

  test("of a view has its limits at 0 and 1", () => {
    const scale = viewAxis({ axis: "x", cofactor: 30, from: -80, to: 50_000 });
    expect(scale.place(-80)).toBeCloseTo(0, 12);
    expect(scale.place(50_000)).toBeCloseTo(1, 12);
    expect(majors(scale.ticks)).toEqual([0, 100, 1000, 10_000]);
  });

  test("is logarithmic where values span more than two decades", () => {
    const middle = (values: number[]) => fittingScale(values).value(0.5);
    expect(middle([1, 1e6])).toBeCloseTo(1000, 6);
    expect(middle([1, 99])).toBeCloseTo(50, -1);
    expect(middle([0, 1e6])).toBeGreaterThan(1e5);
    expect(fittingScale([Number.NaN]).ticks.length).toBeGreaterThan(2);
  });
});
