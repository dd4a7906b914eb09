import { accepted, portable, type Result, refused } from "../../../../kernel/index.ts";
import { gatesIssues } from "./issues.ts";

/** Where an axis of the plane begins and ends on its scale; it is cut into equal bins. */
export interface DensityRange {
  readonly from: number;
  readonly to: number;
}

/** One axis of the plane with the places of the events on its scale. */
export interface DensityAxis extends DensityRange {
  readonly values: ArrayLike<number>;
}

export interface DensityGate {
  /** One byte an event: 1 in the densest bins. */
  readonly mask: Uint8Array;
  /** One byte a bin, row after row of `y`: 1 where it is kept. */
  readonly accepted: Uint8Array;
  readonly bins: number;
  readonly x: DensityRange;
  readonly y: DensityRange;
  /** Events inside the plane; the fraction asked for is of these. */
  readonly inPlane: number;
  readonly kept: number;
  readonly assumptions: readonly string[];
}

export interface DensityParameters {
  /** Of the events in the plane, above 0 and below 1. */
  readonly fraction: number;
  /** Bins of each axis, 8 to 1024. */
  readonly bins: number;
  /** Standard deviation of the smoothing, in bins; 0 for none. */
  readonly smoothing: number;
}

function binOf({ from, to }: DensityRange, value: number, bins: number): number {
  const place = ((value - from) / (to - from)) * bins;
  if (!(place >= 0 && place <= bins)) return -1;
  return Math.min(bins - 1, Math.floor(place));
}

/** Gaussian weights cut at six standard deviations, summing to 1; the first is the middle one. */
function weights(deviation: number): Float64Array {
  const half = Float64Array.from({ length: Math.floor(6 * deviation + 0.5) + 1 }, (_, i) =>
    portable.exp((-0.5 * i * i) / (deviation * deviation)),
  );
  const sum = half.reduce((total, weight, i) => total + (i === 0 ? weight : 2 * weight), 0);
  return half.map((weight) => weight / sum);
}

/** Smooths along one axis of a square of `bins` by `bins`; outside it there is nothing. */
function smooth(grid: Float64Array, bins: number, step: number, half: Float64Array): Float64Array {
  const out = new Float64Array(grid.length);
  const across = step === 1 ? bins : 1;
  for (let line = 0; line < bins; line++) {
    for (let i = 0; i < bins; i++) {
      let sum = half[0]! * grid[line * across + i * step]!;
      for (let k = 1; k < half.length; k++) {
        if (i >= k) sum += half[k]! * grid[line * across + (i - k) * step]!;
        if (i + k < bins) sum += half[k]! * grid[line * across + (i + k) * step]!;
      }
      out[line * across + i * step] = sum;
    }
  }
  return out;
}

/**
 * Keeps the densest bins of the smoothed plane until they hold `fraction` of its events, ties in the order of the bins: the
 * rule of FlowCal's density gate (Castillo-Hair 2016, doi:10.1021/acssynbio.5b00284). Issues: `cytometry-auto-gate-parameter`,
 * `cytometry-auto-gate-too-few`. Assumption: `density_gate`.
 */
export function densityGate(
  x: DensityAxis,
  y: DensityAxis,
  { fraction, bins, smoothing }: DensityParameters,
): Result<DensityGate> {
  const wrong = Object.entries({
    fraction: fraction > 0 && fraction < 1,
    bins: Number.isInteger(bins) && bins >= 8 && bins <= 1024,
    smoothing: smoothing >= 0 && smoothing <= bins,
    range: x.from < x.to && y.from < y.to && Number.isFinite(x.to - x.from) && Number.isFinite(y.to - y.from),
  }).find(([, usable]) => !usable)?.[0];
  if (wrong !== undefined) {
    const value = { fraction, bins, smoothing, range: `${x.from}..${x.to}, ${y.from}..${y.to}` }[wrong]!;
    return refused(gatesIssues.raise("cytometry-auto-gate-parameter", { name: wrong, value }));
  }
  const n = Math.min(x.values.length, y.values.length);
  const places = new Int32Array(n).fill(-1);
  const counts = new Float64Array(bins * bins);
  let inPlane = 0;
  for (let i = 0; i < n; i++) {
    const column = binOf(x, x.values[i]!, bins);
    const row = binOf(y, y.values[i]!, bins);
    if (column < 0 || row < 0) continue;
    places[i] = row * bins + column;
    counts[places[i]!]!++;
    inPlane++;
  }
  if (inPlane < 100)
    return refused(gatesIssues.raise("cytometry-auto-gate-too-few", { needed: 100, events: inPlane }));
  const half = smoothing > 0 ? weights(smoothing) : Float64Array.of(1);
  const density = smooth(smooth(counts, bins, bins, half), bins, 1, half);
  const order = Array.from(density.keys()).sort((a, b) => density[b]! - density[a]! || a - b);
  const keep = new Uint8Array(bins * bins);
  let kept = 0;
  for (const bin of order) {
    if (kept >= fraction * inPlane) break;
    keep[bin] = 1;
    kept += counts[bin]!;
  }
  const mask = Uint8Array.from(places, (place) => (place < 0 ? 0 : keep[place]!));
  const range = ({ from, to }: DensityRange): DensityRange => ({ from, to });
  const plane = { bins, x: range(x), y: range(y) };
  return accepted({ mask, accepted: keep, ...plane, inPlane, kept, assumptions: ["density_gate"] });
}

/** Whether a place of the plane is in one of the bins that were kept; for events that come after those that set the gate. */
export function insideDensity(gate: DensityGate, x: number, y: number): boolean {
  const column = binOf(gate.x, x, gate.bins);
  const row = binOf(gate.y, y, gate.bins);
  return column >= 0 && row >= 0 && gate.accepted[row * gate.bins + column] === 1;
}
