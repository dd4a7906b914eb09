import type { Interval } from "../../../../kernel/index.ts";
import { orderStatisticRanks } from "../../../../statistics/order-statistics.ts";

const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);

/** Bins of the grid; finite numbers, infinities and NaNs together. */
const gridSize = 1 << 14;

/**
 * Bin of `x` on the grid of 32 bins per octave: the upper 14 bits of the number as float32, ordered from minus to plus
 * infinity; 0 is the lower edge of bin 8192. Ascending with `x`; NaN gives -1.
 */
export function gridIndex(x: number): number {
  if (Number.isNaN(x)) return -1;
  float[0] = x + 0;
  const u = bits[0]!;
  return (u >>> 31 === 0 ? u ^ 0x80000000 : ~u) >>> 18;
}

/** The least float32 in the bin, infinite or NaN for bins beyond the numbers: `gridLower(gridIndex(x)) <= float32(x)`. */
export function gridLower(index: number): number {
  const key = index << 18;
  bits[0] = index >= gridSize / 2 ? key ^ 0x80000000 : ~key;
  return float[0]!;
}

/** A histogram without its empty bins, ascending. */
export type SparseHistogram = readonly { readonly index: number; readonly count: number }[];

/** How many of `values` are in each bin of the grid; NaNs are left out. */
export function gridHistogram(values: ArrayLike<number>): SparseHistogram {
  const counts = new Map<number, number>();
  for (let i = 0; i < values.length; i++) {
    const index = gridIndex(values[i]!);
    if (index >= 0) counts.set(index, (counts.get(index) ?? 0) + 1);
  }
  return [...counts].map(([index, count]) => ({ index, count })).sort((a, b) => a.index - b.index);
}

/**
 * A histogram whose bins are told by the upper 14 bits as they stand (float32 bits >>> 18, negative numbers from 8192 with
 * their magnitude), on the grid's own order. A -0, which has bits of its own, falls into the highest negative bin.
 */
export function gridFromBits(histogram: SparseHistogram): SparseHistogram {
  const half = gridSize / 2;
  return histogram
    .map(({ index, count }) => ({ index: index < half ? index + half : gridSize - 1 - index, count }))
    .sort((a, b) => a.index - b.index);
}

/** The bin that holds the `rank`-th smallest value (from 1), with how many values lie below it; null beyond the last. */
function binOfRank(bins: SparseHistogram, rank: number) {
  let before = 0;
  for (const { index, count } of bins) {
    if (before + count >= rank)
      return { lower: gridLower(index), upper: gridLower(index + 1), count, before };
    before += count;
  }
  return null;
}

const sizeOf = (bins: SparseHistogram) => bins.reduce((sum, { count }) => sum + count, 0);

/** The `p`-quantile of an ascending histogram, interpolated by rank inside its bin; NaN without values. */
export function gridQuantile(bins: SparseHistogram, p: number): number {
  const rank = p * (sizeOf(bins) - 1) + 1;
  const bin = binOfRank(bins, rank);
  if (bin === null) return Number.NaN;
  return bin.lower + ((bin.upper - bin.lower) * Math.max(0, rank - bin.before - 0.5)) / bin.count;
}

/**
 * Distribution-free interval of the `p`-quantile of an ascending histogram: from the lower edge of the bin of the lower
 * order statistic to the upper edge of that of the upper one; null where there are too few values or an edge is infinite.
 */
export function gridQuantileInterval(bins: SparseHistogram, p: number, level: number): Interval | null {
  const ranks = orderStatisticRanks(sizeOf(bins), p, level);
  if (ranks === null) return null;
  const lower = binOfRank(bins, ranks[0])!.lower;
  const upper = binOfRank(bins, ranks[1])!.upper;
  if (!Number.isFinite(lower) || !Number.isFinite(upper)) return null;
  return { kind: "confidence", level, lower, upper, method: "order-statistics" };
}
