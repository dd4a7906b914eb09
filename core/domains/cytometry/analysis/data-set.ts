import {
  draft,
  type EstimateDraft,
  type Issue,
  isRefused,
  type Json,
  type SheetRow,
  type Step,
  type Subject,
} from "../../../kernel/index.ts";
import type { FcsDataSet } from "../measurement.ts";
import { gateCounts, gateEstimates } from "../operations/gates/counts.ts";
import type { Gate } from "../operations/gates/gate.ts";
import { gridQuantileInterval } from "../operations/gates/grid.ts";
import { judgeSlices } from "../operations/gates/stability.ts";
import { calibrantPeaks } from "./bead-files.ts";
import { channelNames, channelSettings, unknownChannel } from "./channels.ts";
import type { AppliedCompensation } from "./compensation.ts";
import { channelLimits } from "./detection-limits.ts";
import { askEvents, type EventAnswer } from "./event-pass.ts";
import { analysisIssues } from "./issues.ts";
import { multiplexAnalytes } from "./multiplex.ts";
import type { CytometryParameters } from "./parameters.ts";
import { questionOf } from "./question.ts";
import { cytometryRow } from "./sheet.ts";
import { asHistogram } from "./spectra.ts";
import type { DataSetSummary } from "./summary.ts";
import { volumeOf } from "./volume.ts";

export interface DataSetContext {
  readonly row: SheetRow | null;
  readonly subject: Subject;
  /** In front of the keys of its steps. */
  readonly key: string;
  readonly parameters: CytometryParameters;
  readonly instrument: string;
}

export interface AnalysedDataSet {
  readonly steps: readonly Step[];
  readonly issues: readonly Issue[];
  readonly summary: DataSetSummary;
}

/** Robust deviations of the event rate of a fiftieth of the acquisition that are let pass. */
const steadyWithin = 6;

/** Counts, medians, peaks and limits of one data set. */
export async function analyseDataSet(dataSet: FcsDataSet, context: DataSetContext): Promise<AnalysedDataSet> {
  const { parameters, key } = context;
  const own = context.row ? cytometryRow(context.row) : null;
  const row = own?.value ?? null;
  const issues: Issue[] = [...(own?.issues ?? [])];
  const unknown =
    row?.role === "calibrant" || row?.role === "ignore" ? null : unknownChannel(dataSet, parameters);
  if (unknown) {
    const channels = channelNames(dataSet.channels);
    issues.push(analysisIssues.raise("cytometry-channel-unknown", { ...unknown, channels }));
  }
  const { asked, compensation, gates, wanted, uncounted, ...question } = questionOf(dataSet, row, parameters);
  const counted = asked.population;
  issues.push(...question.issues);
  const found = await askEvents(
    dataSet,
    uncounted ? { ...asked, channels: [], pictured: null, time: -1, kept: 0 } : asked,
  );
  const answer = uncounted ? uncountedAnswer(found, asked.channels) : found;
  const nothing = { estimates: [], summaries: [], issues: [] };
  const beads = uncounted ? nothing : calibrantPeaks(dataSet, answer, row, context);
  const limits = channelLimits(dataSet, answer, row, context);
  const multiplex = uncounted ? nothing : multiplexAnalytes(dataSet, answer, context);
  const volume = volumeOf(dataSet, row, parameters);
  issues.push(...beads.issues, ...limits.issues, ...multiplex.issues, ...volume.issues);
  const decided = {
    compensation: compensation.words,
    gates: parameters.gates,
    population: wanted,
  };
  const counting: Step = {
    key: `${key}events`,
    operation: { id: "cytometry.eventCounts", version: "1" },
    parameters: decided as unknown as Json,
    inputs: ["read"],
    estimates: countEstimates(answer, gates.gates, dataSet, context, {
      population: uncounted ? null : counted,
      compensation,
    }),
  };
  const step = (name: string, operation: string, estimates: readonly EstimateDraft[]): Step => ({
    key: `${key}${name}`,
    operation: { id: `cytometry.${operation}`, version: "1" },
    parameters: { level: parameters.level },
    inputs: [counting.key],
    estimates,
  });
  const steps = [
    step("beads", "beadPeaks", beads.estimates),
    step("limits", "detectionLimit", limits.estimates),
    step("multiplex", "multiplexBeads", multiplex.estimates),
  ].filter(({ estimates }) => estimates.length > 0);
  const trigger = [...dataSet.keywords].find(([keyword]) => /^(\$TR|TRIGGER|THRESHOLD)$/.test(keyword));
  return {
    steps: [counting, ...steps],
    issues,
    summary: {
      name: dataSet.name,
      row,
      instrument: context.instrument,
      events: answer.events,
      seconds: dataSet.seconds,
      volume: volume.value,
      population: counted < 0 ? null : gates.gates[counted]!.id,
      counted: uncounted ? null : answer.counted,
      gates: gates.gates.map(({ id, parent }, i) => ({ id, parent, count: answer.gates[i]! })),
      trigger: trigger ? trigger[1] : "",
      channels: answer.channels.map(({ channel, spectrum, median }) => {
        const { name, label, role, pulse, excitation, filter, detector } = dataSet.channels[channel]!;
        const settings = channelSettings(dataSet.channels[channel]!);
        const limit = limits.byChannel.get(channel) ?? null;
        return { name, label, role, pulse, settings, excitation, filter, detector, median, limit, spectrum };
      }),
      beads: beads.summaries,
      densities: answer.density ? [answer.density] : [],
      analytes: multiplex.summaries,
    },
  };
}

