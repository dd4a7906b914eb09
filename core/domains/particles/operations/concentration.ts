import { z } from "zod";
import { accepted, field, type Interval, type Result, refused } from "../../../kernel/index.ts";
import { confidenceLevel } from "../../../statistics/confidence-level.ts";
import { poissonInterval } from "../../../statistics/distributions/index.ts";
import { defineFinite } from "./finite-result.ts";
import { particlesIssues } from "./issues.ts";
import { dilutionFactor } from "./schemas.ts";

export interface CountedConcentration {
  /** In `{particles}/mL`; an upper limit where `bound` says so. */
  readonly value: number;
  readonly interval: Interval;
}

export interface ConcentrationFromCounts {
  readonly asMeasured: CountedConcentration;
  readonly original: CountedConcentration;
  /** `below` where nothing was counted: the values are upper limits, never 0. */
  readonly bound: "below" | null;
}

export interface Counting {
  /** Distinct particles counted in all fields. */
  readonly particles: number;
  /** Independent fields or volumes looked at. */
  readonly fields: number;
  /** Of one field, in mL. */
  readonly volume: number;
  readonly dilution: number;
  readonly level: number;
}

/**
 * Concentration in `{particles}/mL` from a count: C = particles / (fields x volume), and C x dilution of the original
 * sample, with the exact Poisson interval of the count: the least uncertainty there can be. Issue: `particles-value-invalid`.
 */
export function concentrationFromCounts(counting: Counting): Result<ConcentrationFromCounts> {
  const { particles, fields, volume, dilution, level } = counting;
  const wrong = Object.entries({
    particles: Number.isSafeInteger(particles) && particles >= 0,
    fields: fields > 0 && Number.isFinite(fields),
    volume: volume > 0 && Number.isFinite(volume),
    dilution: dilution >= 1 && Number.isFinite(dilution),
  }).find(([, usable]) => !usable);
  if (wrong) {
    const name = wrong[0] as "particles" | "fields" | "volume" | "dilution";
    return refused(particlesIssues.raise("particles-value-invalid", { name, value: counting[name] }));
  }
  const limits = poissonInterval(particles, level);
  const bound = particles === 0 ? "below" : null;
  const counted = (factor: number): CountedConcentration => ({
    value: factor * (bound ? limits.upper : particles),
    interval: {
      kind: "confidence",
      level,
      lower: factor * limits.lower,
      upper: factor * limits.upper,
      method: "poisson-exact",
    },
  });
  const perParticle = 1 / (fields * volume);
  return accepted({ asMeasured: counted(perParticle), original: counted(perParticle * dilution), bound });
}

export const concentration = defineFinite({
  id: "particles.concentration",
  version: "1",
  title: { en: "Concentration from counts", ja: "計数からの粒子濃度" },
  summary: {
    en: "Particles per mL from counted particles, observed volume and dilution, with the exact counting interval.",
    ja: "計数した粒子数、観察体積、希釈倍率から粒子濃度を求め、計数の正確な信頼区間を示します。",
  },
  input: z.object({
    particles: field(
      z.number().int().nonnegative(),
      "1",
      "Distinct particles counted",
      "計数した粒子数（重複なし）",
    ),
    fields: field(z.number().positive().default(1), "1", "Independent fields", "独立な視野数"),
    volume: field(z.number().positive(), "mL", "Volume of one field", "1 視野の体積"),
    dilution: dilutionFactor,
  }),
  parameters: z.object({ level: confidenceLevel }),
  example: { input: { particles: 1250, fields: 5, volume: 5e-6, dilution: 1000 } },
  run: (input, { level }) => concentrationFromCounts({ ...input, level }),
});
