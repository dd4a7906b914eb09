import { portable, type Random } from "../../../kernel/index.ts";

/** What one particle, or one bead of a doublet, sends to the detectors. */
export interface Pulse {
  /** Collected scattering cross-section in nm2. */
  readonly scatter: number;
  /** MESF in each detector's own fluorochrome. */
  readonly mesf: readonly number[];
  /** Place along the beam relative to the particle's, in interrogation volumes. */
  readonly offset: number;
}

/** Particles of one kind in the acquired tube. */
export interface Population {
  /** In 1/mL of the acquired tube. */
  readonly concentration: number;
  /** One particle; two pulses for a doublet. */
  draw(random: Random): readonly Pulse[];
}

/** A marker on the vesicles. */
export interface MarkerTruth {
  /** Share of vesicles that carry it. */
  readonly fraction: number;
  /** Epitopes per nm2 of the surface of those that do. */
  readonly density: number;
  /** Fluorochromes bound per epitope. */
  readonly mesfPerEpitope: number;
}

export interface VesicleTruth {
  /** Of the original sample, all vesicles whether seen or not, in 1/mL. */
  readonly concentration: number;
  /** Median of the log-normal diameters in nm, and the standard deviation of their natural logarithm. */
  readonly median: number;
  readonly sigma: number;
  /** One for each detector by name; none: not carried. */
  readonly markers: Readonly<Record<string, MarkerTruth>>;
  /** Fluorescence of what binds unspecifically, MESF per nm2 of surface. */
  readonly nonspecific: number;
}

/** `full`: every marker; `isotype`: unspecific binding alone; `unstained`: nothing; `only` one detector stained; or all, of which one by unspecific binding alone (its isotype in a fluorescence-minus-one tube). */
export type Stain =
  | "full"
  | "isotype"
  | "unstained"
  | { readonly only: string }
  | { readonly isotypeOf: string };

/**
 * Collected cross-section in nm2 of a vesicle, where no Mie helper is given: 3.32 (d / 100 nm)^4, near a core-shell
 * vesicle (1.38 / 1.48 / 6 nm) at 405 nm and 90 degrees between 50 and 150 nm.
 */
export function powerLawScatter(diameter: number): number {
  return 3.32 * portable.pow(diameter / 100, 4);
}

/** The same power law through a polystyrene bead of 100 nm: 66.2 (d / 100 nm)^4 nm2. */
export function powerLawBeadScatter(diameter: number): number {
  return 66.2 * portable.pow(diameter / 100, 4);
}

/** Vesicles of a diluted sample, of which `kept` are left. */
export function vesicles(
  truth: VesicleTruth,
  detectors: readonly string[],
  how: { dilution: number; stain: Stain; kept: number; scatterOf: (diameter: number) => number },
): Population {
  const { stain, scatterOf } = how;
  const bindingOf = (name: string): "marker" | "unspecific" | "none" => {
    if (stain === "full") return "marker";
    if (stain === "isotype") return "unspecific";
    if (stain === "unstained") return "none";
    if ("only" in stain) return stain.only === name ? "marker" : "none";
    return stain.isotypeOf === name ? "unspecific" : "marker";
  };
  const bindings = detectors.map(bindingOf);
  const logMedian = portable.log(truth.median);
  return {
    concentration: (truth.concentration * how.kept) / how.dilution,
    draw(random) {
      const diameter = random.lognormal(logMedian, truth.sigma);
      const surface = Math.PI * (diameter * diameter);
      const mesf = detectors.map((name, i) => {
        const marker = Object.hasOwn(truth.markers, name) ? truth.markers[name]! : null;
        const carries = marker !== null && random.uniform() < marker.fraction;
        const bound = carries ? random.poisson(surface * marker.density) * marker.mesfPerEpitope : 0;
        const dirt = surface * truth.nonspecific * random.lognormal(0, 0.5);
        return { marker: bound + dirt, unspecific: dirt, none: 0 }[bindings[i]!];
      });
      return [{ scatter: scatterOf(diameter), mesf, offset: 0 }];
    },
  };
}

/** Particles of the buffer itself: log-normal in scatter, without fluorescence. Not changed by dilution. */
export interface BufferTruth {
  readonly concentration: number;
  /** Median in nm2 and standard deviation of the natural logarithm. */
  readonly scatter: number;
  readonly sigma: number;
}

export function bufferParticles(truth: BufferTruth, detectors: number): Population {
  const mesf = new Array<number>(detectors).fill(0);
  const logMedian = portable.log(truth.scatter);
  return {
    concentration: truth.concentration,
    draw: (random) => [{ scatter: random.lognormal(logMedian, truth.sigma), mesf, offset: 0 }],
  };
}

/** One peak of a bead set. */
export interface BeadPeak {
  /** In nm2. */
  readonly scatter: number;
  /** MESF by detector name. */
  readonly mesf: Readonly<Record<string, number>>;
  /** Share of the beads relative to the other peaks; 1 if not given. */
  readonly weight?: number;
}

export interface BeadTruth {
  readonly peaks: readonly BeadPeak[];
  /** Of the acquired tube, in 1/mL. */
  readonly concentration: number;
  /** Relative standard deviation of brightness and of scatter within a peak. */
  readonly cv: number;
  /** Shares of stuck pairs and of dim debris. */
  readonly doublets: number;
  readonly debris: number;
}

/** Beads of one or several peaks, some stuck in pairs, some debris of a tenth of the brightness or less. */
export function beads(truth: BeadTruth, detectors: readonly string[]): Population {
  const weights = truth.peaks.map(({ weight = 1 }) => weight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const pick = (random: Random): BeadPeak => {
    let left = random.uniform() * total;
    const found = weights.findIndex((weight) => {
      left -= weight;
      return left <= 0;
    });
    return truth.peaks[found < 0 ? truth.peaks.length - 1 : found]!;
  };
  const one = (random: Random, offset: number, share: number): Pulse => {
    const peak = pick(random);
    const spread = () => share * random.lognormal(0, truth.cv);
    return {
      scatter: peak.scatter * spread(),
      mesf: detectors.map((name) => (peak.mesf[name] ?? 0) * spread()),
      offset,
    };
  };
  return {
    concentration: truth.concentration,
    draw(random) {
      const kind = random.uniform();
      if (kind < truth.doublets) return [one(random, -0.12, 1), one(random, 0.12, 1)];
      if (kind < truth.doublets + truth.debris) return [one(random, 0, 0.1 * random.uniform())];
      return [one(random, 0, 1)];
    },
  };
}
