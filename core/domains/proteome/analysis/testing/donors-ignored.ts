import { isAccepted } from "../../../../kernel/index.ts";
import type { Contrast } from "../contrasts.ts";
import type { DataSet } from "../data-sets.ts";
import type { ProteomeParameters } from "../parameters.ts";
import { adjustedForBlocks, blocksOf, runTest } from "./run-test.ts";

/** How the model of a contrast treats samples of one donor. */
export type DonorsInModel = "joined" | "adjusted" | "not joined";

/** Rank sums join no samples; in a model, a covariate that tells all donors apart stands for them. */
export function donorsInModel(
  { first, second, adjust, block, method }: Contrast,
  { samples }: Pick<DataSet, "samples">,
): DonorsInModel {
  if (method === "rank-sum" || block === null) return "not joined";
  const used = [...first, ...second];
  return adjustedForBlocks(samples, used, adjust, blocksOf(samples, used, block)) ? "adjusted" : "joined";
}

/**
 * Features that moderated t would call different if every sample were a donor of its own: what repeats that are taken
 * for replicates do to the answer. Null where the test cannot be made.
 */
export function significantIfIndependent(
  contrast: Contrast,
  dataSet: DataSet,
  parameters: ProteomeParameters,
): number | null {
  const test = runTest(dataSet, { ...contrast, block: null, method: "moderated-t" }, parameters, false);
  if (!isAccepted(test)) return null;
  return test.value.q.reduce((n, q) => n + (q < parameters.alpha ? 1 : 0), 0);
}
