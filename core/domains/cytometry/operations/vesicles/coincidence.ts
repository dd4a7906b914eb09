import { z } from "zod";
import { accepted, field, portable, type Result, refused } from "../../../../kernel/index.ts";
import { defineFinite } from "../define-finite.ts";
import { vesicleIssues } from "./issues.ts";

const picolitresPerMillilitre = 1e9;

/**
 * Share of events that are two particles or more, P(>= 2 | >= 1) = 1 - L e^-L / (1 - e^-L), where particles come
 * independently with the mean L per interrogation volume.
 */
export function multipleShare(mean: number): number {
  // below 1e-3 the terms cancel: L/2 - L^2/12 + L^4/720
  if (mean < 1e-3) return mean / 2 - (mean * mean) / 12 + portable.pow(mean, 4) / 720;
  return 1 - mean / portable.expm1(mean);
}

/** Mean number of particles in an interrogation volume in pL, at a concentration in 1/mL. */
export function particlesInProbe(concentration: number, picolitres: number): number {
  return (concentration * picolitres) / picolitresPerMillilitre;
}

/** Concentration in 1/mL at which an interrogation volume in pL holds `mean` particles on average. */
export function concentrationForMean(mean: number, picolitres: number): number {
  return (mean / picolitres) * picolitresPerMillilitre;
}

/** The mean per interrogation volume behind `occupied`, the share of volumes that gave an event: -ln(1 - share). Infinite from 1 on. */
export function meanFromOccupied(occupied: number): number {
  return occupied < 1 ? -portable.log1p(-occupied) : Number.POSITIVE_INFINITY;
}

export interface Coincidence {
  /** Mean number of particles in the interrogation volume. */
  readonly particlesInProbe: number;
  /** Share of events that are two particles or more. */
  readonly multipleShare: number;
  /** Particles lost from the count by coinciding, as a share of the particles. */
  readonly lostShare: number;
  /** Concentration in 1/mL of the acquired tube at which the share of multiples reaches the limit. */
  readonly highestConcentration: number;
  readonly flags: readonly string[];
}

/** The mean per interrogation volume at which `multipleShare` is `share`; bisection on a rising function. */
function meanForShare(share: number): number {
  let low = 0;
  let high = 800;
  for (let i = 0; i < 200 && high - low > 1e-15 * high; i++) {
    const middle = (low + high) / 2;
    if (multipleShare(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * What coincidence does at a concentration (1/mL) of all detectable particles in the acquired tube, for an
 * interrogation volume in pL. `limit`: share of multiple events that is flagged (`several_in_beam`).
 * Particles too dim to trigger alone are not in the concentration and may still swarm. Issue: `cytometry-value-invalid`.
 */
export function judgeCoincidence(
  concentration: number,
  picolitres: number,
  limit = 0.05,
): Result<Coincidence> {
  for (const [name, value, usable] of [
    ["concentration", concentration, concentration >= 0 && Number.isFinite(concentration)],
    ["probeVolume", picolitres, picolitres > 0 && Number.isFinite(picolitres)],
    ["limit", limit, limit > 0 && limit < 1],
  ] as const) {
    if (!usable) return refused(vesicleIssues.raise("cytometry-value-invalid", { name, value }));
  }
  const mean = particlesInProbe(concentration, picolitres);
  const share = multipleShare(mean);
  return accepted({
    particlesInProbe: mean,
    multipleShare: share,
    lostShare: mean === 0 ? 0 : 1 + portable.expm1(-mean) / mean,
    highestConcentration: concentrationForMean(meanForShare(limit), picolitres),
    flags: share > limit ? ["several_in_beam"] : [],
  });
}

export const coincidence = defineFinite({
  id: "cytometry.coincidence",
  version: "1",
  title: { en: "Coincidence in the interrogation volume", ja: "検出領域での同時通過" },
  summary: {
    en: "Mean number of particles in the interrogation volume, share of events that are several particles, and the highest concentration that keeps it under the limit.",
    ja: "検出領域内の平均粒子数、複数粒子によるイベントの割合、その割合を上限以下に保てる最高濃度を求めます。",
  },
  input: z.object({
    concentration: field(
      z.number().nonnegative(),
      "{particles}/mL",
      "Detectable particles in the acquired tube",
      "測定チューブ内の検出可能な粒子濃度",
    ),
    probeVolume: field(z.number().positive(), "pL", "Interrogation volume", "検出領域の体積"),
  }),
  parameters: z.object({
    limit: field(
      z.number().gt(0).lt(1).default(0.05),
      "1",
      "Share of multiple events that is flagged",
      "複数粒子イベントの割合の上限",
    ),
  }),
  example: { input: { concentration: 2e6, probeVolume: 20 } },
  run: ({ concentration, probeVolume }, { limit }) => judgeCoincidence(concentration, probeVolume, limit),
});
