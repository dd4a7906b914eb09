import {
  draft,
  type EstimateDraft,
  finiteInterval,
  type Issue,
  isAccepted,
  isRefused,
} from "../../../kernel/index.ts";
import type { FcsDataSet } from "../measurement.ts";
import { type BeadPeaks, findBeadPeaks, type PeakOptions } from "../operations/beads/bead-peaks.ts";
import { isUsable } from "../operations/beads/peak-flags.ts";
import { densityGate } from "../operations/gates/density.ts";
import { singletGate } from "../operations/gates/singlets.ts";
import { channelNames } from "./channels.ts";
import type { DataSetContext } from "./data-set.ts";
import type { EventAnswer } from "./event-pass.ts";
import { analysisIssues } from "./issues.ts";
import type { BeadSet } from "./parameters.ts";
import type { CytometryRow } from "./sheet.ts";
import type { BeadSummary } from "./summary.ts";

interface FoundPeaks {
  readonly estimates: readonly EstimateDraft[];
  readonly summaries: readonly BeadSummary[];
  readonly issues: readonly Issue[];
}

const singletWidth = 5;

/** The bead populations of a calibrant's file in every channel that its bead set is described for. Issues: `cytometry-calibrant-unknown` and those of `findBeadPeaks`. */
export function calibrantPeaks(
  dataSet: FcsDataSet,
  answer: EventAnswer,
  row: CytometryRow | null,
  { parameters, subject }: DataSetContext,
): FoundPeaks {
  const name = row?.calibrant ?? null;
  const named = name !== null && Object.hasOwn(parameters.beads, name) ? parameters.beads[name]! : null;
  if (row?.role !== "calibrant" && name === null) return { estimates: [], summaries: [], issues: [] };
  if (name === null || named === null) {
    const issue = analysisIssues.raise("cytometry-calibrant-unknown", { name: name ?? "(calibrant)" });
    return { estimates: [], summaries: [], issues: [issue] };
  }
  const rows = beadRows(dataSet, answer, named);
  const found = searches(named).map((search) => {
    const columns = [...search.channels, ...search.alongside].map((channel) => {
      const index = dataSet.channels.findIndex((one) => one.name === channel);
      const values = index < 0 ? null : (answer.kept.get(index) ?? new Float32Array());
      return { channel, maximum: greatestValue(dataSet, index), values };
    });
    const missing = columns.find(({ values }) => !values);
    if (missing) {
      const channels = channelNames(dataSet.channels);
      const told = { channel: missing.channel, for: `beads: ${name}`, channels };
      return {
        summaries: [],
        estimates: [],
        issues: [analysisIssues.raise("cytometry-channel-unknown", told)],
      };
    }
    const options: PeakOptions = {
      expected: search.expected,
      maxima: columns.map(({ maximum }) => maximum),
      level: parameters.level,
      ...(search.windows.length > 0 ? { windows: search.windows } : {}),
    };
    const peaks = findBeadPeaks(
      columns.map(({ values }) => (rows ? values!.filter((_, i) => rows.mask[i] === 1) : values!)),
      options,
    );
    const assumptions = rows?.assumptions ?? [];
    return {
      issues: isAccepted(peaks) ? peaks.warnings : peaks.issues,
      summaries: isAccepted(peaks)
        ? search.channels.map((channel, c) => ({ set: name, channel, peaks: peaksOf(peaks.value, c) }))
        : [],
      estimates: isAccepted(peaks)
        ? search.channels.flatMap((channel, c) =>
            peakEstimates(peaks.value, c, { set: name, channel, subject, assumptions }),
          )
        : [],
    };
  });
  return {
    estimates: found.flatMap(({ estimates }) => estimates),
    summaries: found.flatMap(({ summaries }) => summaries),
    issues: found.flatMap(({ issues }) => issues),
  };
}

/** The greatest value that the detector can write, on the linear scale; null where the file does not say. */
function greatestValue({ channels, data }: FcsDataSet, index: number): number | null {
  const range = channels[index]?.range ?? 0;
  const field = data.fields[index];
  if (!field || !(range > 0)) return null;
  const { logarithmic, factor, kind } = field;
  if (logarithmic) return logarithmic.first * 10 ** ((logarithmic.decades * (range - 1)) / logarithmic.range);
  return (kind === "uint" ? range - 1 : range) * factor;
}

interface Search {
  /** Channels whose peaks are wanted, told apart together. */
  readonly channels: readonly string[];
  /** Further channels that help to tell them apart. */
  readonly alongside: readonly string[];
  readonly expected: number;
  readonly windows: readonly (readonly [number, number])[];
}

