import { accepted, portable, type Result, refused } from "../../../kernel/index.ts";
import type { FcsDataSet } from "../measurement.ts";
import { type BeadPeaks, findBeadPeaks, type PeakOptions } from "../operations/beads/bead-peaks.ts";
import { channelNames } from "./channels.ts";
import type { EventAnswer } from "./event-pass.ts";
import { analysisIssues } from "./issues.ts";
import type { BeadSet, CytometryParameters } from "./parameters.ts";
import type { CytometryRow } from "./sheet.ts";
import { beadRows } from "./single-beads.ts";

/** A bead set by the name that the sheet gives. */
export interface NamedBeads {
  readonly name: string;
  readonly set: BeadSet;
}

/** The bead set that the sheet's row names. Issue: `cytometry-calibrant-unknown`. */
export function beadSetOf(row: CytometryRow | null, { beads }: CytometryParameters): Result<NamedBeads> {
  const name = row?.calibrant ?? null;
  if (name !== null && Object.hasOwn(beads, name)) return accepted({ name, set: beads[name]! });
  return refused(analysisIssues.raise("cytometry-calibrant-unknown", { name: name ?? "(calibrant)" }));
}

/** The peaks of channels that were told apart together. */
export interface SearchedPeaks {
  readonly channels: readonly string[];
  /** A person's windows of the only channel; empty: looked for. */
  readonly windows: Search["windows"];
  readonly peaks: Result<BeadPeaks>;
  readonly assumptions: readonly string[];
}

/** The bead populations among the kept events (linear values by channel index) in every channel that the set is described for. Issues: `cytometry-channel-unknown` and those of `findBeadPeaks`. */
export function searchedPeaks(
  dataSet: FcsDataSet,
  kept: EventAnswer["kept"],
  { name, set }: NamedBeads,
  level: number,
): readonly SearchedPeaks[] {
  const rows = beadRows(dataSet, kept, set);
  return searches(set).map((search): SearchedPeaks => {
    const { channels, windows } = search;
    const found = { channels, windows, assumptions: rows?.assumptions ?? [] };
    const columns = [...channels, ...search.alongside].map((channel) => {
      const index = dataSet.channels.findIndex((one) => one.name === channel);
      const values = index < 0 ? null : (kept.get(index) ?? new Float32Array());
      return { channel, maximum: greatestValue(dataSet, index), values };
    });
    const missing = columns.find(({ values }) => !values);
    if (missing) {
      const names = channelNames(dataSet.channels);
      const told = { channel: missing.channel, for: `beads: ${name}`, channels: names };
      return { ...found, peaks: refused(analysisIssues.raise("cytometry-channel-unknown", told)) };
    }
    const options: PeakOptions = {
      expected: search.expected,
      maxima: columns.map(({ maximum }) => maximum),
      level,
      ...(windows.length > 0 ? { windows } : {}),
    };
    const values = columns.map((column) =>
      rows ? column.values!.filter((_, i) => rows.mask[i] === 1) : column.values!,
    );
    return { ...found, peaks: findBeadPeaks(values, options) };
  });
}

/** The greatest value that the detector can write, on the linear scale; null where the file does not say. */
function greatestValue({ channels, data }: FcsDataSet, index: number): number | null {
  const range = channels[index]?.range ?? 0;
  const field = data.fields[index];
  if (!field || !(range > 0)) return null;
  const { logarithmic, factor, kind } = field;
  if (logarithmic)
    return logarithmic.first * portable.pow(10, (logarithmic.decades * (range - 1)) / logarithmic.range);
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
