import {
  draft,
  type EstimateDraft,
  finiteInterval,
  type Issue,
  isAccepted,
  type Step,
} from "../../../kernel/index.ts";
import { type CountedShare, countedFraction, netFraction } from "../operations/vesicles/positive-fraction.ts";
import { brightnessEstimates } from "./brightness.ts";
import type { ChannelCalibration } from "./calibrations.ts";
import { controlsFor, controlsOfKind, recordedAs, withoutOtherFmo } from "./controls.ts";
import { analysisIssues } from "./issues.ts";
import type { CytometryParameters } from "./parameters.ts";
import {
  type PlacedDataSet,
  type SampleSets,
  sampleKey,
  sampleLabel,
  sampleQualifiers,
  settingsOf,
  stepsBehind,
} from "./placed.ts";
import { eventsAbove, eventsOf, pooledSpectrum, upperMagnitudeOfNegatives } from "./spectra.ts";
import type { MarkerSummary } from "./study-summary.ts";
import type { Spectrum } from "./summary.ts";
import {
  type Decision,
  decisionOf,
  holdsParticles,
  pooledOf,
  spectrumOf,
  unlikeControls,
} from "./threshold.ts";

export interface MarkerAnswer {
  readonly step: Step;
  readonly summary: MarkerSummary;
  readonly channel: string;
  /** Positives of the sample and of its control. */
  readonly share: CountedShare;
  readonly control: CountedShare | null;
  readonly issues: readonly Issue[];
}

const shownControls = ["fmo", "isotype", "unstained", "reagent", "buffer", "detergent"] as const;

export interface MarkerContext {
  readonly all: readonly PlacedDataSet[];
  readonly calibrations: readonly ChannelCalibration[];
  readonly parameters: CytometryParameters;
  /** Doubts about the sample as a whole, such as swarm, that its fraction and brightness carry. */
  readonly flags: readonly string[];
}

/** Fraction, concentration-ready counts and brightness of the positives of one sample in one channel; null with the reason where nothing decides them. */
export function markerAnswer(
  sample: SampleSets,
  channel: string,
  context: MarkerContext,
): { readonly value: MarkerAnswer | null; readonly issues: readonly Issue[] } {
  const { parameters } = context;
  const { sets, issues: differing } = comparableSets(sample, channel);
  if (sets.length === 0) return { value: null, issues: [] };
  const known = withoutOtherFmo(channel, context.all);
  const all = recordedAs(sets[0]!, channel, known);
  const told = decisionOf(sets[0]!, channel, all, parameters);
  const decided = {
    ...told,
    issues: [...differing, ...unlikeControls(sets[0]!, channel, known, told.value), ...told.issues],
  };
  if (decided.value === null) return { value: null, issues: decided.issues };
  const { threshold, from, kind, controls } = decided.value;
  const spectrum = pooledSpectrum(sets.map((one) => spectrumOf(one, channel)!));
  const share = shareAbove(spectrum, threshold);
  if (share.total === 0) return { value: null, issues: decided.issues };
  const control =
    controls.length > 0 && holdsParticles(kind) ? shareAbove(pooledOf(controls, channel), threshold) : null;
  const fraction = fractionEstimate(sample, channel, share, control, decided.value, context);
  const brightness = brightnessEstimates(sample, channel, { spectrum, threshold, sets }, context);
  const key = `positives:${sampleKey(sample)}:${channel}`;
  const step: Step = {
    key,
    operation: { id: "cytometry.positiveFraction", version: "1" },
    parameters: { channel, threshold, from, level: parameters.level },
    inputs: [...stepsBehind([...sets, ...controls]), ...brightness.inputs],
    estimates: [
      ...fraction.estimates,
      ...brightness.estimates,
      ...thresholdEstimate(sample, channel, decided.value),
    ],
  };
  const summary: MarkerSummary = {
    sample: sampleLabel(sample),
    channel,
    label: sets[0]!.channels.find(({ name }) => name === channel)?.label ?? "",
    threshold,
    from,
    unit: brightness.unit,
    noise: upperMagnitudeOfNegatives(spectrum),
    curves: [
      { of: "sample", events: share.total, spectrum },
      ...shownControls.flatMap((of) => {
        const own =
          of === "detergent" ? controlsFor(sets[0]!, of, all) : controlsOfKind(sets[0]!, of, all).controls;
        const pooled = pooledOf(own, channel);
        const events = eventsOf(pooled);
        return events > 0 ? [{ of, events, spectrum: pooled }] : [];
      }),
    ],
  };
  const issues = [...decided.issues, ...fraction.issues, ...brightness.issues];
  return { value: { step, summary, channel, share, control, issues }, issues };
}

