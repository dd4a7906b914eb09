import { draft, type EstimateDraft, type Subject } from "../../../../kernel/index.ts";
import type { CountedVesicles } from "./concentration.ts";

/** What a particle had to be to be counted. */
export interface DetectionRange {
  /** Channel that the gate or the trigger thresholds: `SSC-A`. */
  readonly channel: string;
  /** Lower end in calibrated units as a person reads it (`98 nm`, `31 MESF`); null where the channel is not calibrated. */
  readonly limit: string | null;
  /** Name of the gate; empty for all events. */
  readonly gate: string;
}

/**
 * The two estimates of a concentration, as measured and of the original sample, that say above which detection range
 * they hold. `n` counts files of one sample, never particles. Flag added: `detection_limit_not_calibrated`.
 */
export function concentrationDrafts(
  subject: Subject,
  counted: CountedVesicles,
  detection: DetectionRange,
  n: EstimateDraft["n"] = { technical: 1, biological: null },
): readonly EstimateDraft[] {
  const { limit, channel, gate } = detection;
  const flags = [...counted.flags, ...(limit === null ? ["detection_limit_not_calibrated"] : [])];
  return (["asMeasured", "original"] as const).map((state) =>
    draft("cytometry.concentration", subject, counted[state].value, "{particles}/mL", {
      interval: counted[state].interval,
      n,
      assumptions: counted.assumptions,
      flags,
      qualifiers: {
        dilutionState: state === "original" ? "original" : "as measured",
        detectedAbove: limit === null ? `${channel}: not calibrated` : `${channel}: ${limit}`,
        ...(gate === "" ? {} : { gate }),
      },
      ...(counted.bound ? { bound: counted.bound } : {}),
    }),
  );
}
