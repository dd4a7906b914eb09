import { accepted, type Result } from "../../../../kernel/index.ts";
import type { Contrast } from "../contrasts.ts";
import type { DataSet } from "../data-sets.ts";
import type { ProteomeParameters } from "../parameters.ts";
import { cellOf } from "../samples.ts";
import type { FeatureTest } from "./feature-test.ts";
import { mixedModelTest } from "./mixed-model-test.ts";
import { modelDesign } from "./model-design.ts";
import { moderatedTTest } from "./moderated-t-test.ts";
import { rankSumTest } from "./rank-sum-test.ts";
import { usableFeatures } from "./usable-features.ts";

/** Samples of two sides, and how they are to be compared. */
export type Comparison = Pick<Contrast, "first" | "second" | "adjust" | "block" | "method">;

/** The comparison's test for every feature of the data set. Issues: those of the model fits. */
export function runTest(
  dataSet: DataSet,
  { first, second, adjust, block, method }: Comparison,
  parameters: ProteomeParameters,
): Result<FeatureTest> {
  const { features, samples, values, imputed = null } = dataSet;
  const { minimumObserved, contaminants, level, trend, robust, rankSum } = parameters;
  const rule = { minimumObserved, keepContaminants: contaminants === "kept", imputed };
  if (method === "rank-sum") {
    const usable = usableFeatures(features, values, first, second, rule);
    return accepted(rankSumTest(values, first, second, usable, { method: rankSum, level }));
  }
  const design = modelDesign(samples, first, second, adjust);
  const isFirst = new Set(first);
  const usable = usableFeatures(
    features,
    values,
    design.samples.filter((at) => isFirst.has(at)),
    design.samples.filter((at) => !isFirst.has(at)),
    rule,
  );
  const blocks =
    block === null ? null : design.samples.map((at) => cellOf(samples[at]!.row, block) || `#${at}`);
  if (method === "mixed-model") {
    const own = blocks ?? design.samples.map((at) => `#${at}`);
    return accepted(mixedModelTest(values, design, own, usable, level));
  }
  return moderatedTTest(values, design, blocks, usable, { trend, robust, level });
}
