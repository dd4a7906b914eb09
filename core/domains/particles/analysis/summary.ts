import type { Json } from "../../../kernel/index.ts";

/** What the study analysis, the rules and the figures know of a capture; plain JSON. */
export interface CaptureSummary {
  readonly name: string;
  readonly sample: string | null;
  readonly role: string;
  readonly condition: string | null;
  readonly donor: string | null;
  readonly preparation: string | null;
  /** In {particles}/mL. */
  readonly asMeasured: number | null;
  /** In {particles}/mL; null where dilution is not known. */
  readonly original: number | null;
  readonly dilutionFactor: number | null;
  readonly concentrationFlags: readonly string[];
  /** The concentration was refused: file and sheet contradict each other, or a number is impossible. */
  readonly concentrationRefused: boolean;
  /** Tracks, traces or particles that the distribution rests on. */
  readonly tracks: number | null;
  readonly particlesPerFrame: number | null;
  readonly temperatureKelvin: number | null;
  /** In mPa.s. */
  readonly viscosity: number | null;
  /** In pixels per frame. */
  readonly drift: number | null;
  /** In nm. */
  readonly detectionLimit: number | null;
  readonly sizes: SizeSummary | null;
  /** Bins from the first to the last that is not empty. */
  readonly bins: BinSummary | null;
  readonly instrumentWarnings: readonly WarningSummary[];
}

export interface WarningSummary {
  readonly key: string;
  readonly words: string;
  readonly severity: "caution" | "fail";
  readonly line: number;
}

/** In nm, except span, which has no unit. */
export interface SizeSummary {
  readonly d10: number;
  readonly d50: number;
  readonly d90: number;
  readonly mode: number;
  readonly mean: number;
  /** Null for a single particle. */
  readonly sd: number | null;
  readonly span: number;
  /** Null beyond what numbers hold. */
  readonly surfaceD50: number | null;
  readonly volumeD50: number | null;
}

/**
 * Concentration per bin in {particles}/mL; `edges` in nm, one longer. As measured where that is known, else as the file
 * prints it; of a list of particles without a concentration only the shares count.
 */
export interface BinSummary {
  /** First and last edge in nm before the empty bins at both ends were left out. */
  readonly range: readonly [number, number];
  readonly edges: readonly number[];
  readonly concentration: readonly number[];
}

export interface DistributionSummary {
  readonly kind: "distribution";
  readonly method: string;
  readonly instrument: string;
  readonly pack: string;
  /** The instrument's software narrowed and smoothed the distribution (NanoSight's finite-track adjustment, FTLA). */
  readonly smoothed: boolean;
  readonly captures: readonly CaptureSummary[];
  readonly instrumentWarnings: readonly WarningSummary[];
}

export interface TracksSummary {
  readonly kind: "tracks";
  readonly source: string;
  readonly pack: string;
  readonly capture: string;
  readonly total: number;
  readonly included: number;
}

export interface PositionsSummary {
  readonly kind: "positions";
  readonly pack: string;
  readonly sample: string;
  readonly instrumentWarnings: readonly WarningSummary[];
  readonly positions: readonly {
    readonly position: number;
    readonly used: boolean;
    readonly concentration: number | null;
    readonly traces: number | null;
    readonly x50: number | null;
    readonly drift: number | null;
    readonly removal: string;
  }[];
}

export interface ZetaSummary {
  readonly kind: "zeta";
  readonly pack: string;
  readonly sample: string;
  readonly zetaPotential: number | null;
  readonly profile: readonly {
    readonly position: number;
    readonly zeta: number | null;
    readonly fit: number | null;
  }[];
  readonly instrumentWarnings: readonly WarningSummary[];
}

export interface DlsSummary {
  readonly kind: "dls";
  readonly records: readonly {
    readonly name: string;
    readonly sample: string;
    readonly zAverage: number | null;
    readonly polydispersityIndex: number | null;
    readonly distribution: readonly { readonly diameter: number; readonly intensity: number }[];
    readonly instrumentWarnings: readonly WarningSummary[];
  }[];
}

export type FileSummary = DistributionSummary | TracksSummary | PositionsSummary | ZetaSummary | DlsSummary;

/** The summary of a file analysis of this domain. */
export function fileSummary(analysis: { readonly summary: Json }): FileSummary {
  return analysis.summary as unknown as FileSummary;
}

/** A finite number or null, since a summary is JSON. */
export function finiteOrNull(value: number | undefined | null): number | null {
  return value !== undefined && value !== null && Number.isFinite(value) ? value : null;
}
