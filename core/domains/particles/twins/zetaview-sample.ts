import { portable } from "../../../kernel/index.ts";
import type { Random } from "../../../kernel/random.ts";

/** What is in the tube: diameters log-normal in nm, particles per mL of the original sample, zeta potential in mV. */
export interface ZetaviewTruth {
  readonly median: number;
  /** Standard deviation of ln(diameter). */
  readonly sigma: number;
  readonly concentration: number;
  /** Coefficient of variation of the local concentration between positions of the cell. */
  readonly betweenPositions: number;
  readonly zetaPotential: number;
}

export const cellPositions = [0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9] as const;

export interface PositionSample {
  readonly position: number;
  readonly used: boolean;
  /** The instrument's word for leaving a position out, empty where it is used. */
  readonly removal: string;
  readonly particlesPerFrame: number;
  readonly meanIntensity: number;
  /** Diameters of its traces in nm. */
  readonly diameters: readonly number[];
  /** In um/s. */
  readonly drift: number;
}

export interface SampleSettings {
  readonly truth: ZetaviewTruth;
  readonly dilution: number;
  /** Expected traces over all positions. */
  readonly traces: number;
  /** Particles per mL for one particle in the frame; differs between instruments. */
  readonly instrumentFactor: number;
  readonly removals: Readonly<Record<number, string>>;
  readonly emptyPositions: readonly number[];
}

// Fewer traces than this leave a position out.
const leastTraces = 5;

/** Measures the truth at each position: gamma-distributed local concentration, Poisson particles and traces. */
export function samplePositions(random: Random, settings: SampleSettings): PositionSample[] {
  const { truth, dilution, traces, instrumentFactor, removals, emptyPositions } = settings;
  const shape = truth.betweenPositions > 0 ? 1 / (truth.betweenPositions * truth.betweenPositions) : 0;
  return cellPositions.map((position, i) => {
    const rng = random.split("position", i);
    const local = shape > 0 ? rng.split("local").gamma(shape) / shape : 1;
    const empty = emptyPositions.includes(i);
    const mean = (truth.concentration / dilution / instrumentFactor) * local;
    const count = empty ? 0 : rng.split("traces").poisson((traces / cellPositions.length) * local);
    const sizes = rng.split("sizes");
    const removal = count < leastTraces ? "MIN_TRACES" : (removals[i] ?? "");
    return {
      position,
      used: removal === "",
      removal,
      particlesPerFrame: empty ? 0 : rng.split("frame").poisson(mean),
      meanIntensity: 3 + rng.split("intensity").gamma(4) / 2,
      diameters: Array.from(
        { length: count },
        () => truth.median * portable.exp(truth.sigma * sizes.normal()),
      ),
      drift: count > 0 ? 30 * rng.split("drift").uniform() : 0,
    };
  });
}

/** Particles, their number per frame and the measured concentration over the positions that the instrument used. */
export function usedSample(positions: readonly PositionSample[], instrumentFactor: number) {
  const used = positions.filter((p) => p.used);
  const diameters = used.flatMap((p) => p.diameters);
  const total = used.reduce((sum, p) => sum + p.particlesPerFrame, 0);
  const particlesPerFrame = used.length > 0 ? total / used.length : 0;
  return { diameters, particlesPerFrame, concentration: particlesPerFrame * instrumentFactor };
}

/** Quantile `q` of diameters by linear interpolation inside bins of 5 nm, with weights `d ** power`. */
export function binnedQuantile(diameters: readonly number[], q: number, power = 0): number {
  const weights = new Float64Array(1200);
  for (const d of diameters) weights[Math.min(1199, Math.floor(d / 5))]! += portable.pow(d, power);
  const goal = q * weights.reduce((sum, w) => sum + w, 0);
  let below = 0;
  for (let i = 0; i < 1200; i++) {
    if (below + weights[i]! >= goal && weights[i]! > 0) return 5 * (i + (goal - below) / weights[i]!);
    below += weights[i]!;
  }
  return 0;
}

/**
 * The quantile as the instrument prints it: its cumulative sum belongs to bin centres, so it is half a bin, 2.5 nm,
 * below the one between bin edges. Both printed medians of exports of 8.05.16 and 8.06.01 follow to the last digit.
 */
export function printedQuantile(diameters: readonly number[], q: number, power = 0): number {
  return diameters.length > 0 ? binnedQuantile(diameters, q, power) - 2.5 : 0;
}
