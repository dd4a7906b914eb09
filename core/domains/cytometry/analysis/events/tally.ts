/** What a plan made of a range of events; ranges of one file are put together by `mergeTallies`. */
export interface EventTally {
  /** First event of the range, from 0, and how many. */
  readonly from: number;
  readonly events: number;
  /** Events whose every value that the plan looks at is finite; the others are in no gate and in no count below. */
  readonly usable: number;
  /** Usable events in each gate of the plan. */
  readonly gates: readonly number[];
  readonly histograms2d: readonly Histogram2d[];
  readonly spectra: readonly Spectrum[];
  readonly profiles: readonly Profile[];
  readonly sample: EventSample | null;
}

export interface Histogram2d {
  /** Row by row from the least y, each from the least x: `bins x bins`. */
  readonly counts: Uint32Array;
  /** Events of the gate outside of the ranges. */
  readonly outside: number;
}

/** Distribution of float32 values by their own bits: 32 bins an octave, of either sign. */
export interface Spectrum {
  readonly events: number;
  /** Infinity and -Infinity where there are no events. */
  readonly least: number;
  readonly greatest: number;
  /** Bins that hold events, by float32 bits >>> 18, ascending by index; see `spectrumBin`. */
  readonly bins: readonly { readonly index: number; readonly count: number }[];
  /** Exact sums by sign and exponent, float32 bits >>> 23. */
  readonly sums: readonly { readonly index: number; readonly sum: number }[];
}

export interface Profile {
  readonly counts: Uint32Array;
  /** Events of the gate under the first slice and from the end of the last. */
  readonly below: number;
  readonly above: number;
}

/** Usable events among the evenly strided ones, in the order of the file. */
export interface EventSample {
  /** Index of each event in the file. */
  readonly events: Float64Array;
  /** Linear values, one array for each channel asked for. */
  readonly values: readonly Float32Array[];
  /** 1 inside, 0 outside, one array for each gate of the plan. */
  readonly gates: readonly Uint8Array[];
}

/** Sum of the values: the exact sums of the octaves, added from the least exponent up. */
export function spectrumSum({ sums }: Spectrum): number {
  const byExponent = [...sums].sort((a, b) => (a.index & 255) - (b.index & 255) || a.index - b.index);
  return byExponent.reduce((total, { sum }) => total + sum, 0);
}

/** Least and greatest magnitude (exclusive) of a spectrum's bin, with its sign. */
export function spectrumBin(index: number): { readonly from: number; readonly to: number } {
  const bits = new Uint32Array([(index << 18) >>> 0, ((index + 1) << 18) >>> 0]);
  const [from, to] = new Float32Array(bits.buffer);
  return { from: from!, to: to! };
}

/** One tally of ranges of one file under one plan, in any order: the same as of one run over all of them. */
export function mergeTallies(tallies: readonly EventTally[]): EventTally {
  const [first, ...others] = [...tallies].sort((a, b) => a.from - b.from || a.events - b.events);
  if (first === undefined) throw new RangeError("no tally to merge");
  return others.reduce(mergeTwo, first);
}

function mergeTwo(a: EventTally, b: EventTally): EventTally {
  if (a.from + a.events !== b.from)
    throw new RangeError(`tally to event ${a.from + a.events}, next from ${b.from}`);
  return {
    from: a.from,
    events: a.events + b.events,
    usable: a.usable + b.usable,
    gates: a.gates.map((count, i) => count + b.gates[i]!),
    histograms2d: a.histograms2d.map((one, i) => mergeHistograms(one, b.histograms2d[i]!)),
    spectra: a.spectra.map((one, i) => mergeSpectra(one, b.spectra[i]!)),
    profiles: a.profiles.map((one, i) => mergeProfiles(one, b.profiles[i]!)),
    sample: a.sample && b.sample ? mergeSamples(a.sample, b.sample) : null,
  };
}

function mergeHistograms(a: Histogram2d, b: Histogram2d): Histogram2d {
  return { counts: addCounts(a.counts, b.counts), outside: a.outside + b.outside };
}

function mergeProfiles(a: Profile, b: Profile): Profile {
  return { counts: addCounts(a.counts, b.counts), below: a.below + b.below, above: a.above + b.above };
}

function addCounts(a: Uint32Array, b: Uint32Array): Uint32Array {
  return a.map((count, i) => count + b[i]!);
}

function mergeSpectra(a: Spectrum, b: Spectrum): Spectrum {
  const bins = addUp([...a.bins, ...b.bins].map(({ index, count }) => [index, count]));
  const sums = addUp([...a.sums, ...b.sums].map(({ index, sum }) => [index, sum]));
  return {
    events: a.events + b.events,
    least: Math.min(a.least, b.least),
    greatest: Math.max(a.greatest, b.greatest),
    bins: bins.map(([index, count]) => ({ index, count })),
    sums: sums.map(([index, sum]) => ({ index, sum })),
  };
}

function addUp(entries: readonly (readonly [number, number])[]): [number, number][] {
  const totals = new Map<number, number>();
  for (const [index, value] of entries) totals.set(index, (totals.get(index) ?? 0) + value);
  return [...totals].sort((a, b) => a[0] - b[0]);
}

function mergeSamples(a: EventSample, b: EventSample): EventSample {
  return {
    events: Float64Array.from([...a.events, ...b.events]),
    values: a.values.map((column, i) => Float32Array.from([...column, ...b.values[i]!])),
    gates: a.gates.map((column, i) => Uint8Array.from([...column, ...b.gates[i]!])),
  };
}
