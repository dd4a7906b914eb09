import { portable } from "../../../kernel/index.ts";
import { gammaQuantileUpper, gammaSf } from "../../../statistics/distributions/index.ts";

/** Tracks by their number of independent displacements: frames less one, and how many tracks (or share) have it. */
export interface TrackLengths {
  readonly displacements: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
}

/** Whole positive displacements with positive finite weights, at least one. */
export function usableTrackLengths({ displacements, weights }: TrackLengths): boolean {
  if (displacements.length === 0 || displacements.length !== weights.length) return false;
  for (let i = 0; i < displacements.length; i++) {
    const n = displacements[i]!;
    if (!(Number.isInteger(n) && n >= 1 && weights[i]! > 0 && Number.isFinite(weights[i]!))) return false;
  }
  return true;
}

/** Track lengths in frames, one per track, as displacements with their numbers; tracks of one frame have none and are left out. */
export function displacementsOf(frames: ArrayLike<number>): TrackLengths {
  const tally = new Map<number, number>();
  for (let i = 0; i < frames.length; i++) {
    const n = Math.round(frames[i]!) - 1;
    if (n >= 1) tally.set(n, (tally.get(n) ?? 0) + 1);
  }
  const displacements = [...tally.keys()].sort((a, b) => a - b);
  return { displacements, weights: displacements.map((n) => tally.get(n)!) };
}

export interface Broadening {
  /** Mean of found / true diameter; null where it does not exist: tracks of one displacement. */
  readonly meanRatio: number | null;
  /** CV of found diameters of one true size; null where a track has two displacements or fewer. */
  readonly cv: number | null;
}

/**
 * How finite tracks broaden one true size: found / true diameter is N / G, G of Gamma(N, 1), over the mixture of N.
 * For one N the mean is N / (N - 1) and the CV 1 / sqrt(N - 2). Source: Saveyn 2010, 10.1016/j.jcis.2010.09.006 (not opened).
 */
export function broadening(tracks: TrackLengths): Broadening {
  let total = 0;
  let first = 0;
  let second = 0;
  for (let i = 0; i < tracks.displacements.length; i++) {
    const n = tracks.displacements[i]!;
    const weight = tracks.weights[i]!;
    total += weight;
    first += (weight * n) / (n - 1);
    second += n > 2 ? (weight * n * n) / ((n - 1) * (n - 2)) : Number.POSITIVE_INFINITY;
  }
  const mean = first / total;
  const cv = Math.sqrt(second / total / (mean * mean) - 1);
  return { meanRatio: Number.isFinite(mean) ? mean : null, cv: Number.isFinite(cv) ? cv : null };
}

/** The `p`-quantile of found / true diameter for tracks of `n` displacements. */
export function broadeningQuantile(p: number, n: number): number {
  return n / gammaQuantileUpper(p, n);
}

const gridStep = 0.002;
const gridEnd = 6;

/** P(ln(found / true) <= u) of the mixture, from a table with steps of 0.002 from -6 to 6, linear between. */
export function logRatioCdf(tracks: TrackLengths): (u: number) => number {
  const half = Math.round(gridEnd / gridStep);
  const table = new Float64Array(2 * half + 1);
  let total = 0;
  for (let i = 0; i < tracks.weights.length; i++) total += tracks.weights[i]!;
  for (let i = 0; i < tracks.displacements.length; i++) {
    const n = tracks.displacements[i]!;
    const share = tracks.weights[i]! / total;
    // beyond 8 standard deviations of ln G the probability is 0 or 1 to 1e-7; few displacements have a long upper tail
    const reach = 8 / Math.sqrt(n);
    const upper = n < 10 ? gridEnd : reach;
    for (let k = 0; k < table.length; k++) {
      const u = (k - half) * gridStep;
      if (u < -reach) continue;
      table[k]! += share * (u > upper ? 1 : gammaSf(n * portable.exp(-u), n));
    }
  }
  return (u) => {
    const at = u / gridStep + half;
    if (!(at > 0)) return 0;
    if (at >= 2 * half) return table[2 * half]!;
    const k = Math.floor(at);
    return table[k]! + (at - k) * (table[k + 1]! - table[k]!);
  };
}
