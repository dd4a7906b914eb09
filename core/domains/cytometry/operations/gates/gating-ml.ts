import type { Gate } from "./gate.ts";

/** A matrix of spectra as Gating-ML writes it: a row for each fluorochrome, a column for each detector. */
export interface SpectrumMatrix {
  readonly id: string;
  readonly fluorochromes: readonly string[];
  readonly detectors: readonly string[];
  readonly matrix: readonly (readonly number[])[];
  /** The coefficients are of the inverse already. */
  readonly inverted: boolean;
}

/** What makes the values of the axes that are `compensated`: nothing, the file's own spillover, or a matrix. */
export type GatingCompensation =
  | { readonly kind: "none" }
  | { readonly kind: "file" }
  | { readonly kind: "matrix"; readonly matrix: SpectrumMatrix };

/** The gates of one Gating-ML document, each after its parent and its operands, quadrants as rectangles. */
export interface GatingDocument {
  readonly gates: readonly Gate[];
  /** One for all gates: a document with several is refused. */
  readonly compensation: GatingCompensation;
}

const base = "http://www.isac-net.org/std/Gating-ML/v2.0/";

export const gatingNamespace = `${base}gating`;
export const transformationsNamespace = `${base}transformations`;
export const datatypesNamespace = `${base}datatypes`;
