import { expect, it } from "vitest";
import golden from "./dispersion.golden.json" with { type: "json" };
import { polystyreneIndex, waterIndex } from "./dispersion.ts";

it.each(golden.water)("water at %s nm is that of IAPWS R9-97 within 0.00002", (wavelength, wanted) => {
  expect(Math.abs(waterIndex(wavelength!).index - wanted!)).toBeLessThan(2e-5);
});

it("TV-B6, B7: water is 1.3371 to 1.3374 at 488 nm and 1.3430 at 405 nm", () => {
  expect(waterIndex(488).index).toBeCloseTo(1.3374, 4);
  expect(waterIndex(405).index).toBeCloseTo(1.3431, 4);
});

// Sultanova, Kasarova & Nikolov 2009, 10.12693/APhysPolA.116.585, measured
it.each([
  [436.8, 1.617],
  [486.1, 1.606],
  [587.6, 1.592],
  [632.8, 1.587],
  [703, 1.582],
  [833, 1.577],
  [879, 1.576],
  [1052, 1.572],
])("polystyrene at %s nm is the measured %s within 0.001", (wavelength, measured) => {
  const { index, extrapolated } = polystyreneIndex(wavelength);
  expect(Math.abs(index - measured)).toBeLessThan(1e-3);
  expect(extrapolated).toBe(false);
});

it("polystyrene is 1.6054 at 488 nm, and 1.6268 at 405 nm by extrapolation, which is said", () => {
  expect(polystyreneIndex(488).index).toBeCloseTo(1.6054, 4);
  expect(polystyreneIndex(405).index).toBeCloseTo(1.6268, 4);
  expect(polystyreneIndex(405).extrapolated).toBe(true);
  expect(polystyreneIndex(488).extrapolated).toBe(false);
  expect(waterIndex(1550).extrapolated).toBe(true);
});
