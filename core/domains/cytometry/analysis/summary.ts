import type { Json } from "../../../kernel/index.ts";
import type { CytometryRow } from "./sheet.ts";

/** Events by grid index (`gridIndex`), ascending: exact counts above any grid line. */
export interface Spectrum {
  readonly indices: readonly number[];
  readonly counts: readonly number[];
}

/** A channel of the counted population, in the file's linear units after compensation. */
export interface ChannelSummary {
  readonly name: string;
  readonly label: string;
  readonly role: "scatter" | "fluorescence" | "time" | "other";
  readonly pulse: "area" | "height" | "width" | null;
  /** Voltage, gain and amplification as written: what a calibration holds for. */
  readonly settings: string;
  readonly excitation: string;
  readonly filter: string;
  readonly detector: string;
  /** Null where no event is counted. */
  readonly median: number | null;
  /** Of a control's file. */
  readonly limit: LimitSummary | null;
  readonly spectrum: Spectrum;
}

/** Detection limit of a channel by a control, in arbitrary units. */
export interface LimitSummary {
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly median: number;
  readonly robustSd: number;
  readonly n: number;
}

/** One bead population of a calibrant file. */
export interface PeakSummary {
  readonly median: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly rcv: number | null;
  readonly events: number;
  /** Populations that it holds by its events. */
  readonly populations: number;
  /** May be used for a calibration. */
  readonly usable: boolean;
  readonly flags: readonly string[];
}

/** A bead set as measured in one channel of one file. */
export interface BeadSummary {
  readonly set: string;
  readonly channel: string;
  readonly peaks: readonly PeakSummary[];
}

/** Two-dimensional densities for figures: `counts[y * bins + x]` as pairs of place and count. */
export interface DensitySummary {
  readonly x: string;
  readonly y: string;
  readonly bins: number;
  /** The axes are linear below about this and logarithmic above. */
  readonly cofactors: readonly [number, number];
  /** In linear units, `bins` + 1 of them. */
  readonly xEdges: readonly number[];
  readonly yEdges: readonly number[];
  readonly cells: readonly (readonly [number, number])[];
}

/** An analyte of a multiplex assay: the reporter's median on its beads. */
export interface AnalyteSummary {
  readonly name: string;
  readonly median: number;
  readonly events: number;
}

/** What the study analysis, the rules and the figures know of one data set; plain JSON. */
export interface DataSetSummary {
  readonly name: string;
  readonly row: CytometryRow | null;
  readonly instrument: string;
  readonly events: number;
  readonly seconds: number | null;
  /** In uL. */
  readonly volume: { readonly value: number; readonly from: "sheet" | "file" | "flow rate" } | null;
  /** Name of the counted population; null: all events. */
  readonly population: string | null;
  /** Null where the study counts a population that this data set has not: nothing is summarised of it. */
  readonly counted: number | null;
  readonly gates: readonly { readonly id: string; readonly parent: string | null; readonly count: number }[];
  readonly trigger: string;
  readonly channels: readonly ChannelSummary[];
  readonly beads: readonly BeadSummary[];
  readonly densities: readonly DensitySummary[];
  readonly analytes: readonly AnalyteSummary[];
}

export interface CytometrySummary {
  readonly kind: "events";
  readonly dataSets: readonly DataSetSummary[];
  readonly instrumentWarnings: readonly {
    readonly key: string;
    readonly words: string;
    readonly severity: "caution" | "fail";
  }[];
}

/** The summary of a file analysis of this room. */
export function fileSummary(analysis: { readonly summary: Json }): CytometrySummary {
  return analysis.summary as unknown as CytometrySummary;
}
