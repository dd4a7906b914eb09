import type { FcsDataSet } from "../measurement.ts";
import {
  type EventCompensation,
  type EventGate,
  type EventPlan,
  type EventTally,
  emptyPlan,
  exactQuantiles,
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
  const { compensation, gates, population, channels, pictured, time, kept } = question;
  const base: EventPlan = { ...emptyPlan, compensation, gates };
  const spectrumOf = (channel: number) => ({ gate: population, channel, compensated: true });
  const asked = [...channels, ...(pictured ?? []).filter((channel) => !channels.includes(channel))];
  const withTime = time >= 0 && !asked.includes(time) ? [...asked, time] : asked;
  const first = await runEvents(data, {
    ...base,
    spectra: withTime.map(spectrumOf),
    sample:
      kept > 0 ? { rows: kept, channels: channels.map((channel) => ({ channel, compensated: true })) } : null,
  });
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
                  channel: time,
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
