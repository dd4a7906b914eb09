import { portable } from "../../../kernel/index.ts";
import type { Random } from "../../../kernel/random.ts";
import type { NanosightOptions, SizeComponent } from "./nanosight-options.ts";

export interface SimulatedTrack {
  readonly diameter: number;
  readonly length: number;
  readonly included: boolean;
}

/** One video before it is written: particles/mL by bin as printed, valid and other tracks. */
export interface SimulatedCapture {
  readonly name: string;
  readonly bad: boolean;
  readonly bins: Float64Array;
  readonly validTracks: number;
  readonly tracks: readonly SimulatedTrack[];
}

/**
 * Videos of a sample: a capture's concentration is the truth over the dilution times a log-normal factor of mean 1;
 * tracks are Poisson; a track of N displacements shows the diameter `d N / Gamma(N)` (finite-track broadening).
 */
export function simulateCapture(
  options: NanosightOptions,
  name: string,
  index: number,
  random: Random,
): SimulatedCapture {
  const bad = options.badCaptures.includes(index);
  const sd = options.betweenCaptureSd;
  const between = random.split("between");
  const factor = portable.exp(sd * between.normal() - (sd * sd) / 2) * (bad ? 0.05 : 1);
  const count = random.split("count").poisson(options.tracksPerCapture * factor);
  const { count: rows, width } = options.bins;
  const counts = new Float64Array(rows);
  const tracks: SimulatedTrack[] = [];
  const sizes = random.split("sizes");
  let validTracks = 0;
  for (let track = 0; track < count; track++) {
    const simulated = drawTrack(options, sizes);
    const bin = Math.floor(simulated.diameter / width);
    if (bin >= rows) continue;
    counts[bin]!++;
    validTracks++;
    tracks.push(simulated);
  }
  const others = random.split("others");
  for (let track = Math.round(0.3 * count); track > 0; track--) {
    tracks.push({ ...drawTrack(options, others), length: 3, included: false });
  }
  const { concentration, dilution } = options.truth;
  const perTrack = concentration / (options.recordedDilution ? 1 : dilution) / options.tracksPerCapture;
  const bins = smooth(counts, options.smoothing / width).map((value) => value * perTrack);
  return { name, bad, bins, validTracks, tracks };
}

function drawTrack(options: NanosightOptions, random: Random): SimulatedTrack {
  const { distribution } = options.truth;
  const parts: readonly SizeComponent[] = Array.isArray(distribution) ? distribution : [distribution];
  const part = parts.length === 1 ? parts[0]! : pickPart(parts, random.uniform());
  const diameter = part.median * portable.exp(part.sigma * random.normal());
  if (options.trackLength === null) return { diameter, length: 15, included: true };
  const length = 5 + random.poisson(Math.max(0, options.trackLength - 5));
  return { diameter: (diameter * length) / random.gamma(length), length, included: true };
}

function pickPart(parts: readonly SizeComponent[], share: number): SizeComponent {
  let left = share * parts.reduce((sum, part) => sum + (part.weight ?? 1), 0);
  for (const part of parts) {
    left -= part.weight ?? 1;
    if (left < 0) return part;
  }
  return parts[0]!;
}

function smooth(counts: Float64Array, sd: number): Float64Array {
  if (sd === 0) return counts;
  const reach = Math.ceil(4 * sd);
  const weights = Array.from({ length: 2 * reach + 1 }, (_, at) =>
    portable.exp(-0.5 * portable.square((at - reach) / sd)),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const out = new Float64Array(counts.length);
  counts.forEach((count, bin) => {
    if (count === 0) return;
    weights.forEach((weight, at) => {
      const target = Math.min(counts.length - 1, Math.max(0, bin + at - reach));
      out[target]! += (count * weight) / total;
    });
  });
  return out;
}

/** Numbers that the software prints of one distribution: bins over `width` starting at 0. */
export interface BinStatistics {
  readonly total: number;
  readonly mean: number;
  readonly mode: number;
  readonly sd: number;
  /** Size below which a share lies: linear inside a bin. */
  quantile(share: number): number;
}

export function binStatistics(bins: Float64Array, width: number): BinStatistics {
  const centre = (bin: number) => (bin + 0.5) * width;
  const total = bins.reduce((sum, value) => sum + value, 0);
  if (total === 0) return { total: 0, mean: 0, mode: 0, sd: 0, quantile: () => 0 };
  const mean = bins.reduce((sum, value, bin) => sum + value * centre(bin), 0) / total;
  const variance =
    bins.reduce((sum, value, bin) => sum + value * portable.square(centre(bin) - mean), 0) / total;
  const mode = centre(bins.indexOf(bins.reduce((most, value) => Math.max(most, value), 0)));
  const quantile = (share: number) => {
    let below = 0;
    for (let bin = 0; bin < bins.length; bin++) {
      const value = bins[bin]!;
      if (value > 0 && below + value >= share * total * (1 - 1e-12)) {
        return (bin + Math.max(0, share * total - below) / value) * width;
      }
      below += value;
    }
    return bins.length * width;
  };
  return { total, mean, mode, sd: Math.sqrt(variance), quantile };
}
