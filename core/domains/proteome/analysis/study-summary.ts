import type { ContrastSummary } from "./contrast-answer.ts";
import type { DataSetOverview } from "./overview/overview.ts";

/** What rules and figures know of the study; plain JSON. */
export interface ProteomeStudySummary {
  readonly dataSets: readonly {
    readonly name: string;
    readonly quantity: string;
    readonly normalised: "yes" | "no" | "not stated";
    readonly samples: number;
    readonly proteins: number;
  }[];
  readonly contrasts: readonly ContrastSummary[];
  readonly overviews: readonly DataSetOverview[];
}
