import { portable } from "../../../../kernel/index.ts";

/** Counts of events on a regular grid of one or two axes; cell = first + second * bins. */
export interface Grid {
  readonly dimensions: 1 | 2;
  readonly bins: number;
  readonly lows: readonly number[];
  /** Width of a bin on each axis. */
  readonly widths: readonly number[];
  readonly counts: Float64Array;
}

const binsByDimension = { 1: 1024, 2: 256 } as const;
const pad = 0.02;

/** Counts `columns` (one or two, of equal length) on a grid that holds them with a margin of 2 %. */
export function gridOf(columns: readonly Float64Array[]): Grid {
  const dimensions = columns.length === 1 ? 1 : 2;
  const bins = binsByDimension[dimensions];
  const used = columns.slice(0, dimensions);
  const ends = used.map(range);
  const lows = ends.map(([low, high]) => low - pad * (high - low || 1));
  const widths = ends.map(([low, high]) => ((1 + 2 * pad) * (high - low || 1)) / bins);
  const grid = {
    dimensions,
    bins,
    lows,
    widths,
    counts: new Float64Array(portable.pow(bins, dimensions)),
  } as const;
  const first = used[0]!;
  for (let i = 0; i < first.length; i++) grid.counts[cellOf(grid, used, i)]! += 1;
  return grid;
}

/** The grid's cell of event `i`. */
export function cellOf(grid: Grid, columns: readonly Float64Array[], i: number): number {
  const last = grid.bins - 1;
  let cell = 0;
  for (let d = grid.dimensions - 1; d >= 0; d--) {
    const bin = Math.floor((columns[d]![i]! - grid.lows[d]!) / grid.widths[d]!);
    cell = cell * grid.bins + Math.min(last, Math.max(0, bin));
  }
  return cell;
}

function range(values: Float64Array): readonly [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

/** Counts smoothed by a Gaussian of SD `bandwidth` (in axis units) along each axis; mass is kept but for the margins. */
export function smoothed(grid: Grid, bandwidth: number): Float64Array {
  let values = grid.counts;
  for (let d = 0; d < grid.dimensions; d++) {
    const sd = Math.min(bandwidth / grid.widths[d]!, grid.bins / 4);
    values = convolved(values, grid.bins, d === 0 ? 1 : grid.bins, kernel(sd));
  }
  return values;
}

function kernel(sd: number): Float64Array {
  const reach = Math.ceil(4 * sd);
  const weights = Float64Array.from({ length: 2 * reach + 1 }, (_, k) => {
    const z = (k - reach) / Math.max(sd, 1e-9);
    return portable.exp(-(z * z) / 2);
  });
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
}

function convolved(values: Float64Array, bins: number, stride: number, weights: Float64Array): Float64Array {
  const reach = (weights.length - 1) / 2;
  const out = new Float64Array(values.length);
  for (let cell = 0; cell < values.length; cell++) {
    const value = values[cell]!;
    if (value === 0) continue;
    const bin = Math.floor(cell / stride) % bins;
    const from = Math.max(-reach, -bin);
    const to = Math.min(reach, bins - 1 - bin);
    for (let k = from; k <= to; k++) out[cell + k * stride]! += value * weights[k + reach]!;
  }
  return out;
}
