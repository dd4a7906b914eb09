import type { Scale } from "../scales/scale.ts";

/** One axis of a gate: a channel by `$PnN`, before or after compensation, on a scale or (null) linear. */
export interface GateAxis {
  readonly channel: string;
  readonly compensated: boolean;
  readonly scale: Scale | null;
}

/** Inside where `min <= value < max`; null: no limit on that side. */
export interface Bounds {
  readonly axis: GateAxis;
  readonly min: number | null;
  readonly max: number | null;
}

export type GateShape =
  | { readonly kind: "rectangle"; readonly bounds: readonly Bounds[] }
  | {
      readonly kind: "polygon";
      readonly axes: readonly [GateAxis, GateAxis];
      /** Closed by itself; inside by the crossing-number rule of Gating-ML 2.0, the boundary included. */
      readonly vertices: readonly (readonly [number, number])[];
    }
  | {
      readonly kind: "ellipsoid";
      readonly axes: readonly GateAxis[];
      readonly mean: readonly number[];
      readonly covariance: readonly (readonly number[])[];
      /** Inside where the squared Mahalanobis distance is at most this. */
      readonly distanceSquare: number;
    }
  | {
      readonly kind: "boolean";
      readonly operator: "and" | "or" | "not";
      readonly operands: readonly { readonly gate: string; readonly complement: boolean }[];
    };

/** A named region; quadrants are rectangles of two axes, a threshold is a rectangle of one. */
export type Gate = GateShape & {
  readonly id: string;
  /** Gate that an event has to be in first; null: all events. */
  readonly parent: string | null;
};
