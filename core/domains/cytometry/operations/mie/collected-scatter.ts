import { z } from "zod";
import { accepted, isRefused, type Result, refused } from "../../../../kernel/index.ts";
import { defineFinite } from "../define-finite.ts";
import { collectedAt } from "./curve.ts";
import { scatterIssues } from "./issues.ts";
import type { Optics } from "./optics.ts";
import type { ParticleModel } from "./particle.ts";
import { diameters, direction, halfAngle, illumination, modelOf, opticsOf, particle } from "./schemas.ts";
import { smallestSizeParameter } from "./series.ts";

/** Collected cross-section in nm^2 of `model` at each outer diameter (nm); gives `cytometry-scatter-diameter`. */
export function collectedScatterOf(
  optics: Optics,
  model: ParticleModel,
  sizes: readonly number[],
): Result<Float64Array> {
  const smallest = (smallestSizeParameter * optics.wavelength) / (Math.PI * optics.mediumIndex);
  const usable = sizes.filter((diameter) => diameter >= smallest);
  const collected = collectedAt(optics, model, usable);
  const wrong =
    sizes.find((diameter) => !(diameter >= smallest)) ?? usable[collected.findIndex(Number.isNaN)];
  if (wrong !== undefined)
    return refused(scatterIssues.raise("cytometry-scatter-diameter", { diameter: wrong }));
  return accepted(collected);
}

export const collectedScatter = defineFinite({
  id: "cytometry.collectedScatter",
  version: "1",
  title: { en: "Light that a detector collects", ja: "検出器が集める散乱光" },
  summary: {
    en: "Cross-section in nm2 that particles scatter into a circular aperture, by Mie theory.",
    ja: "粒子が円形開口に散乱する光の断面積（nm2）を Mie 理論で求めます。",
  },
  input: z.object({ diameters }),
  parameters: z.object({ ...illumination, ...direction, halfAngle, ...particle }),
  example: {
    input: {
      diameters: [
        30, 40, 50, 60, 70, 80, 90, 100, 120, 140, 160, 180, 200, 250, 300, 350, 400, 450, 500, 600, 700, 800,
        1000,
      ],
    },
    parameters: { wavelength: 405, halfAngle: 45 },
  },
  run(input, { wavelength, mediumIndex, angle, polarisation, stop, halfAngle: half, ...of }) {
    const optics = opticsOf({ wavelength, mediumIndex, angle, polarisation, stop, halfAngle: half });
    if (isRefused(optics)) return optics;
    const model = modelOf(of);
    if (isRefused(model)) return model;
    const collected = collectedScatterOf(optics.value, model.value, input.diameters);
    if (isRefused(collected)) return collected;
    return accepted({
      mediumIndex: optics.value.mediumIndex,
      particles: input.diameters.map((diameter, i) => ({ diameter, collected: collected.value[i]! })),
      assumptions: ["scatter_sphere", "scatter_plane_wave"],
    });
  },
});
