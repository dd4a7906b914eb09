import { isAccepted, portable } from "../../../kernel/index.ts";
import { welchDifference } from "../../../statistics/index.ts";
import type { Contrast } from "./contrasts.ts";
import type { DataSet } from "./data-sets.ts";
import { categoryMask, intensityFraction } from "./markers/contaminants.ts";
import { linearValues } from "./matrix-parts.ts";
import type { ProteomeParameters } from "./parameters.ts";

/** Shares of the abundance that are of category 3 (lipoproteins, serum, aggregates) on the two sides of a contrast. */
export interface ContaminantLoad {
  /** Geometric means of the odds, as shares. */
  readonly first: number;
  readonly second: number;
  /** Welch on the logit scale, samples as they are. */
  readonly p: number;
}

/** Whether the sides carry different loads of what is not of vesicles; null where it cannot be told. */
export function contaminantLoad(
  { features, values }: DataSet,
  { first, second }: Contrast,
  { markers }: ProteomeParameters,
): ContaminantLoad | null {
  const mask = categoryMask(
    features.map(({ genes }) => genes),
    "3",
    markers,
  );
  if (!mask.includes(1)) return null;
  const found = intensityFraction(mask, linearValues(values));
  if (!isAccepted(found)) return null;
  const logits = found.value.samples.map((share) => portable.log(share / (1 - share)));
  const sides = [first, second].map((columns) => columns.map((at) => logits[at]!));
  const test = welchDifference(sides[0]!, sides[1]!);
  if (!isAccepted(test)) return null;
  const share = (side: readonly number[]) =>
    1 / (1 + portable.exp(-side.reduce((sum, one) => sum + one, 0) / side.length));
  return { first: share(sides[0]!), second: share(sides[1]!), p: test.value.p };
}
