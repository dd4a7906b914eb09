import type { Issue, Step } from "../../../kernel/index.ts";
import { relativeAnalytes } from "./analytes.ts";
import type { ChannelCalibration } from "./calibrations.ts";
import type { DetectionLimits } from "./limits.ts";
import type { CytometryParameters } from "./parameters.ts";
import type { PlacedDataSet, SampleSets } from "./placed.ts";
import { positiveConcentrations } from "./positive-concentration.ts";
import { type MarkerAnswer, markerAnswer } from "./positives.ts";
import { sampleConcentration } from "./sample.ts";
import { type SampleChecks, sampleChecks } from "./sample-checks.ts";
import type { ScatterCalibration } from "./scatter-calibrations.ts";
import { sampleSizes } from "./sizes.ts";
import { holdsParticles } from "./threshold.ts";

/** Everything that the study analysis makes of one sample. */
export interface SampleAnswer {
  readonly sample: SampleSets;
  /** Concentration of the original sample, in {particles}/mL; null where it is not known. */
  readonly original: number | null;
  /** Only an upper limit of that concentration is known. */
  readonly limited: boolean;
  readonly markers: readonly MarkerAnswer[];
  readonly checks: SampleChecks;
  readonly steps: readonly Step[];
  readonly issues: readonly Issue[];
}

/** What of a study the answer of one sample rests on. */
export interface SampleContext {
  readonly all: readonly PlacedDataSet[];
  readonly fluorescence: readonly ChannelCalibration[];
  readonly scatter: readonly ScatterCalibration[];
  readonly limits: DetectionLimits;
  readonly parameters: CytometryParameters;
}

/** All numbers of one sample: of its particles, or of its bead array. */
export function sampleAnswer(sample: SampleSets, known: SampleContext): SampleAnswer {
  const isBeadArray = sample.sets.some(({ analytes }) => analytes.length > 0);
  return isBeadArray ? arrayAnswer(sample, known) : particleAnswer(sample, known);
}

/** Capture beads are no particles of the sample: neither counted nor sized. */
function arrayAnswer(sample: SampleSets, { all, parameters }: SampleContext): SampleAnswer {
  const checks: SampleChecks = { steps: [], checks: [], series: null, flags: [], issues: [] };
  const { steps, issues } = relativeAnalytes(sample, all, parameters);
  return { sample, original: null, limited: false, markers: [], checks, steps, issues };
}

function particleAnswer(sample: SampleSets, known: SampleContext): SampleAnswer {
  const { all, fluorescence, scatter, limits, parameters } = known;
  const detecting = detectionChannel(sample, parameters, scatter);
  const channels = markerChannels(sample.sets[0]!, all, parameters, fluorescence);
  const watched = [...new Set([...(detecting ? [detecting] : []), ...channels])];
  const checks = sampleChecks(sample, all, watched, parameters);
  const limit = limits.wordsFor(sample.sets[0]!, detecting ?? "");
  const detection = { channel: detecting ?? "", limit };
  const concentration = sampleConcentration(sample, all, detection, checks.flags, parameters);
  const flags = [...new Set([...checks.flags, ...concentration.crowding])];
  const context = { all, calibrations: fluorescence, parameters, flags };
  const markers = channels.map((channel) => markerAnswer(sample, channel, context));
  const found = markers.flatMap(({ value }) => value ?? []);
  const positives = positiveConcentrations(sample, found, concentration, parameters);
  const sizes = sampleSizes(sample, scatter, flags, parameters);
  return {
    sample,
    original: concentration.original,
    limited: concentration.limited,
    markers: found,
    checks,
    steps: [
      ...concentration.steps,
      ...found.map(({ step }) => step),
      ...positives,
      ...sizes.steps,
      ...checks.steps,
    ],
    issues: [
      ...markers.flatMap(({ issues }) => issues),
      ...concentration.issues,
      ...checks.issues,
      ...sizes.issues,
    ],
  };
}

/** The channel whose limit decides which particles are counted: the trigger's, else the scatter channel. */
function detectionChannel(
  { sets, instrument }: SampleSets,
  { scatter }: CytometryParameters,
  calibrations: readonly ScatterCalibration[],
): string | null {
  const first = sets[0]!;
  const sized = calibrations.find(({ summary }) => summary.instrument === instrument)?.summary.channel;
  const names = first.channels.map(({ name }) => name);
  const triggered = names.find((name) => first.trigger.split(",")[0]?.trim() === name);
  const named = scatter ?? sized;
  if (triggered !== undefined) return triggered;
  if (named !== undefined && names.includes(named)) return named;
  return first.channels.find(({ role }) => role === "scatter")?.name ?? null;
}

/** Channels whose positives are counted: those that study.yaml names, else fluorescence with a calibration or a control. */
function markerChannels(
  dataSet: PlacedDataSet,
  all: readonly PlacedDataSet[],
  { markers, thresholds }: CytometryParameters,
  calibrations: readonly { readonly summary: { readonly channel: string } }[],
): readonly string[] {
  const names = dataSet.channels.map(({ name }) => name);
  if (markers) return markers.filter((channel) => names.includes(channel));
  const calibrated = new Set(calibrations.map(({ summary }) => summary.channel));
  const controlled = all.some(({ row }) => holdsParticles(row.control));
  return dataSet.channels.flatMap(({ name, role, pulse }) => {
    if (role !== "fluorescence" || pulse === "width") return [];
    if (calibrated.has(name) || Object.hasOwn(thresholds, name)) return [name];
    const twin = pulse === "height" && names.includes(`${name.slice(0, -1)}A`);
    return controlled && !twin ? [name] : [];
  });
}