/** What to look for: channels with windows set by hand alone, the others together. */
function searches(set: BeadSet): readonly Search[] {
  if (set.kind === "scatter")
    return [{ channels: [set.channel], alongside: [], expected: set.diameters.length, windows: set.peaks }];
  if (set.kind !== "fluorescence") return [];
  const all = Object.keys(set.channels);
  const byHand = all.filter((channel) => (set.peaks[channel] ?? []).length > 0);
  const together = all.filter((channel) => !byHand.includes(channel));
  const expected = (channel: string) => set.channels[channel]!.length;
  const counts = [...new Set(together.map(expected))];
  return [
    ...byHand.map((channel) => ({
      channels: [channel],
      alongside: [],
      expected: expected(channel),
      windows: set.peaks[channel]!,
    })),
    ...counts.map((count) => ({
      channels: together.filter((channel) => expected(channel) === count),
      alongside: set.alongside,
      expected: count,
      windows: [],
    })),
  ];
}

/** 1 for the events taken for single beads: by area and height, and for fluorescence beads the densest part of the scatter plot; null where neither can be told. */
function beadRows(
  dataSet: FcsDataSet,
  answer: EventAnswer,
  set: BeadSet,
): { readonly mask: Uint8Array; readonly assumptions: readonly string[] } | null {
  const singlets = singletRows(dataSet, answer);
  const dense = set.kind === "fluorescence" ? denseRows(dataSet, answer, set.scatterFraction) : null;
  if (!singlets && !dense) return null;
  const mask = Uint8Array.from((singlets ?? dense)!, (one, i) => one & (dense?.[i] ?? 1));
  return {
    mask,
    assumptions: [...(singlets ? ["singlet_gate"] : []), ...(dense ? ["density_gate"] : [])],
  };
}

/** The densest part of the plot of the first two scatter channels, of area where the file has both. */
function denseRows({ channels }: FcsDataSet, { kept }: EventAnswer, fraction: number): Uint8Array | null {
  if (fraction >= 1) return null;
  const scatter = [...kept].filter(([index]) => channels[index]!.role === "scatter");
  const areas = scatter.filter(([index]) => channels[index]!.pulse === "area");
  const [x, y] = areas.length >= 2 ? areas : scatter;
  if (!x || !y) return null;
  const axis = ([, values]: readonly [number, Float32Array]) => {
    const sorted = Float32Array.from(values).sort();
    const at = (p: number) => sorted[Math.floor(p * (sorted.length - 1))]!;
    return { values, from: at(0.001), to: at(0.995) };
  };
  const found = densityGate(axis(x), axis(y), { fraction, bins: 128, smoothing: 2 });
  return isRefused(found) ? null : found.value.mask;
}

/** 1 for single beads by the area and height of a scatter channel; null where the file has not both. */
function singletRows({ channels }: FcsDataSet, { kept }: EventAnswer): Uint8Array | null {
  for (const [index, values] of kept) {
    const area = channels[index]!;
    if (area.role !== "scatter" || area.pulse !== "area") continue;
    const stem = area.name.slice(0, -1);
    const height = channels.findIndex((one) => one.pulse === "height" && one.name.slice(0, -1) === stem);
    const heights = kept.get(height);
    if (!heights) continue;
    const found = singletGate({
      id: "singlets",
      parent: null,
      area: { channel: area.name, values },
      height: { channel: channels[height]!.name, values: heights },
      width: singletWidth,
    });
    if (isRefused(found)) continue;
    const { ratio, spread } = found.value;
    return Uint8Array.from(values, (a, i) =>
      Math.abs(a / heights[i]! - ratio) <= singletWidth * spread ? 1 : 0,
    );
  }
  return null;
}

function peaksOf({ peaks }: BeadPeaks, c: number): BeadSummary["peaks"] {
  return peaks.map(({ n, populations, channels }) => {
    const { median, interval, robustCv, flags } = channels[c]!;
    return {
      median,
      lower: interval?.lower ?? null,
      upper: interval?.upper ?? null,
      rcv: robustCv,
      events: Math.round(n),
      populations,
      usable: isUsable(channels[c]!),
      flags,
    };
  });
}

function peakEstimates(
  { peaks, method }: BeadPeaks,
  c: number,
  of: {
    readonly set: string;
    readonly channel: string;
    readonly subject: EstimateDraft["subject"];
    readonly assumptions: readonly string[];
  },
): EstimateDraft[] {
  return peaks.map(({ channels }, i) => {
    const { median, interval, flags } = channels[c]!;
    return draft("cytometry.beadMedian", of.subject, median, "{arbitrary_units}", {
      interval: finiteInterval(interval),
      n: { technical: 1, biological: null },
      assumptions: [
        method === "windows" ? "peaks_set_by_hand" : "peaks_found_automatically",
        ...of.assumptions,
      ],
      flags: [...flags],
      qualifiers: { beads: of.set, channel: of.channel, peak: String(i + 1) },
    });
  });
}
