import { z } from "zod";
import { accepted, field, type Issue, isRefused, type Result, refused } from "../../../kernel/index.ts";
import { type BlankKnowledge, currieLimits, currieLimitsAt, netCounts } from "../../../statistics/currie.ts";
import type { Values } from "../../../statistics/values.ts";
import { defineFinite } from "./finite-result.ts";
import { particlesIssues } from "./issues.ts";

/** Share of the sample's counts above which the blank is flagged. */
export const blankShareLimit = 0.1;

export interface NetCounts {
  /** Per bin, in counts of the sample's exposure; negative values are kept. */
  readonly net: Float64Array;
  readonly standardErrors: Float64Array;
  readonly total: { readonly value: number; readonly se: number };
  /** Currie's critical level and detection limit of the total, in net counts. */
  readonly criticalLevel: number;
  readonly detectionLimit: number;
  readonly detected: boolean;
  /** `below`: the total is under the detection limit, which is what may be reported. */
  readonly bound: "below" | null;
  /** Blank counts for the sample's exposure over the sample's counts; null without sample counts. */
  readonly blankShare: number | null;
  readonly flags: readonly string[];
}

function usableCounts(counts: Values): boolean {
  for (const count of counts) if (!(count >= 0 && Number.isFinite(count))) return false;
  return true;
}

/**
 * Sample counts less blank counts, per bin on the same bins and settings: S - r B with SE sqrt(S + r^2 B), r the
 * sample's volume over the blank's. Flags: `blank_over_limit`, `below_detection_limit`. Issues:
 * `particles-blank-mismatch`, `particles-value-invalid`, and those of Currie's limits (10.1021/ac60259a007).
 */
export function subtractBlank(
  sample: Values,
  blank: Values,
  volumeRatio: number,
  knowledge: BlankKnowledge,
): Result<NetCounts> {
  if (sample.length !== blank.length) {
    const parameters = { sample: sample.length, blank: blank.length };
    return refused(particlesIssues.raise("particles-blank-mismatch", parameters));
  }
  if (!(volumeRatio > 0 && Number.isFinite(volumeRatio))) {
    return refused(
      particlesIssues.raise("particles-value-invalid", { name: "volumeRatio", value: volumeRatio }),
    );
  }
  for (const [name, counts] of [
    ["sample", sample],
    ["blank", blank],
  ] as const) {
    if (usableCounts(counts)) continue;
    const value = counts.find((count: number) => !(count >= 0 && Number.isFinite(count)))!;
    return refused(particlesIssues.raise("particles-value-invalid", { name, value }));
  }
  const net = new Float64Array(sample.length);
  const standardErrors = new Float64Array(sample.length);
  let samples = 0;
  let blanks = 0;
  for (let i = 0; i < net.length; i++) {
    const bin = netCounts(sample[i]!, blank[i]!, volumeRatio);
    net[i] = bin.value;
    standardErrors[i] = bin.se;
    samples += sample[i]!;
    blanks += blank[i]!;
  }
  const limits =
    volumeRatio === 1
      ? currieLimits(blanks, knowledge)
      : currieLimitsAt(blanks, knowledge, { exposureRatio: volumeRatio });
  if (isRefused(limits)) return limits;
  const total = netCounts(samples, blanks, volumeRatio);
  const below = total.value < limits.value.detectionLimit;
  const blankShare = samples > 0 ? (volumeRatio * blanks) / samples : null;
  const warnings: Issue[] = [...limits.warnings];
  return accepted(
    {
      net,
      standardErrors,
      total,
      ...limits.value,
      detected: total.value > limits.value.criticalLevel,
      bound: below ? "below" : null,
      blankShare,
      flags: [
        ...(blankShare === null || blankShare > blankShareLimit ? ["blank_over_limit"] : []),
        ...(below ? ["below_detection_limit"] : []),
      ],
    },
    warnings,
  );
}

const countsPerBin = field(z.array(z.number().nonnegative()).min(1), "1", "Counts per bin", "ビンごとの計数");

export const blankSubtraction = defineFinite({
  id: "particles.blankSubtraction",
  version: "1",
  title: { en: "Blank subtraction and counting detection limit", ja: "ブランク差し引きと計数の検出限界" },
  summary: {
    en: "Subtracts blank counts per bin by the volume ratio, keeps negatives, and compares the total with Currie's limits.",
    ja: "体積比を考慮してビンごとにブランクを差し引き（負値は保持）、総計を Currie の限界値と比較します。",
  },
  input: z.object({ sample: countsPerBin, blank: countsPerBin }),
  parameters: z.object({
    volumeRatio: field(
      z.number().positive().default(1),
      "1",
      "Sample volume over blank volume",
      "試料の体積 / ブランクの体積",
    ),
    blankIs: field(
      z.enum(["unknown", "well-known"]).default("unknown"),
      "",
      "One blank (unknown) or a blank known without error (well-known)",
      "ブランクの扱い（unknown: 1 回の測定、well-known: 誤差なく既知）",
    ),
  }),
  example: { input: { sample: [15, 62, 148, 201, 160, 84, 31, 9], blank: [4, 9, 12, 10, 6, 2, 1, 0] } },
  run({ sample, blank }, { volumeRatio, blankIs }) {
    const result = subtractBlank(sample, blank, volumeRatio, blankIs);
    if (isRefused(result)) return result;
    const { net, standardErrors, ...rest } = result.value;
    return accepted({ net: [...net], standardErrors: [...standardErrors], ...rest }, result.warnings);
  },
});
