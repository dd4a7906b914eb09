import fc from "fast-check";
import { expect, test } from "vitest";
import { chartScale } from "./chart-scale.ts";

test("every value and every tick stands on the axis", () => {
  const value = fc
    .double({ noNaN: true, min: -1e9, max: 1e9 })
    .filter((each) => each === 0 || Math.abs(each) > 1e-6);
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 20 }), (values) => {
      const scale = chartScale(values);
      for (const each of [...values, ...scale.ticks]) {
        expect(scale.place(each)).toBeGreaterThanOrEqual(-1e-6);
        expect(scale.place(each)).toBeLessThanOrEqual(1 + 1e-6);
      }
      expect(scale.ticks.length).toBeGreaterThan(1);
      expect(scale.ticks.length).toBeLessThan(12);
    }),
  );
});

test("is logarithmic where positive values span more than three decades", () => {
  expect(chartScale([1, 1001])).toMatchObject({ log: true, ticks: [1, 10, 100, 1000, 10_000] });
  expect(chartScale([0, 1e6]).log).toBe(false);
  expect(chartScale([1, 999])).toMatchObject({ log: false, ticks: [0, 200, 400, 600, 800, 1000] });
});
