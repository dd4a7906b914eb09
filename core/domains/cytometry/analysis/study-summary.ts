import type { Interval, Json, StudyAnalysis } from "../../../kernel/index.ts";
import type { BeadUnit } from "../operations/beads/bead-units.ts";
import type { MiflowcytItem } from "../rules/miflowcyt-ev.ts";
import type { Spectrum } from "./summary.ts";

/** Brightness calibration of one channel by one bead file. */
export interface FluorescenceSummary {
  readonly file: string;
  readonly set: string;
  readonly channel: string;
  readonly instrument: string;
  readonly settings: string;
  readonly unit: BeadUnit;
  readonly model: "power" | "proportional" | "offset";
  /** log10(assigned + offset) = intercept + slope x log10(median). */
  readonly intercept: number;
  readonly slope: number;
  /** The beads' own fluorescence in `unit`; 0 but for the model `offset`. */
  readonly offset: number;
  readonly slopeInterval: Interval | null;
  readonly rSquared: number | null;
  readonly flags: readonly string[];
  readonly points: readonly {
    readonly median: number;
    readonly assigned: number;
    /** Relative, of the assigned value plus the offset. */
    readonly residual: number;
  }[];
  /** Peaks found that have no assigned value. */
  readonly unassigned: readonly number[];
}

/** Scatter calibration of one channel by one bead file, with the curve of a vesicle under the study's assumptions. */
export interface ScatterSummary {
  readonly file: string;
  readonly set: string;
  readonly channel: string;
  readonly instrument: string;
  readonly settings: string;
  readonly wavelength: number;
  /** In degrees. */
  readonly halfAngle: number;
  readonly halfAngleInterval: Interval | null;
  /** Signal per nm² collected. */
  readonly gain: number;
  readonly flags: readonly string[];
  readonly points: readonly { readonly diameter: number; readonly signal: number; readonly fitted: number }[];
  readonly beads: readonly { readonly diameter: number; readonly signal: number }[];
  /** Signal of a vesicle: as assumed, and at both ends of the index range. */
  readonly vesicles: readonly {
    readonly diameter: number;
    readonly signal: number;
    readonly low: number;
    readonly high: number;
  }[];
}

/** A dilution series of one sample. */
export interface SeriesSummary {
  readonly sample: string;
  /** As figures call it: with its instrument where several measured it. */
  readonly label: string;
  readonly verdict: "single" | "swarm" | "undecided";
  readonly reasons: readonly string[];
  readonly points: readonly {
    readonly dilution: number;
    readonly rate: number;
    readonly original: number;
    readonly used: boolean;
  }[];
  readonly medians: readonly {
    readonly channel: string;
    readonly dilution: number;
    readonly median: number;
  }[];
}

/** What decides positives of one sample in one channel, with what the figure shows of it. */
export interface MarkerSummary {
  readonly sample: string;
  readonly channel: string;
  readonly label: string;
  readonly threshold: number;
  /** `study.yaml`, or the kind of control. */
  readonly from: string;
  readonly unit: string | null;
  /** Width of the noise around 0, in arbitrary units: how a picture of it is scaled. */
  readonly noise: number;
  readonly curves: readonly {
    readonly of: "sample" | "fmo" | "isotype" | "unstained" | "reagent" | "buffer" | "detergent";
    readonly events: number;
    readonly spectrum: Spectrum;
  }[];
}

/** A yes-or-no check of a sample, for findings. */
export interface CheckSummary {
  readonly sample: string;
  readonly check: "buffer_share" | "detergent" | "dilution";
  readonly status: "met" | "not met" | "doubtful" | "not reported";
  /** Codes or numbers that the sentence fills in. */
  readonly found: Readonly<Record<string, string | number>>;
}

/** What rules and figures know of the whole study; plain JSON. */
export interface StudySummary {
  readonly fluorescence: readonly FluorescenceSummary[];
  readonly scatter: readonly ScatterSummary[];
  readonly series: readonly SeriesSummary[];
  readonly markers: readonly MarkerSummary[];
  readonly checks: readonly CheckSummary[];
  readonly miflowcyt: readonly MiflowcytItem[];
}

/** The summary of a study analysis of this room. */
export function studySummary({ summary }: Pick<StudyAnalysis, "summary">): StudySummary {
  return summary as unknown as StudySummary;
}

/** As JSON for the result; only plain values are inside. */
export function asJson(summary: StudySummary): Json {
  return summary as unknown as Json;
}
