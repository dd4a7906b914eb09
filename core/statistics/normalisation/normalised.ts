import type { Matrix } from "../linear-algebra/index.ts";

/** What a normalisation takes for granted; the methods page says how each can be checked. */
export type NormalisationAssumption =
  | "most-features-unchanged"
  | "same-distribution"
  | "bias-depends-on-abundance"
  | "affine-response"
  | "subset-unchanged"
  | "factor-proportional";

/** A normalised matrix of log2 values with what was done to it. */
export interface Normalised {
  readonly data: Matrix;
  /** What was subtracted from each sample's log2 values; null where it was not one number per sample. */
  readonly offsets: Float64Array | null;
  readonly assumes: readonly NormalisationAssumption[];
}

/** The matrix less one number per sample. */
export function lessOffsets(data: Matrix, offsets: Float64Array): Matrix {
  const { rows, columns } = data;
  return { rows, columns, values: data.values.map((value, k) => value - offsets[k % columns]!) };
}
