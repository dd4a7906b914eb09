import { gridFromBits, gridIndex, type SparseHistogram } from "../operations/gates/grid.ts";
import type { Spectrum as TalliedSpectrum } from "./events/index.ts";
import type { Spectrum } from "./summary.ts";

/** A tallied spectrum, by the upper 14 bits of float32 values, on the grid that ascends from the most negative. */
export function onGrid({ bins }: TalliedSpectrum): Spectrum {
  const placed = gridFromBits(bins);
  return { indices: placed.map(({ index }) => index), counts: placed.map(({ count }) => count) };
}

/** The spectrum as the gates take it. */
export function asHistogram({ indices, counts }: Spectrum): SparseHistogram {
  return indices.map((index, i) => ({ index, count: counts[i]! }));
}

/** Events of several spectra of one channel as one. */
export function pooledSpectrum(spectra: readonly Spectrum[]): Spectrum {
  const sums = new Map<number, number>();
  for (const { indices, counts } of spectra) {
    for (const [i, index] of indices.entries()) sums.set(index, (sums.get(index) ?? 0) + counts[i]!);
  }
  const indices = [...sums.keys()].sort((a, b) => a - b);
  return { indices, counts: indices.map((index) => sums.get(index)!) };
}

/** How many events the spectrum holds. */
export function eventsOf({ counts }: Spectrum): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Events at or above `threshold`, which has to be a line of the grid: exact. */
export function eventsAbove({ indices, counts }: Spectrum, threshold: number): number {
  const from = gridIndex(threshold);
  return indices.reduce((sum, index, i) => (index >= from ? sum + counts[i]! : sum), 0);
}

/** The part of the spectrum at or above `threshold`, a line of the grid. */
export function partAbove({ indices, counts }: Spectrum, threshold: number): Spectrum {
  const from = gridIndex(threshold);
  const kept = indices.flatMap((index, i) => (index >= from ? [i] : []));
  return { indices: kept.map((i) => indices[i]!), counts: kept.map((i) => counts[i]!) };
}