/** The channels of a data set without their events: what is known where the population to be counted is not there. */
function uncountedAnswer(answer: EventAnswer, channels: readonly number[]): EventAnswer {
  const spectrum = { indices: [], counts: [] };
  return { ...answer, channels: channels.map((channel) => ({ channel, spectrum, median: null })) };
}

function countEstimates(
  answer: EventAnswer,
  gates: readonly Gate[],
  dataSet: FcsDataSet,
  { subject, parameters }: DataSetContext,
  { population, compensation }: { population: number | null; compensation: AppliedCompensation },
): EstimateDraft[] {
  const n = { technical: 1, biological: null };
  const estimates = [draft("cytometry.events", subject, answer.events, "{events}", { n })];
  const lost = answer.events - answer.usable;
  if (lost > 0) estimates.push(draft("cytometry.eventsNotUsable", subject, lost, "{events}", { n }));
  const counts = new Map(gates.map(({ id }, i) => [id, answer.gates[i]!]));
  const counted = gateCounts(gates, counts, answer.usable, parameters.level);
  if (!isRefused(counted)) estimates.push(...gateEstimates(counted.value, subject));
  if (population === null) return estimates;
  const { seconds } = dataSet;
  const gate: Record<string, string> = population < 0 ? {} : { gate: gates[population]!.id };
  if (seconds !== null && seconds > 0)
    estimates.push(
      draft("cytometry.eventRate", subject, answer.counted / seconds, "{events}/s", { n, qualifiers: gate }),
    );
  for (const { channel, median, spectrum } of answer.channels) {
    if (median === null) continue;
    const { name, role } = dataSet.channels[channel]!;
    const qualifiers = { ...gate, channel: name };
    const assumed = compensation.channels.includes(channel) ? compensation.assumption : "not_compensated";
    estimates.push(
      draft("cytometry.median", subject, median, "{arbitrary_units}", {
        n,
        interval: gridQuantileInterval(asHistogram(spectrum), 0.5, parameters.level),
        assumptions: role === "fluorescence" ? [assumed] : [],
        flags: ["arbitrary_units"],
        qualifiers,
      }),
    );
  }
  const unsteady = unsteadyShare(answer);
  if (unsteady !== null)
    estimates.push(
      draft("cytometry.unsteadyShare", subject, unsteady, "1", {
        n,
        assumptions: ["stable_flow"],
        flags: unsteady > 0 ? ["flow_unsteady"] : [],
      }),
    );
  return estimates;
}

/** Share of events in stretches of the acquisition whose rate departs from the rest; null where it cannot be told. */
function unsteadyShare({ slices, counted }: EventAnswer): number | null {
  if (!slices) return null;
  const width = (slices.to - slices.from) / slices.counts.length;
  const judged = judgeSlices(
    slices.counts.map((events, i) => ({
      from: slices.from + i * width,
      to: slices.from + (i + 1) * width,
      events,
      median: null,
    })),
    steadyWithin,
  );
  return isRefused(judged) || counted === 0 ? null : judged.value.droppedEvents / counted;
}
