import { accepted, type Interval, isRefused, type Result, refused } from "../../../../kernel/index.ts";
import { type Coincidence, judgeCoincidence, multipleShare, particlesInProbe } from "./coincidence.ts";
import { type Counted, countingMethod, eventsPerMillilitre, usable } from "./exposure.ts";
import { confidence, difference, type Limited, scaled } from "./intervals.ts";
import { vesicleIssues } from "./issues.ts";

export interface VesicleConcentration {
  /** In `{particles}/mL`; an upper limit where `bound` says so. */
  readonly value: number;
  readonly interval: Interval;
}

export interface CountedVesicles {
  /** Of the acquired tube, buffer subtracted. */
  readonly asMeasured: VesicleConcentration;
  /** Of the undiluted sample. */
  readonly original: VesicleConcentration;
  /** `below`: not above nothing, or not above the buffer: the values are upper limits, never 0. */
  readonly bound: "below" | null;
  /** As measured, before the buffer is subtracted, in `{particles}/mL`. */
  readonly gross: number;
  /** Of the buffer in the same gate; null without a buffer control. */
  readonly buffer: number | null;
  /** Of the acquired tube with everything that triggers; null where the interrogation volume is not known. */
  readonly coincidence: Coincidence | null;
  /** Of the share of multiple events, by the counting of everything that triggers; null without `coincidence`. */
  readonly multipleShareInterval: Interval | null;
  readonly assumptions: readonly string[];
  readonly flags: readonly string[];
}

export interface ConcentrationOptions {
  /** 1000 for 1:1000; the buffer control is never diluted. */
  readonly dilution: number;
  /** Buffer-only control in the same gate, quantified in the same way. */
  readonly buffer?: Counted | undefined;
  /**
   * Relative standard uncertainty of what turns counts into mL: volume, flow rate, or bead concentration. Taken as common
   * to sample and buffer.
   */
  readonly relativeUncertainty?: number | undefined;
  /** Interrogation volume in pL, for coincidence. */
  readonly probeVolume?: number | undefined;
  /** All events of the file; those of the gate where not given. Coincidence is of everything that passes. */
  readonly allEvents?: number | undefined;
  readonly coincidenceLimit?: number | undefined;
  readonly level?: number | undefined;
}

function checked(options: ConcentrationOptions): Result<null> {
  const { dilution, relativeUncertainty = 0, probeVolume = 1, level = 0.95 } = options;
  for (const [name, value, fine] of [
    ["dilution", dilution, dilution >= 1 && Number.isFinite(dilution)],
    ["relativeUncertainty", relativeUncertainty, relativeUncertainty >= 0 && relativeUncertainty < 1],
    ["probeVolume", probeVolume, probeVolume > 0 && Number.isFinite(probeVolume)],
    ["level", level, level > 0 && level < 1],
  ] as const) {
    if (!fine) return refused(vesicleIssues.raise("cytometry-value-invalid", { name, value }));
  }
  return accepted(null);
}

function methodOf(sample: Counted, options: ConcentrationOptions): string {
  const counting = options.buffer ? "poisson-difference" : countingMethod(sample.exposure);
  return (options.relativeUncertainty ?? 0) > 0 ? `${counting}-propagated` : counting;
}

const sourceAssumptions = {
  file: "volume_stated_by_file",
  sheet: "volume_from_sheet",
  "flow rate": "volume_from_flow_rate",
} as const;

function assumptionsOf({ exposure }: Counted, options: ConcentrationOptions): string[] {
  return [
    exposure.kind === "volume" ? sourceAssumptions[exposure.source] : "counting_beads_concentration",
    "single_particles_above_detection_limit",
    ...(options.buffer ? ["buffer_events_independent_of_dilution"] : []),
    ...((options.relativeUncertainty ?? 0) > 0 ? [] : ["counting_interval_only"]),
  ];
}

/** Limits of a rate in 1/mL through the share of multiples, which rises with it. */
function multipleInterval(rate: Limited, picolitres: number, level: number, method: string): Interval {
  const share = (x: number) => multipleShare(particlesInProbe(x, picolitres));
  return { kind: "confidence", level, lower: share(rate.lower), upper: share(rate.upper), method };
}

/**
 * Concentration in `{particles}/mL` of the events in a gate: C = N / V, or N / beads x bead concentration; less the
 * buffer's where there is one; times the dilution for the original sample. Limits: exact for the counts, MOVER for the
 * difference, the common relative uncertainty added on the logarithmic scale. Where the lower limit is not above 0 the
 * values are the upper limits with `bound: below`. Flags: `not_above_buffer`, `no_events_in_gate`, `several_in_beam`.
 * Issues: `cytometry-value-invalid`, `cytometry-no-counting-beads`, `cytometry-exposures-differ`.
 */
export function vesicleConcentration(
  sample: Counted,
  options: ConcentrationOptions,
): Result<CountedVesicles> {
  const { dilution, buffer, relativeUncertainty = 0, level = 0.95 } = options;
  for (const check of [checked(options), usable(sample), ...(buffer ? [usable(buffer)] : [])]) {
    if (isRefused(check)) return check;
  }
  if (buffer && buffer.exposure.kind !== sample.exposure.kind) {
    return refused(vesicleIssues.raise("cytometry-exposures-differ"));
  }
  const gross = eventsPerMillilitre(sample, level);
  const background = buffer ? eventsPerMillilitre(buffer, level) : null;
  const net = background ? difference(gross, background) : gross;
  // where the buffer exceeds the sample: no lower than the limit of a sample without events
  const nothing = eventsPerMillilitre({ ...sample, events: 0 }, level).upper;
  const found = scaled({ ...net, upper: Math.max(net.upper, nothing) }, relativeUncertainty, level);
  const below = !(found.lower > 0);
  const method = methodOf(sample, options);
  const one = (limits: Limited, factor: number): VesicleConcentration => {
    const interval = confidence(limits, level, method, factor);
    return { value: below ? interval.upper : limits.value * factor, interval };
  };
  const everything = eventsPerMillilitre({ ...sample, events: options.allEvents ?? sample.events }, level);
  const { probeVolume } = options;
  const crowd =
    probeVolume === undefined
      ? null
      : judgeCoincidence(everything.value, probeVolume, options.coincidenceLimit);
  if (crowd !== null && isRefused(crowd)) return crowd;
  return accepted({
    asMeasured: one(found, 1),
    original: one(found, dilution),
    bound: below ? "below" : null,
    gross: gross.value,
    buffer: background?.value ?? null,
    coincidence: crowd?.value ?? null,
    multipleShareInterval:
      probeVolume === undefined
        ? null
        : multipleInterval(everything, probeVolume, level, countingMethod(sample.exposure)),
    assumptions: assumptionsOf(sample, options),
    flags: [
      ...(sample.events === 0 ? ["no_events_in_gate"] : []),
      ...(below && background ? ["not_above_buffer"] : []),
      ...(crowd?.value.flags ?? []),
    ],
  });
}
