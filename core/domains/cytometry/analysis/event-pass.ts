import type { FcsDataSet } from "../measurement.ts";
import {
  type EventCompensation,
  type EventGate,
  type EventPlan,
  type EventTally,
  emptyPlan,
  exactQuantiles,
  type RunOptions,
  runEvents,
} from "./events/index.ts";
import { densityOf, pictureOf } from "./picture.ts";
import { onGrid } from "./spectra.ts";
import type { DensitySummary, Spectrum } from "./summary.ts";

/** What is asked of the events of one data set. */
export interface EventQuestion {
  readonly compensation: EventCompensation | null;
  readonly gates: readonly EventGate[];
  /** Index of the gate whose events are counted; -1: all. */
  readonly population: number;
  /** Channel indices. */
  readonly channels: readonly number[];
  /** Scatter and fluorescence channel of the picture. */
  readonly pictured: readonly [number, number] | null;
  /** Channel index of the time; -1: none. */
  readonly time: number;
  /** Events of the population to be kept, evenly strided; 0: none. */
  readonly kept: number;
}

export interface ChannelAnswer {
  readonly channel: number;
  readonly spectrum: Spectrum;
  /** Median and its limits by order statistics; null where nothing is counted, limits null where too few are. */
  readonly median: number | null;
}

export interface EventAnswer {
  readonly events: number;
  readonly usable: number;
  readonly counted: number;
  readonly gates: readonly number[];
  readonly channels: readonly ChannelAnswer[];
  readonly density: DensitySummary | null;
  readonly slices: { readonly counts: readonly number[]; readonly from: number; readonly to: number } | null;
  /** Linear values of the population's kept events, by channel index. */
  readonly kept: ReadonlyMap<number, Float32Array>;
}

const slices = 50;

/** Counts, medians, brightness spectra, picture and time course of one data set, in passes over its events whose memory does not grow. */
export async function askEvents(dataSet: FcsDataSet, question: EventQuestion): Promise<EventAnswer> {
  const { data } = dataSet;
  const { compensation, gates, population, channels, pictured, time } = question;
  const base: EventPlan = { ...emptyPlan, compensation, gates };
  const withTime = studiedChannels(question);
  const first = await firstPass(dataSet, question);
  const counted = population < 0 ? first.usable : first.gates[population]!;
  const tallied = new Map(withTime.map((channel, i) => [channel, first.spectra[i]!]));
  const medians = counted > 0 ? await mediansOf(dataSet, question) : [];
  const picture = counted > 0 && pictured ? pictureOf(dataSet.channels, pictured, tallied) : null;
  const span = time < 0 ? null : tallied.get(time)!;
  const timed = span !== null && counted > 0 && span.greatest > span.least ? span : null;
  const second =
    picture || timed
      ? await runEvents(data, {
          ...base,
          histograms2d: picture ? [{ gate: population, ...picture.request }] : [],
          profiles: timed
            ? [
                {
                  gate: population,
                  axis: { channel: time, compensated: false, scale: null },
                  slices,
                  from: timed.least,
                  to: timed.greatest + 2e-7 * Math.abs(timed.greatest),
                },
              ]
            : [],
        })
      : null;
  return {
    events: first.events,
    usable: first.usable,
    counted,
    gates: first.gates,
    channels: channels.map((channel, i) => ({
      channel,
      spectrum: onGrid(tallied.get(channel)!),
      median: medians[i] ?? null,
    })),
    density: picture && second ? densityOf(dataSet.channels, picture, second.histograms2d[0]!.counts) : null,
    slices:
      timed && second
        ? { counts: [...second.profiles[0]!.counts], from: timed.least, to: timed.greatest }
        : null,
    kept: keptOf(first, population, channels),
  };
}

/** Channels whose every value has to be finite in an event that the study counts. */
export function studiedChannels({ channels, pictured, time }: EventQuestion): readonly number[] {
  return [...new Set([...channels, ...(pictured ?? []), ...(time >= 0 ? [time] : [])])];
}

function firstPass({ data }: FcsDataSet, question: EventQuestion, options?: RunOptions): Promise<EventTally> {
  const { compensation, gates, population, channels, kept } = question;
  const plan: EventPlan = {
    ...emptyPlan,
    compensation,
    gates,
    spectra: studiedChannels(question).map((channel) => ({ gate: population, channel, compensated: true })),
    sample:
      kept > 0 ? { rows: kept, channels: channels.map((channel) => ({ channel, compensated: true })) } : null,
  };
  return runEvents(data, plan, options);
}

/** The population's kept events alone: linear values by channel index. */
export async function keptEvents(
  dataSet: FcsDataSet,
  question: EventQuestion,
  options: RunOptions = {},
): Promise<EventAnswer["kept"]> {
  return keptOf(await firstPass(dataSet, question, options), question.population, question.channels);
}

async function mediansOf(dataSet: FcsDataSet, question: EventQuestion): Promise<number[]> {
  const { compensation, gates, population, channels } = question;
  const requests = channels.map((channel) => ({
    gate: population,
    channel,
    compensated: true,
    probabilities: [0.5],
  }));
  const found = await exactQuantiles(dataSet.data, { compensation, gates }, requests);
  return found.map(([median]) => median!);
}

function keptOf(
  { sample }: EventTally,
  population: number,
  channels: readonly number[],
): ReadonlyMap<number, Float32Array> {
  if (!sample) return new Map();
  const inside = population < 0 ? null : sample.gates[population]!;
  return new Map(
    channels.map((channel, i) => [
      channel,
      inside === null ? sample.values[i]! : sample.values[i]!.filter((_, row) => inside[row] === 1),
    ]),
  );
}
