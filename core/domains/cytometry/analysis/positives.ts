import {
  draft,
  type EstimateDraft,
  finiteInterval,
  type Issue,
  isAccepted,
  type Step,
} from "../../../kernel/index.ts";
import { type ControlThreshold, controlThreshold } from "../operations/gates/control-threshold.ts";
import { gridIndex, gridLower } from "../operations/gates/grid.ts";
import { type CountedShare, countedFraction, netFraction } from "../operations/vesicles/positive-fraction.ts";
import { brightnessEstimates } from "./brightness.ts";
import type { ChannelCalibration } from "./calibrations.ts";
import { controlsFor, controlsOfKind, recordedAs, withoutOtherFmo } from "./controls.ts";
import { analysisIssues } from "./issues.ts";
import type { CytometryParameters } from "./parameters.ts";
import { type PlacedDataSet, type SampleSets, settingsOf, stepsBehind } from "./placed.ts";
import { asHistogram, eventsAbove, eventsOf, pooledSpectrum, upperMagnitudeOfNegatives } from "./spectra.ts";
import type { MarkerSummary } from "./study-summary.ts";
import type { Spectrum } from "./summary.ts";

export interface MarkerAnswer {
  readonly step: Step;
  readonly summary: MarkerSummary;
  readonly channel: string;
  /** Positives of the sample and of its control. */
  readonly share: CountedShare;
  readonly control: CountedShare | null;
  readonly issues: readonly Issue[];
}

/** Controls that decide what is positive, the best first; of `fmo` and `isotype`, where both are, the higher threshold. */
const deciding = ["fmo", "isotype", "unstained", "reagent", "buffer"] as const;
const ranks: readonly (readonly (typeof deciding)[number][])[] = [
  ["fmo", "isotype"],
  ["unstained"],
  ["reagent"],
  ["buffer"],
];
const shownControls = ["fmo", "isotype", "unstained", "reagent", "buffer", "detergent"] as const;

interface Decision {
  readonly threshold: number;
  readonly from: string;
  /** Kind of the controls; null without. */
  readonly kind: (typeof deciding)[number] | null;
  readonly controls: readonly PlacedDataSet[];
  /** Whether the controls hold the sample's particles, so that their positive share is what the sample's would be by chance. */
  readonly likeSample: boolean;
  /** The controls are of other samples. */
  readonly borrowed: boolean;
  /** How the threshold came from the control; null where study.yaml gives it. */
  readonly found: ControlThreshold | null;
}

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
  const { threshold, from, controls, likeSample } = decided.value;
  const spectrum = pooledSpectrum(sets.map((one) => spectrumOf(one, channel)!));
  const share = shareAbove(spectrum, threshold);
  if (share.total === 0) return { value: null, issues: decided.issues };
  const control =
    controls.length > 0 && likeSample ? shareAbove(pooledOf(controls, channel), threshold) : null;
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

/** Of the control that would decide but for its settings. Issue: `cytometry-control-settings`. */
function unlikeControls(
  of: PlacedDataSet,
  channel: string,
  all: readonly PlacedDataSet[],
  decided: Decision | null,
): readonly Issue[] {
  const better =
    decided === null ? deciding : deciding.slice(0, Math.max(0, deciding.indexOf(decided.kind!)));
  const settings = settingsOf(of, channel);
  const lost = better.flatMap((kind) =>
    controlsOfKind(of, kind, all)
      .controls.filter((one) => spectrumOf(one, channel) !== null && settingsOf(one, channel) !== settings)
      .map((one) => ({ kind, one })),
  )[0];
  if (!lost) return [];
  const { kind, one } = lost;
  const told = {
    channel,
    kind,
    file: one.file,
    own: settingsOf(one, channel) || "–",
    other: settings || "–",
  };
  return [analysisIssues.raise("cytometry-control-settings", told, { file: of.file })];
}

/** A sample's part of step keys; with its instrument where several measured it. */
export function sampleKey({ name, instrument, several }: SampleSets): string {
  return several ? `${name}@${instrument}` : name;
}

/** A sample's name in figures; with its instrument where several measured it. */
export function sampleLabel({ name, instrument, several }: SampleSets): string {
  return several ? `${name} (${instrument})` : name;
}

/** Qualifiers that tell the numbers of a sample on several instruments apart. */
export function sampleQualifiers({ instrument, several }: SampleSets): Readonly<Record<string, string>> {
  return several ? { instrument } : {};
}

function spectrumOf({ channels }: PlacedDataSet, channel: string): Spectrum | null {
  return channels.find(({ name }) => name === channel)?.spectrum ?? null;
}

function pooledOf(dataSets: readonly PlacedDataSet[], channel: string): Spectrum {
  return pooledSpectrum(dataSets.flatMap((one) => spectrumOf(one, channel) ?? []));
}

function shareAbove(spectrum: Spectrum, threshold: number): CountedShare {
  return { positive: eventsAbove(spectrum, threshold), total: eventsOf(spectrum) };
}

/** The study's own threshold, moved up to the next line of the grid, else that of the best control. */
function decisionOf(
  of: PlacedDataSet,
  channel: string,
  all: readonly PlacedDataSet[],
  { thresholds, positiveShare, level }: CytometryParameters,
): { readonly value: Decision | null; readonly issues: readonly Issue[] } {
  const given = Object.hasOwn(thresholds, channel) ? thresholds[channel]! : null;
  const candidates =
    ranks
      .map((rank) =>
        rank
          .map((kind) => ({ kind, ...controlsOfKind(of, kind, all) }))
          .filter(({ controls }) => eventsOf(pooledOf(controls, channel)) > 0),
      )
      .find((rank) => rank.length > 0) ?? [];
  const likeSample = (kind: (typeof deciding)[number] | undefined) =>
    kind === "fmo" || kind === "isotype" || kind === "unstained";
  const [best] = candidates;
  if (given !== null) {
    const line = gridLower(gridIndex(given));
    const threshold = line < Math.fround(given) ? gridLower(gridIndex(given) + 1) : line;
    if (!Number.isFinite(threshold)) {
      const told = { channel, threshold: String(given) };
      return { value: null, issues: [analysisIssues.raise("cytometry-threshold-off-scale", told)] };
    }
    return {
      value: {
        threshold,
        from: "study.yaml",
        kind: best?.kind ?? null,
        likeSample: likeSample(best?.kind),
        controls: best?.controls ?? [],
        borrowed: best?.borrowed ?? false,
        found: null,
      },
      issues: [],
    };
  }
  if (!best) return { value: null, issues: [analysisIssues.raise("cytometry-control-missing", { channel })] };
  const tried = candidates.map((candidate) => ({
    candidate,
    found: controlThreshold(asHistogram(pooledOf(candidate.controls, channel)), positiveShare, level),
  }));
  const decisions = tried.flatMap(({ candidate, found }) =>
    isAccepted(found)
      ? [
          {
            threshold: found.value.threshold,
            from: candidate.kind,
            ...candidate,
            likeSample: likeSample(candidate.kind),
            found: found.value,
          },
        ]
      : [],
  );
  return {
    value: decisions.sort((a, b) => b.threshold - a.threshold)[0] ?? null,
    issues: tried.flatMap(({ found }) => (isAccepted(found) ? found.warnings : found.issues)),
  };
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
