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
import { statisticsIssues } from "../../../statistics/issues.ts";
import { exponentiated } from "../../../statistics/mean-interval.ts";
import { nestedMean } from "../../../statistics/nested-means.ts";
import type { VarianceComponent } from "../../../statistics/variance-components.ts";
import { defineFinite } from "./finite-result.ts";
import { particlesIssues } from "./issues.ts";

/** Levels of replication from the top; each observation is a capture. */
export const replicateLevels = ["donor", "preparation", "dilution"] as const;
export type ReplicateLevel = (typeof replicateLevels)[number];

/** One capture's number with the names of what it was taken from; a level that no observation names is not recorded. */
export type ReplicateObservation = { readonly value: number } & {
  readonly [level in ReplicateLevel]?: string | undefined;
};

export interface ReplicateSummary {
  /** Mean of means, or geometric mean on the log scale, in the unit of the values. */
  readonly mean: number;
  readonly interval: Interval | null;
  /** The highest level that is replicated: what the interval covers with everything below it. */
  readonly intervalLevel: string | null;
  /** Levels whose variation the interval says nothing of: not replicated, or not recorded. */
  readonly notCovered: readonly string[];
  /** Units of each recorded level; `donor` is the biological n, everything else technical. */
  readonly n: Readonly<Record<string, number>>;
  /** On the log scale of natural logarithms where that was asked for. */
  readonly components: readonly VarianceComponent[];
  readonly flags: readonly string[];
}

/**
 * Mean of captures in dilutions in preparations in donors with a t-interval from the highest replicated level.
 * Flag: `no_biological_replicates` where donors are not recorded or only one. Issues:
 * `particles-replicates-incomplete` (a level named for some observations only), and those of `nestedMean`.
 */
export function summariseReplicates(
  observations: readonly ReplicateObservation[],
  scale: "linear" | "log",
  level = 0.95,
): Result<ReplicateSummary> {
  const named = (name: ReplicateLevel) => observations.filter((one) => one[name] !== undefined).length;
  const incomplete = replicateLevels.find((name) => named(name) > 0 && named(name) < observations.length);
  if (incomplete) {
    const parameters = { level: incomplete, named: named(incomplete), n: observations.length };
    return refused(particlesIssues.raise("particles-replicates-incomplete", parameters));
  }
  const recorded = replicateLevels.filter((name) => named(name) > 0);
  const values = observations.map(({ value }) => value);
  const notPositive = values.filter((value) => !(value > 0)).length;
  if (scale === "log" && notPositive > 0) {
    return refused(statisticsIssues.raise("statistics-not-positive", { n: notPositive }));
  }
  const factors = recorded.map((name) => ({ name, labels: observations.map((one) => one[name]!) }));
  const found = nestedMean(scale === "log" ? values.map(portable.log) : values, factors, {
    observation: "capture",
    level,
  });
  if (isRefused(found)) return found;
  const { mean, interval, intervalLevel, uncoveredLevels, components } = found.value;
  const n = Object.fromEntries(components.map(({ level: name, units }) => [name, units]));
  const method = "t-nested-means-log";
  return accepted(
    {
      mean: scale === "log" ? portable.exp(mean) : mean,
      interval: scale === "log" && interval ? exponentiated(interval, method) : interval,
      intervalLevel,
      notCovered: [...replicateLevels.filter((name) => !recorded.includes(name)), ...uncoveredLevels],
      n,
      components,
      flags: (n.donor ?? 1) > 1 ? [] : ["no_biological_replicates"],
    },
    found.warnings,
  );
}

const name = (en: string, ja: string) => field(z.string().optional(), "", en, ja);

export const replicateSummary = defineFinite({
  id: "particles.replicateSummary",
  version: "1",
  title: { en: "Summary of nested replicates", ja: "階層的な反復の要約" },
  summary: {
    en: "Mean of captures in dilutions in preparations in donors, with an interval from the highest replicated level and the levels it does not cover.",
    ja: "ドナー・調製・希釈・撮影の階層で平均し、反復のある最上位の階層から信頼区間を求め、区間に含まれない階層を示します。",
  },
  input: z.object({
    observations: field(
      z
        .array(
          z.object({
            value: field(z.number(), "1", "Value of one capture", "撮影の値"),
            donor: name("Donor", "ドナー"),
            preparation: name("Preparation", "調製"),
            dilution: name("Dilution", "希釈"),
          }),
        )
        .min(1),
      "",
      "Captures",
      "測定",
    ),
  }),
  parameters: z.object({
    scale: field(z.enum(["linear", "log"]).default("log"), "", "Scale of the means", "平均の尺度"),
    level: confidenceLevel,
  }),
  example: {
    input: {
      observations: [
        { value: 2.1e11, donor: "D1", preparation: "P1" },
        { value: 2.4e11, donor: "D1", preparation: "P1" },
        { value: 1.6e11, donor: "D2", preparation: "P2" },
        { value: 1.7e11, donor: "D2", preparation: "P2" },
        { value: 2.9e11, donor: "D3", preparation: "P3" },
        { value: 2.7e11, donor: "D3", preparation: "P3" },
      ],
    },
  },
  run: ({ observations }, { scale, level }) => summariseReplicates(observations, scale, level),
});
