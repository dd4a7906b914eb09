import { z } from "zod";
import { accepted, isRefused, portable, type Result, refused } from "../../../../kernel/index.ts";
import { defineFinite } from "../define-finite.ts";
import { type Efficiencies, efficiencies } from "./efficiencies.ts";
import { scatterIssues } from "./issues.ts";
import { type ParticleModel, particleSeries } from "./particle.ts";
import { diameters, illumination, modelOf, opticsOf, particle } from "./schemas.ts";
import { createSeries, largestSizeParameter, smallestSizeParameter } from "./series.ts";

export interface MieScattering extends Efficiencies {
  /** In nm. */
  readonly diameter: number;
  readonly sizeParameter: number;
  /** In nm^2. */
  readonly scatteringCrossSection: number;
}

/** Efficiencies of `model` at each outer diameter (nm), light of `wavelength` (vacuum, nm) in a medium; gives `cytometry-scatter-diameter`. */
export function mieScattering(
  model: ParticleModel,
  wavelength: number,
  mediumIndex: number,
  sizes: readonly number[],
): Result<readonly MieScattering[]> {
  const perNanometre = (Math.PI * mediumIndex) / wavelength;
  const wrong = sizes.find((diameter) => {
    const x = diameter * perNanometre;
    return !(x >= smallestSizeParameter && x <= largestSizeParameter);
  });
  if (wrong !== undefined)
    return refused(scatterIssues.raise("cytometry-scatter-diameter", { diameter: wrong }));
  const series = createSeries();
  return accepted(
    sizes.map((diameter) => {
      particleSeries(model, diameter, wavelength, mediumIndex, series);
      const sizeParameter = diameter * perNanometre;
      const found = efficiencies(sizeParameter, series);
      const scatteringCrossSection = found.scattering * Math.PI * portable.square(diameter / 2);
      return { diameter, sizeParameter, ...found, scatteringCrossSection };
    }),
  );
}

export const mie = defineFinite({
  id: "cytometry.mie",
  version: "1",
  title: { en: "Mie scattering of a particle", ja: "粒子の Mie 散乱" },
  summary: {
    en: "Scattering, extinction and back-scatter efficiencies, asymmetry and cross-section of spheres and of cores in a shell.",
    ja: "均一球およびコア・シェル球の散乱・消光・後方散乱効率、非対称因子、散乱断面積を求めます。",
  },
  input: z.object({ diameters }),
  parameters: z.object({ ...illumination, ...particle }),
  example: {
    input: {
      diameters: [
        30, 40, 50, 60, 70, 80, 90, 100, 120, 140, 160, 180, 200, 250, 300, 350, 400, 450, 500, 600, 700, 800,
        1000,
      ],
    },
    parameters: { wavelength: 405 },
  },
  run(input, { wavelength, mediumIndex, ...of }) {
    const optics = opticsOf({
      wavelength,
      mediumIndex,
      angle: 90,
      halfAngle: 1,
      polarisation: "unpolarised",
      stop: 0,
    });
    if (isRefused(optics)) return optics;
    const model = modelOf(of);
    if (isRefused(model)) return model;
    const medium = optics.value.mediumIndex;
    const particles = mieScattering(model.value, wavelength, medium, input.diameters);
    if (isRefused(particles)) return particles;
    return accepted({ mediumIndex: medium, particles: particles.value, assumptions: ["scatter_sphere"] });
  },
});
