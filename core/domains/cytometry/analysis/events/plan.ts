import type { ScaleTable } from "./scale-table.ts";

/** One value of each event: a channel by index from 0, before or after compensation, on a scale or (null) linear. */
export interface EventAxis {
  readonly channel: number;
  /** After compensation, where the compensation holds the channel. */
  readonly compensated: boolean;
  readonly scale: ScaleTable | null;
}

/** Compensation of events as rows: true = observed x inverse, `inverse[observed][true]`. */
export interface EventCompensation {
  /** Channel index of each row and column. */
  readonly channels: readonly number[];
  readonly inverse: readonly (readonly number[])[];
}

/** A gate of `operations/gates/gate.ts` with channels and gates by index; quadrants and thresholds are rectangles. */
export type EventGate = (
  | {
      readonly kind: "rectangle";
      /** Inside where `min <= value < max`; null: no limit. */
      readonly bounds: readonly {
        readonly axis: EventAxis;
        readonly min: number | null;
        readonly max: number | null;
      }[];
    }
  | {
      readonly kind: "polygon";
      readonly axes: readonly [EventAxis, EventAxis];
      readonly vertices: readonly (readonly [number, number])[];
    }
  | {
      readonly kind: "ellipsoid";
      readonly axes: readonly EventAxis[];
      readonly mean: readonly number[];
      /** Symmetric and positive definite. */
      readonly covariance: readonly (readonly number[])[];
      readonly distanceSquare: number;
    }
  | {
      readonly kind: "boolean";
      readonly operator: "and" | "or" | "not";
      readonly operands: readonly { readonly gate: number; readonly complement: boolean }[];
    }
) & {
  /** Index of the gate that an event has to be in first; -1: all events. */
  readonly parent: number;
};

export interface Histogram2dRequest {
  /** Index of a gate; -1: all events. */
  readonly gate: number;
  readonly x: EventAxis;
  readonly y: EventAxis;
  /** Equal bins along each axis, 1 to 4094. */
  readonly bins: number;
  /** From (inclusive) and to (exclusive) in the axis's units, scaled where the axis is. */
  readonly xRange: readonly [number, number];
  readonly yRange: readonly [number, number];
}

/** The distribution of one linear channel in one gate (-1: all events). */
export interface SpectrumRequest {
  readonly gate: number;
  readonly channel: number;
  readonly compensated: boolean;
}

/** Events of a gate along one axis, the time or a brightness: equal slices of [from, to). */
export interface ProfileRequest {
  readonly gate: number;
  readonly axis: EventAxis;
  /** 1 to 4094. */
  readonly slices: number;
  /** In the axis's units, scaled where the axis is. */
  readonly from: number;
  readonly to: number;
}

/** Evenly strided events of the whole file: row r is event floor(r x events / rows), whatever range is run. */
export interface SampleRequest {
  readonly rows: number;
  readonly channels: readonly { readonly channel: number; readonly compensated: boolean }[];
}

/** What to make of the events in one pass. */
export interface EventPlan {
  readonly compensation: EventCompensation | null;
  readonly gates: readonly EventGate[];
  readonly histograms2d: readonly Histogram2dRequest[];
  readonly spectra: readonly SpectrumRequest[];
  readonly profiles: readonly ProfileRequest[];
  readonly sample: SampleRequest | null;
}

/** A plan that asks for nothing; spread over it what is wanted. */
export const emptyPlan: EventPlan = {
  compensation: null,
  gates: [],
  histograms2d: [],
  spectra: [],
  profiles: [],
  sample: null,
};
