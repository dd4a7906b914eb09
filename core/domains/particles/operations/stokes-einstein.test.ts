import fc from "fast-check";
import { expect, test } from "vitest";
import { isAccepted, isRefused } from "../../../kernel/index.ts";
import {
  diffusionCoefficient,
  diffusionFromDisplacement,
  hydrodynamicDiameter,
  meanSquareDisplacement,
  stokesEinstein,
} from "./stokes-einstein.ts";
import { waterViscosity } from "./water-viscosity.ts";

test("TV-A1 diffusion and displacement of 100 nm in water at 25 C", () => {
  const diffusion = diffusionCoefficient(100, 298.15, 0.89);
  expect(Math.abs(diffusion / 4.907462 - 1)).toBeLessThan(1e-6);
  expect(Math.abs(meanSquareDisplacement(diffusion, 1 / 30) / 0.654328 - 1)).toBeLessThan(1e-6);
});

test("TV-A1 viscosity of water", () => {
  for (const [kelvin, viscosity] of [
    [293.15, 1.00175],
    [298.15, 0.890439],
    [310.15, 0.690398],
  ] as const) {
    const result = waterViscosity(kelvin);
    if (!isAccepted(result)) throw new Error("refused");
    expect(Math.abs(result.value / viscosity - 1)).toBeLessThan(3e-6);
  }
});

test("viscosity of water is refused outside 273-643 K", () => {
  for (const kelvin of [25, 272.9, 643.1, Number.NaN]) {
    const result = waterViscosity(kelvin);
    if (!isRefused(result)) throw new Error("accepted");
    expect(result.issues[0]!.code).toBe("particles-temperature-out-of-range");
  }
});

test("diameter of diffusion of diameter is the diameter", () => {
  const positive = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  fc.assert(
    fc.property(positive(1, 1e4), positive(273, 370), positive(0.2, 50), (diameter, kelvin, eta) => {
      const back = hydrodynamicDiameter(diffusionCoefficient(diameter, kelvin, eta), kelvin, eta);
      expect(Math.abs(back / diameter - 1)).toBeLessThan(1e-14);
    }),
  );
});

test("diffusion from displacement undoes blur and localisation error in 1, 2 and 3 dimensions", () => {
  for (const dimensions of [1, 2, 3] as const) {
    const optics = { dimensions, exposure: 0.015, localisationError: 0.05 };
    const result = diffusionFromDisplacement(meanSquareDisplacement(4.9, 1 / 30, optics), 1 / 30, optics);
    if (!isAccepted(result)) throw new Error("refused");
    expect(result.value).toBeCloseTo(4.9, 12);
  }
  const optics = { dimensions: 2, exposure: 0, localisationError: 0.5 } as const;
  expect(isRefused(diffusionFromDisplacement(0.9, 1 / 30, optics))).toBe(true);
});

test("the operation takes one of diameter and diffusion and says whose viscosity it used", () => {
  const parameters = stokesEinstein.parameters.parse({});
  const water = stokesEinstein.run({ diameter: 100, temperature: 298.15 }, parameters);
  if (!isAccepted(water)) throw new Error("refused");
  expect(water.value.viscositySource).toBe("water");
  expect(water.value.assumptions).toContain("viscosity_of_water");
  const given = stokesEinstein.run({ diffusion: 4.9, temperature: 298.15 }, { ...parameters, viscosity: 2 });
  if (!isAccepted(given)) throw new Error("refused");
  expect(given.value.assumptions).not.toContain("viscosity_of_water");
  expect(isRefused(stokesEinstein.run({ temperature: 298.15 }, parameters))).toBe(true);
  expect(isRefused(stokesEinstein.run({ diameter: 1, diffusion: 1, temperature: 298.15 }, parameters))).toBe(
    true,
  );
});
