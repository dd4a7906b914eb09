import type { Json } from "./canonical.ts";
import type { FileContext } from "./domain.ts";
import type { EstimateDraft } from "./estimate.ts";
import type { Measurement } from "./measurement.ts";
import type { Result } from "./result.ts";
import type { Text } from "./text.ts";

/** One value that every point of a cloud has. */
export interface CloudAxis {
  /** Channel by `$PnN`, or column. */
  readonly id: string;
  /** Marker or dye; may be empty. */
  readonly label: string;
  readonly title: Text;
  readonly unit: string;
  /** Whether compensation changes it. */
  readonly compensated: boolean;
}

/** The part of an axis that is looked at, `from` inside and `to` outside, in linear units. */
export interface AxisView {
  readonly axis: string;
  /** Straight on asinh(value / cofactor): linear below about it, logarithmic above; null: linear. */
  readonly cofactor: number | null;
  readonly from: number;
  readonly to: number;
}

interface GatedRequest {
  /** Columns, and of a density rows; 1 to `mostCloudBins`. */
  readonly bins: number;
  /** Gate by id whose points are counted; null: all. */
  readonly within: string | null;
  /** As the room's parameters hold them under `gatesKey`; null: none. */
  readonly gates: Json;
}

export interface DensityRequest extends GatedRequest {
  readonly x: AxisView;
  readonly y: AxisView;
}

export interface HistogramRequest extends GatedRequest {
  readonly x: AxisView;
}

/** Points in one gate, as the study counts them. */
export interface GateTally {
  readonly gate: string;
  readonly parent: string | null;
  readonly events: number;
  /** Count and, where its parent holds points, fraction of the parent, with intervals. */
  readonly estimates: readonly EstimateDraft[];
}

interface GatedCounts {
  /** Points in the gate of the request, in view or not. */
  readonly within: number;
  /** Points that can be counted: every value that is looked at is a finite number. */
  readonly total: number;
  /** Points that cannot; in no other count. */
  readonly unusable: number;
  /** Parents first. */
  readonly gates: readonly GateTally[];
}

/** Points in equal bins of the display. */
export interface Density extends GatedCounts {
  /** `bins` x `bins`, row by row from the lower left. */
  readonly counts: Uint32Array;
  /** Points of the gate that are out of view. */
  readonly outside: number;
}

export interface Histogram extends GatedCounts {
  readonly counts: Uint32Array;
  /** Points of the gate that are out of view, on either side. */
  readonly below: number;
  readonly above: number;
}

/** One population of beads along one axis, in linear units. */
export interface CloudPeak {
  /** The window that a person set, else where the middle 99 of 100 of its points lie. */
  readonly from: number;
  readonly to: number;
  readonly median: number;
  readonly events: number;
}

export interface CloudOptions {
  /** When aborted, the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Told how many points are done. */
  readonly progress?: (points: number) => void;
}

/** The single points that a file holds, to be looked at and gated; they stay in the file. */
export interface PointCloud {
  /** Data set or capture; empty for a file's only one. */
  readonly name: string;
  readonly points: number;
  readonly axes: readonly CloudAxis[];
  /** Axes to look at first; y is null where there is only one. */
  readonly suggested: { readonly x: string; readonly y: string | null };
  /** All points of an axis but for strays far below 0, with a cofactor as wide as the noise around 0. */
  view(axis: string, options?: CloudOptions): Promise<Result<AxisView>>;
  density(request: DensityRequest, options?: CloudOptions): Promise<Result<Density>>;
  histogram(request: HistogramRequest, options?: CloudOptions): Promise<Result<Histogram>>;
  /** Of a bead file: the peaks that the study finds along an axis, ascending. */
  peaks?(axis: string, options?: CloudOptions): Promise<Result<readonly CloudPeak[]>>;
}

/** How a room lets people look at single points. Everything but the clouds themselves can cross threads. */
export interface Clouds<M extends Measurement = Measurement> {
  /** The clouds of one file, as its rows and the study's parameters have them; none where it holds no single points. */
  of(measurement: M, context: FileContext): readonly PointCloud[];
  /** Key under the room's parameters that holds gates; null: this room has none. */
  readonly gatesKey: string | null;
  /** Key under the room's parameters that names the gate whose points are counted. */
  readonly populationKey: string | null;
}
