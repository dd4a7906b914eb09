import fc from "fast-check";
import { expect, it, test } from "vitest";
import { createCollector } from "./collect.ts";
import { createCollectedCurve } from "./collected-curve.ts";
import { sideScatter } from "./optics.ts";
import { type ParticleModel, solid, vesicle } from "./particle.ts";

const optics = sideScatter(488, 1.337, 46);
const collect = createCollector(optics);

const models: readonly (readonly [string, ParticleModel, number])[] = [
  ["vesicle", vesicle(), 1000],
  ["vesicle near the index of the medium", vesicle(1.34), 1000],
  ["polystyrene", solid(1.6), 1500],
  ["gold", { kind: "solid", material: { index: 0.97, absorption: 1.86 } }, 200],
];

test.each(models)("is Mie theory to 1e-10: %s", (_name, model, to) => {
  const curve = createCollectedCurve(optics, model, { from: 20, to })!;
  fc.assert(
    fc.property(fc.double({ min: 20, max: to, noNaN: true }), (diameter) => {
      expect(Math.abs(curve(diameter) / collect(model, diameter) - 1)).toBeLessThan(1e-10);
    }),
  );
});

it("computes every particle where it cannot interpolate: about a vanishing core, and outside the range", () => {
  const curve = createCollectedCurve(optics, vesicle(), { from: 5, to: 300 })!;
  for (const diameter of [1, 4.9, 11.9, 11.999, 12, 12.001, 12.1, 13, 300, 301, 900]) {
    expect(Math.abs(curve(diameter) / collect(vesicle(), diameter) - 1)).toBeLessThan(1e-10);
  }
  expect(curve(900)).toBe(collect(vesicle(), 900));
  expect(curve(Number.NaN)).toBeNaN();
});

it("is not made for a range that is none", () => {
  expect(createCollectedCurve(optics, vesicle(), { from: 0, to: 10 })).toBeNull();
  expect(createCollectedCurve(optics, vesicle(), { from: 10, to: 10 })).toBeNull();
  expect(createCollectedCurve(optics, vesicle(), { from: 10, to: Number.NaN })).toBeNull();
});