/** The data sets of a sample that have the channel, recorded as the first of them. Issue: `cytometry-sample-settings`. */
export function comparableSets(
  sample: SampleSets,
  channel: string,
): { readonly sets: readonly PlacedDataSet[]; readonly issues: readonly Issue[] } {
  const having = sample.sets.filter((one) => spectrumOf(one, channel) !== null);
  const [first] = having;
  if (!first) return { sets: [], issues: [] };
  const sets = recordedAs(first, channel, having);
  const settings = settingsOf(first, channel) || "–";
  const told = { sample: sample.name, channel, file: first.file, settings };
  const issues = sets.length < having.length ? [analysisIssues.raise("cytometry-sample-settings", told)] : [];
  return { sets, issues };
}

function shareAbove(spectrum: Spectrum, threshold: number): CountedShare {
  return { positive: eventsAbove(spectrum, threshold), total: eventsOf(spectrum) };
}

function thresholdEstimate(
  sample: SampleSets,
  channel: string,
  { found, from, borrowed, controls }: Decision,
): readonly EstimateDraft[] {
  if (found === null) return [];
  const subject = { level: "sample", sample: sample.name } as const;
  const { threshold, interval, assumptions, flags } = found;
  return [
    draft("cytometry.controlThreshold", subject, threshold, "{arbitrary_units}", {
      interval: finiteInterval(interval),
      n: { technical: controls.length, biological: null },
      assumptions,
      flags: [...flags, ...(borrowed ? ["control_of_other_sample"] : []), "arbitrary_units"],
      qualifiers: { channel, thresholdFrom: from, ...sampleQualifiers(sample) },
    }),
  ];
}

function fractionEstimate(
  sample: SampleSets,
  channel: string,
  share: CountedShare,
  control: CountedShare | null,
  { from, borrowed }: Decision,
  { flags, parameters: { level } }: MarkerContext,
): { readonly estimates: readonly EstimateDraft[]; readonly issues: readonly Issue[] } {
  const found =
    control && control.total > 0 ? netFraction(share, control, level) : countedFraction(share, level);
  if (!isAccepted(found)) return { estimates: [], issues: found.issues };
  const { value, interval, bound } = found.value;
  const estimate = draft("cytometry.positiveFraction", { level: "sample", sample: sample.name }, value, "1", {
    interval: finiteInterval(interval),
    n: { technical: sample.sets.length, biological: null },
    assumptions: [
      "counting_only",
      "buffer_events_in_denominator",
      ...(control ? ["control_like_sample"] : []),
    ],
    flags: [
      ...(control ? [] : ["no_control_subtracted"]),
      ...(control && bound === "below" ? ["not_above_control"] : []),
      ...(from === "buffer" || from === "reagent" ? ["threshold_from_buffer"] : []),
      ...(borrowed ? ["control_of_other_sample"] : []),
      ...flags,
    ],
    qualifiers: { channel, thresholdFrom: from, ...sampleQualifiers(sample) },
    ...(bound === null ? {} : { bound }),
  });
  return { estimates: [estimate], issues: found.warnings };
}
