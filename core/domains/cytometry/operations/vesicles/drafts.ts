import { draft, type EstimateDraft, type Subject } from "../../../../kernel/index.ts";
import type { BufferShare } from "./controls.ts";
import type { DetergentAnswer } from "./detergent.ts";
import type { DilutionVerdict } from "./dilution-series.ts";

const once = { technical: 1, biological: null };
const gateQualifier = (gate: string): Readonly<Record<string, string>> => (gate === "" ? {} : { gate });

/** `cytometry.bufferShare` of a sample. */
export function bufferShareDraft(subject: Subject, found: BufferShare, gate: string): EstimateDraft {
  return draft("cytometry.bufferShare", subject, found.value, "1", {
    interval: found.interval,
    n: once,
    assumptions: ["counting_interval_only"],
    flags: found.flags,
    qualifiers: gateQualifier(gate),
    ...(found.bound ? { bound: found.bound } : {}),
  });
}

/** `cytometry.detergentRemoved` of a sample. */
export function detergentDraft(subject: Subject, found: DetergentAnswer, gate: string): EstimateDraft {
  return draft("cytometry.detergentRemoved", subject, found.removed, "1", {
    interval: found.interval,
    n: once,
    assumptions: ["counting_interval_only"],
    flags: found.flags,
    qualifiers: gateQualifier(gate),
    ...(found.bound ? { bound: found.bound } : {}),
  });
}

/** The slopes of a dilution series: `cytometry.dilutionRateSlope` and one `cytometry.dilutionBrightnessSlope` a channel. */
export function seriesDrafts(
  subject: Subject,
  found: DilutionVerdict,
  gate: string,
): readonly EstimateDraft[] {
  const flags =
    found.verdict === "single" ? [] : [found.verdict === "swarm" ? "swarm_supported" : "swarm_undecided"];
  const rest = {
    n: { technical: found.dilutions.filter(({ used }) => used).length, biological: null },
    assumptions: found.assumptions,
    flags,
  };
  const qualifiers = gateQualifier(gate);
  const rate = found.rate?.slope;
  return [
    ...(rate
      ? [
          draft("cytometry.dilutionRateSlope", subject, rate.value, "1", {
            ...rest,
            interval: rate.interval,
            qualifiers,
          }),
        ]
      : []),
    ...found.brightness.map(({ channel, slope }) =>
      draft("cytometry.dilutionBrightnessSlope", subject, slope.value, "1", {
        ...rest,
        interval: slope.interval,
        qualifiers: { ...qualifiers, channel },
      }),
    ),
  ];
}
