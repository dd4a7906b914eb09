import { z } from "zod";
import {
  accepted,
  field,
  type Interval,
  isRefused,
  portable,
  type Result,
  refused,
} from "../../../kernel/index.ts";
import { confidenceLevel } from "../../../statistics/confidence-level.ts";
import { meanInterval } from "../../../statistics/mean-interval.ts";
import { mean } from "../../../statistics/moments.ts";
import { quantile } from "../../../statistics/quantiles.ts";
import { straightLine } from "../../../statistics/straight-line.ts";
import { defineFinite } from "./finite-result.ts";
import { particlesIssues } from "./issues.ts";
import { dilutionFactor } from "./schemas.ts";

export interface DilutionPoint {
  readonly dilution: number;
  /** As measured, in `{particles}/mL`; several of one dilution are averaged first. */
  readonly concentration: number;
}

export interface LinearityLimits {
  readonly slopeFrom: number;
  readonly slopeTo: number;
  readonly rSquared: number;
  readonly recoveryFrom: number;
  readonly recoveryTo: number;
  /** Recovery under which the least diluted end is warned of coincidence. */
  readonly coincidence: number;
}

export interface DilutionLinearity {
  /** Of log10(concentration) on log10(1 / dilution); 1 is ideal. */
  readonly slope: { readonly value: number; readonly se: number; readonly interval: Interval };
  /** Null where the concentration does not change at all. */
  readonly rSquared: number | null;
  /** By dilution, ascending; `original` is concentration x dilution, `recovery` that over the median of all dilutions. */
  readonly dilutions: readonly {
    readonly dilution: number;
    readonly original: number;
    readonly recovery: number;
  }[];
  readonly originalCv: number | null;
  readonly criteria: { readonly slope: boolean; readonly rSquared: boolean; readonly recovery: boolean };
  readonly linear: boolean;
  /** The least diluted dilutions, one after the other, whose recovery is under the coincidence limit. */
  readonly coincidenceAt: readonly number[];
  readonly flags: readonly string[];
}

/** Mean concentration of each dilution, by dilution ascending. */
function averaged(points: readonly DilutionPoint[]): DilutionPoint[] {
  const byDilution = new Map<number, number[]>();
  for (const { dilution, concentration } of points) {
    byDilution.set(dilution, [...(byDilution.get(dilution) ?? []), concentration]);
  }
  return [...byDilution]
    .sort(([a], [b]) => a - b)
    .map(([dilution, values]) => ({ dilution, concentration: mean(values) }));
}

/**
 * Whether concentrations as measured follow the dilution. Flags: `dilution_nonlinear`, `coincidence_suspected`. Issues:
 * `particles-dilution-factor-invalid`, `particles-concentration-invalid` (0 has no logarithm),
 * `particles-too-few-dilutions` (three are needed). Limits: laboratory practice; CLSI EP06-Ed2 (not opened).
 */
export function judgeDilutionLinearity(
  points: readonly DilutionPoint[],
  limits: LinearityLimits,
  level = 0.95,
): Result<DilutionLinearity> {
  for (const { dilution, concentration } of points) {
    if (!(dilution >= 1 && Number.isFinite(dilution))) {
      return refused(particlesIssues.raise("particles-dilution-factor-invalid", { factor: dilution }));
    }
    if (!(concentration > 0 && Number.isFinite(concentration))) {
      return refused(particlesIssues.raise("particles-concentration-invalid", { value: concentration }));
    }
  }
  const series = averaged(points);
  if (series.length < 3) {
    return refused(particlesIssues.raise("particles-too-few-dilutions", { n: series.length }));
  }
  const line = straightLine(
    series.map(({ dilution }) => -portable.log10(dilution)),
    series.map(({ concentration }) => portable.log10(concentration)),
    { level },
  );
  if (isRefused(line)) return line;
  const { slope } = line.value;
  const rSquared = Number.isFinite(line.value.rSquared) ? line.value.rSquared : null;
  const originals = series.map(({ dilution, concentration }) => dilution * concentration);
  const middle = quantile(originals, 0.5);
  const dilutions = series.map(({ dilution }, i) => ({
    dilution,
    original: originals[i]!,
    recovery: originals[i]! / middle,
  }));
  const criteria = {
    slope: slope.value >= limits.slopeFrom && slope.value <= limits.slopeTo,
    rSquared: rSquared !== null && rSquared >= limits.rSquared,
    recovery: dilutions.every(
      ({ recovery }) => recovery >= limits.recoveryFrom && recovery <= limits.recoveryTo,
    ),
  };
  const linear = criteria.slope && criteria.rSquared && criteria.recovery;
  const clear = dilutions.findIndex(({ recovery }) => recovery >= limits.coincidence);
  const coincidenceAt = dilutions.slice(0, Math.max(0, clear)).map(({ dilution }) => dilution);
  const spread = meanInterval(originals, level);
  return accepted({
    slope: { value: slope.value, se: slope.se, interval: slope.interval },
    rSquared,
    dilutions,
    originalCv: isRefused(spread) ? null : spread.value.cv,
    criteria,
    linear,
    coincidenceAt,
    flags: [
      ...(linear ? [] : ["dilution_nonlinear"]),
      ...(coincidenceAt.length > 0 ? ["coincidence_suspected"] : []),
    ],
  });
}

const limit = (value: number, en: string, ja: string) =>
  field(z.number().positive().default(value), "1", en, ja);

export const dilutionLinearity = defineFinite({
  id: "particles.dilutionLinearity",
  version: "1",
  title: { en: "Dilution linearity", ja: "希釈直線性" },
  summary: {
    en: "Slope of log concentration on log dilution, recovery of each dilution against their median, and coincidence at the concentrated end.",
    ja: "濃度と希釈倍率の両対数の傾き、各希釈の回収率（中央値に対する比）、高濃度側の同時計数損失の兆候を示します。",
  },
  input: z.object({
    points: field(
      z
        .array(
          z.object({
            dilution: dilutionFactor,
            concentration: field(z.number(), "{particles}/mL", "Concentration as measured", "測定時濃度"),
          }),
        )
        .min(1),
      "",
      "Dilutions measured",
      "測定した希釈",
    ),
  }),
  parameters: z.object({
    slopeFrom: limit(0.95, "Least slope", "傾きの下限"),
    slopeTo: limit(1.05, "Greatest slope", "傾きの上限"),
    rSquared: limit(0.99, "Least R2", "決定係数の下限"),
    recoveryFrom: limit(0.8, "Least recovery", "回収率の下限"),
    recoveryTo: limit(1.2, "Greatest recovery", "回収率の上限"),
    coincidence: limit(0.9, "Recovery under which to warn of coincidence", "同時計数損失を警告する回収率"),
    level: confidenceLevel,
  }),
  example: {
    input: {
      points: [
        { dilution: 250, concentration: 7.4e8 },
        { dilution: 500, concentration: 4.1e8 },
        { dilution: 1000, concentration: 2.0e8 },
        { dilution: 2000, concentration: 1.03e8 },
        { dilution: 4000, concentration: 5.1e7 },
      ],
    },
  },
  run: ({ points }, { level, ...limits }) => judgeDilutionLinearity(points, limits, level),
});
