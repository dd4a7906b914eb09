import type { ContrastSummary } from "./contrast-answer.ts";
import type { DataSetOverview } from "./overview/overview.ts";

/** What rules and figures know of the study; plain JSON. */
export interface ProteomeStudySummary {
  readonly dataSets: readonly DataSetSummary[];
  readonly contrasts: readonly ContrastSummary[];
  readonly overviews: readonly DataSetOverview[];
}

export interface DataSetSummary {
  readonly name: string;
  readonly quantity: string;
  /** What the producer did between samples, and what the study asked for. */
  readonly normalised: "yes" | "no" | "not stated";
  readonly normalisation: string;
  readonly imputation: string;
  readonly samples: number;
  readonly proteins: number;
  readonly conditions: number;
  /** Most samples of a condition. */
  readonly mostSamples: number;
  /** Shares missing, and what missingness depends on. */
  readonly missing: number;
  readonly missingness: string;
}
