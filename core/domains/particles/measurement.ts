import type { InstrumentWarning, Measurement, Table } from "../../kernel/index.ts";

/** A number as the instrument printed it: `printed` keeps its characters. */
export interface Stated {
  readonly value: number;
  readonly unit: string;
  readonly printed: string;
  /** Line of the file, from 1; 0 where the file has no lines. */
  readonly line: number;
}

/** Names follow the estimate ids `particles.stated.*`. */
export type StatedName =
  | "concentration"
  | "originalConcentration"
  | "mean"
  | "mode"
  | "sd"
  | "d10"
  | "d50"
  | "d90"
  | "span"
  | "validTracks"
  | "completedTracks"
  | "particlesPerFrame"
  | "centresPerFrame";

/**
 * What the file's own words say of dilution. `factor` is null where it records none;
 * `printedConcentrationIs` says which concentration the file prints, `unknown` where its words do not decide.
 */
export interface DilutionStatement {
  readonly factor: number | null;
  readonly printedConcentrationIs: "as measured" | "original" | "unknown";
  readonly words: string;
  readonly line: number;
}

/**
 * Number-weighted size distribution: `edges` in nm, ascending, one longer than `concentration`.
 * `concentration` is what the file prints per bin, in `{particles}/mL` per bin, in the state that `dilution` says.
 * `counts` are particles or tracks per bin where the file prints them.
 */
export interface SizeBins {
  readonly edges: Float64Array;
  readonly concentration: Float64Array;
  readonly counts?: Float64Array;
}

/** One video, run or position set with its distribution. */
export interface Capture {
  readonly name: string;
  readonly stated: Partial<Readonly<Record<StatedName, Stated>>>;
  readonly dilution: DilutionStatement;
  readonly bins: SizeBins | null;
  /** Diameters of single particles in nm, where the file lists particles rather than bins. */
  readonly diameters?: Float64Array;
  readonly temperatureKelvin?: number;
  /** In mPa.s. */
  readonly viscosity?: number;
  readonly driftPixelsPerFrame?: { readonly x: number; readonly y: number };
  /** The least diameter the method can see, in nm, where file or mapping states it. */
  readonly detectionLimit?: number;
  readonly instrumentWarnings: readonly InstrumentWarning[];
}

/** A size distribution with concentration: NanoSight summary, ZetaView `_size_`, mapped tables, Mag-Net table. */
export interface DistributionMeasurement extends Measurement {
  readonly kind: "distribution";
  readonly method: "NTA" | "TRPS" | "MRPS" | "nano-flow" | "interferometry" | "unknown";
  readonly sampleName: string;
  /** Captured at, as the file writes it; never interpreted. */
  readonly capturedAt: string;
  /** The name that packs of one run share, without video numbers. */
  readonly pack: string;
  readonly captures: readonly Capture[];
  /** The vendor's own averages over captures, where it prints them. */
  readonly statedAverage: Partial<Readonly<Record<StatedName, Stated>>>;
}

/** Single tracks of one video: `ParticleData` and `AllTracks`. */
export interface TracksMeasurement extends Measurement {
  readonly kind: "tracks";
  readonly pack: string;
  readonly capture: string;
  readonly source: "ParticleData" | "AllTracks";
  /** Included and all particles in the file. */
  readonly particles: { readonly total: number; readonly included: number };
  /** Columns `id`, `size` (nm), `trackLength` (frames), `included` (0 or 1). */
  readonly table: Table;
}

/** ZetaView `_11pos`: one row per position of the cell. */
export interface PositionsMeasurement extends Measurement {
  readonly kind: "positions";
  readonly pack: string;
  readonly sampleName: string;
  /** Columns `position`, `use` (0 or 1), `meanIntensity`, `particlesPerFrame`, `concentration`, `originalConcentration`, `traces`, `x50` (nm), `peak` (nm), `span`, `drift` (um/s); `removal` is text. Missing is NaN. */
  readonly table: Table;
  readonly stated: Partial<Readonly<Record<StatedName, Stated>>>;
}

/** ZetaView `_prof_`: zeta potential profile across the cell. */
export interface ZetaMeasurement extends Measurement {
  readonly kind: "zeta";
  readonly pack: string;
  readonly sampleName: string;
  /** In mV. */
  readonly zetaPotential: Stated | null;
  readonly fwhm: Stated | null;
  /** In um.cm/(V.s). */
  readonly mobility: Stated | null;
  /** Columns `position`, `positive`, `negative`, `average`, `fit`, `zeta`; missing is NaN. */
  readonly table: Table;
}

export interface DlsRecord {
  readonly name: string;
  /** In nm. */
  readonly zAverage: Stated | null;
  readonly polydispersityIndex: Stated | null;
  readonly peaks: readonly { readonly diameter: Stated; readonly area: Stated | null }[];
  /** In kcps. */
  readonly derivedCountRate: Stated | null;
  readonly intercept: Stated | null;
  readonly temperatureKelvin: number | null;
  /** In mPa.s. */
  readonly viscosity: number | null;
  /** Columns `diameter` (nm), and of `intensity`, `volume`, `number` (%) what the file has. */
  readonly distribution: Table | null;
  /** Columns `delay` (us) and `g2` (intensity correlation minus one). */
  readonly correlogram: Table | null;
  readonly refractiveIndex: number | null;
  /** In nm. */
  readonly wavelength: number | null;
  /** Scattering angle in degrees. */
  readonly angle: number | null;
  readonly line: number;
  readonly instrumentWarnings: readonly InstrumentWarning[];
}

/** Dynamic light scattering: Zetasizer text and `.zmes`, Stunner, DynaPro. */
export interface DlsMeasurement extends Measurement {
  readonly kind: "dls";
  readonly records: readonly DlsRecord[];
}

export type ParticlesMeasurement =
  | DistributionMeasurement
  | TracksMeasurement
  | PositionsMeasurement
  | ZetaMeasurement
  | DlsMeasurement;
