import { accepted, portable, type Result, refused } from "../../../kernel/index.ts";
import { particlesIssues } from "./issues.ts";

/** Temperatures in K for which the viscosity formula of water holds, within 2.5 %. */
export const waterViscosityRange = { lower: 273, upper: 643 } as const;

/**
 * Dynamic viscosity of liquid water in mPa.s at `temperature` in K: 2.414e-2 x 10^(247.8 / (T - 140)).
 * Issue: `particles-temperature-out-of-range`. Source: Al-Shemmeri 2012, Engineering Fluid Mechanics (not opened).
 */
export function waterViscosity(temperature: number): Result<number> {
  const { lower, upper } = waterViscosityRange;
  if (!(temperature >= lower && temperature <= upper)) {
    return refused(
      particlesIssues.raise("particles-temperature-out-of-range", { temperature, lower, upper }),
    );
  }
  return accepted(2.414e-2 * portable.pow(10, 247.8 / (temperature - 140)));
}

export interface Viscosity {
  /** In mPa.s. */
  readonly viscosity: number;
  readonly source: "given" | "water";
}

/** The given viscosity in mPa.s, or that of water at `temperature` in K where none is given. */
export function mediumViscosity(temperature: number, given: number | undefined): Result<Viscosity> {
  if (given !== undefined) {
    return given > 0 && Number.isFinite(given)
      ? accepted({ viscosity: given, source: "given" })
      : refused(particlesIssues.raise("particles-value-invalid", { name: "viscosity", value: given }));
  }
  const water = waterViscosity(temperature);
  return "value" in water ? accepted({ viscosity: water.value, source: "water" }) : water;
}
