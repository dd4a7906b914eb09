import { z } from "zod";
import { accepted, field, isRefused, type Result, refused } from "../../../kernel/index.ts";
import { defineFinite } from "./finite-result.ts";
import { particlesIssues } from "./issues.ts";
import { temperature, viscosity } from "./schemas.ts";
import { mediumViscosity } from "./water-viscosity.ts";

/** Boltzmann constant in J/K, exact by the SI of 2019. */
export const boltzmannConstant = 1.380649e-23;

/** `d D` in nm um2/s at `temperature` in K and `viscosity` in mPa.s: kB T / (3 pi eta), 1e24 for the units. */
function stokesEinsteinProduct(temperature: number, viscosity: number): number {
  return (boltzmannConstant * temperature * 1e24) / (3 * Math.PI * viscosity);
}

/** Translational diffusion coefficient in um2/s of a sphere of `diameter` nm. Source: Einstein 1905, 10.1002/andp.19053220806. */
export function diffusionCoefficient(diameter: number, temperature: number, viscosity: number): number {
  return stokesEinsteinProduct(temperature, viscosity) / diameter;
}

/** Hydrodynamic diameter in nm of a sphere that diffuses with `diffusion` um2/s. Source: Einstein 1905. */
export function hydrodynamicDiameter(diffusion: number, temperature: number, viscosity: number): number {
  return stokesEinsteinProduct(temperature, viscosity) / diffusion;
}

export interface TrackingOptics {
  readonly dimensions: 1 | 2 | 3;
  /** Exposure in s: motion inside one frame blurs the position. */
  readonly exposure: number;
  /** Standard deviation of one position's error along one axis, in um. */
  readonly localisationError: number;
}

const idealOptics: TrackingOptics = { dimensions: 2, exposure: 0, localisationError: 0 };

/**
 * Mean square displacement in um2 over `interval` s: 2 n D dt (1 - t_exp / (3 dt)) + 2 n sigma^2 in n dimensions.
 * Source: Michalet 2010, 10.1103/PhysRevE.82.041914.
 */
export function meanSquareDisplacement(
  diffusion: number,
  interval: number,
  optics: TrackingOptics = idealOptics,
): number {
  const { dimensions, exposure, localisationError } = optics;
  return 2 * dimensions * (diffusion * (interval - exposure / 3) + localisationError * localisationError);
}

/** Diffusion in um2/s from a mean square displacement in um2; refused where noise alone explains the motion (`particles-no-diffusion`). */
export function diffusionFromDisplacement(
  meanSquare: number,
  interval: number,
  optics: TrackingOptics = idealOptics,
): Result<number> {
  const { dimensions, exposure, localisationError } = optics;
  const diffusion =
    (meanSquare / (2 * dimensions) - localisationError * localisationError) / (interval - exposure / 3);
  return diffusion > 0 && Number.isFinite(diffusion)
    ? accepted(diffusion)
    : refused(particlesIssues.raise("particles-no-diffusion", { meanSquare }));
}

export const stokesEinstein = defineFinite({
  id: "particles.stokesEinstein",
  version: "1",
  title: {
    en: "Diameter and diffusion (Stokes-Einstein)",
    ja: "粒子径と拡散係数（ストークス・アインシュタイン式）",
  },
  summary: {
    en: "Converts a hydrodynamic diameter to a diffusion coefficient or back, for dilute spheres without flow.",
    ja: "希薄で流れのない球形粒子について、流体力学的直径と拡散係数を相互に換算します。",
  },
  input: z.object({
    diameter: field(z.number().positive().optional(), "nm", "Hydrodynamic diameter", "流体力学的直径"),
    diffusion: field(z.number().positive().optional(), "um2/s", "Diffusion coefficient", "拡散係数"),
    temperature,
  }),
  parameters: z.object({
    viscosity: viscosity.optional(),
    interval: field(
      z
        .number()
        .positive()
        .default(1 / 30),
      "s",
      "Time between frames",
      "フレーム間隔",
    ),
    dimensions: field(
      z.union([z.literal(1), z.literal(2), z.literal(3)]).default(2),
      "1",
      "Dimensions in which the displacement is seen",
      "変位を観測する次元数",
    ),
  }),
  example: { input: { diameter: 100, temperature: 298.15 } },
  run(input, parameters) {
    if ((input.diameter === undefined) === (input.diffusion === undefined)) {
      return refused(particlesIssues.raise("particles-diameter-or-diffusion"));
    }
    const medium = mediumViscosity(input.temperature, parameters.viscosity);
    if (isRefused(medium)) return medium;
    const { viscosity: eta, source } = medium.value;
    const diffusion = input.diffusion ?? diffusionCoefficient(input.diameter!, input.temperature, eta);
    const diameter = input.diameter ?? hydrodynamicDiameter(diffusion, input.temperature, eta);
    return accepted({
      diameter,
      diffusion,
      viscosity: eta,
      viscositySource: source,
      meanSquareDisplacement: meanSquareDisplacement(diffusion, parameters.interval, {
        ...idealOptics,
        dimensions: parameters.dimensions,
      }),
      assumptions: ["sphere", "dilute_without_flow", ...(source === "water" ? ["viscosity_of_water"] : [])],
    });
  },
});
