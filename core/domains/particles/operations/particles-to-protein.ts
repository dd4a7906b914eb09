import { z } from "zod";
import { accepted, field, type Interval, portable, type Result, refused } from "../../../kernel/index.ts";
import { confidenceLevel } from "../../../statistics/confidence-level.ts";
import { normalQuantile } from "../../../statistics/distributions/index.ts";
import { defineFinite } from "./finite-result.ts";
import { particlesIssues } from "./issues.ts";

export interface ParticlesPerProtein {
  /** In `{particles}/ug`. */
  readonly ratio: number;
  /** Log-normal, from both relative standard uncertainties; null where one is not given. */
  readonly interval: Interval | null;
  readonly assumptions: readonly string[];
}

export interface ProteinInput {
  /** Of the original sample, in `{particles}/mL`. */
  readonly concentration: number;
  /** Of the same sample, in ug/mL. */
  readonly protein: number;
  /** Relative standard uncertainties, as fractions. */
  readonly concentrationUncertainty?: number | undefined;
  readonly proteinUncertainty?: number | undefined;
}

/**
 * Particles per microgram of protein of one sample: a purity ratio to compare preparations of one laboratory with; no
 * class of purity is given. Source: Webber and Clayton 2013, 10.3402/jev.v2i0.19861 (abstract opened).
 * Issue: `particles-value-invalid`.
 */
export function particlesPerProtein(input: ProteinInput, level = 0.95): Result<ParticlesPerProtein> {
  const { concentration, protein, concentrationUncertainty, proteinUncertainty } = input;
  for (const [name, value] of Object.entries({ concentration, protein })) {
    if (!(value > 0 && Number.isFinite(value))) {
      return refused(particlesIssues.raise("particles-value-invalid", { name, value }));
    }
  }
  const ratio = concentration / protein;
  const known = concentrationUncertainty !== undefined && proteinUncertainty !== undefined;
  const factor = known
    ? portable.exp(
        normalQuantile((1 + level) / 2) * portable.hypot(concentrationUncertainty, proteinUncertainty),
      )
    : Number.NaN;
  return accepted({
    ratio,
    interval: known
      ? {
          kind: "confidence",
          level,
          lower: ratio / factor,
          upper: ratio * factor,
          method: "lognormal-propagation",
        }
      : null,
    assumptions: ["protein_and_particles_of_one_sample", ...(known ? ["independent_uncertainties"] : [])],
  });
}

const uncertainty = (en: string, ja: string) => field(z.number().nonnegative().optional(), "1", en, ja);

export const particlesToProtein = defineFinite({
  id: "particles.particlesToProtein",
  version: "1",
  title: { en: "Particles per protein", ja: "タンパク質量あたりの粒子数" },
  summary: {
    en: "Particles per microgram of protein of one sample, with the interval that both uncertainties give.",
    ja: "同一試料のタンパク質 1 µg あたりの粒子数を、両測定の不確かさによる区間とともに示します。",
  },
  input: z.object({
    concentration: field(
      z.number().positive(),
      "{particles}/mL",
      "Concentration of the original sample",
      "原試料濃度",
    ),
    protein: field(z.number().positive(), "ug/mL", "Protein of the same sample", "同一試料のタンパク質濃度"),
    concentrationUncertainty: uncertainty(
      "Relative standard uncertainty of the concentration",
      "粒子濃度の相対標準不確かさ",
    ),
    proteinUncertainty: uncertainty(
      "Relative standard uncertainty of the protein",
      "タンパク質濃度の相対標準不確かさ",
    ),
  }),
  parameters: z.object({ level: confidenceLevel }),
  example: {
    input: {
      concentration: 2.4e11,
      protein: 85,
      concentrationUncertainty: 0.12,
      proteinUncertainty: 0.08,
    },
  },
  run: (input, { level }) => particlesPerProtein(input, level),
});
