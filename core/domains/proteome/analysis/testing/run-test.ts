import { accepted, isAccepted, type Result } from "../../../../kernel/index.ts";
import type { Contrast } from "../contrasts.ts";
import type { DataSet } from "../data-sets.ts";
import type { ProteomeParameters } from "../parameters.ts";
import { cellOf, type StudySample } from "../samples.ts";
import { type ComparedData, donorMeans } from "./donor-means.ts";
import type { FeatureTest } from "./feature-test.ts";
import { mixedModelTest } from "./mixed-model-test.ts";
import { modelDesign, standsForBlocks } from "./model-design.ts";
import { moderatedTTest } from "./moderated-t-test.ts";
import { rankSumTest } from "./rank-sum-test.ts";
import { usableFeatures } from "./usable-features.ts";

/** Samples of two sides, and how they are to be compared. */
export type Comparison = Pick<Contrast, "first" | "second" | "adjust" | "block" | "method">;

/**
 * The comparison's test for every feature of the data set; but in a mixed model, samples of one donor on one side are
 * averaged first. Without `shifts`, rank sums have no differences. Issues: those of the model fits.
 */
export function runTest(
  given: DataSet,
  comparison: Comparison,
  parameters: ProteomeParameters,
  shifts = true,
): Result<FeatureTest> {
  const whole = { dataSet: given, comparison, averaged: false };
  const own = comparison.method === "mixed-model" ? whole : donorMeans(given, comparison);
  const test = testOf(own.dataSet, own.comparison, parameters, shifts);
  if (!own.averaged || !isAccepted(test)) return test;
  const assumptions = [...test.value.assumptions, "repeats_averaged"];
  return accepted({ ...test.value, assumptions }, test.warnings);
}

function testOf(
  { features, samples, values, imputed }: ComparedData,
  { first, second, adjust, block, method }: Comparison,
  parameters: ProteomeParameters,
  shifts: boolean,
): Result<FeatureTest> {
  const { minimumObserved, contaminants, level, trend, robust, rankSum } = parameters;
  const rule = { minimumObserved, keepContaminants: contaminants === "kept", imputed: imputed ?? null };
  if (method === "rank-sum") {
    const usable = usableFeatures(features, values, first, second, rule);
    return accepted(rankSumTest(values, first, second, usable, { method: rankSum, level, shifts }));
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
  const blocks = block === null ? null : blocksOf(samples, design.samples, block);
  if (method === "mixed-model") {
    const own = blocks ?? design.samples.map((at) => `#${at}`);
    return accepted(mixedModelTest(values, design, own, usable, level));
  }
  // blocks of one sample each, as after averaging donors that are on one side only, correlate nothing
  const correlated =
    blocks !== null &&
    new Set(blocks).size < blocks.length &&
    !adjustedForBlocks(samples, design.samples, adjust, blocks);
  return moderatedTTest(values, design, correlated ? blocks : null, usable, { trend, robust, level });
}

/** The block of each sample; one without a cell is a block of its own. */
export function blocksOf(samples: readonly StudySample[], used: readonly number[], block: string): string[] {
  return used.map((at) => cellOf(samples[at]!.row, block) || `#${at}`);
}

/** Whether a covariate of the model takes the place of the blocks. */
export function adjustedForBlocks(
  samples: readonly StudySample[],
  used: readonly number[],
  adjust: readonly string[],
  blocks: readonly string[],
): boolean {
  const cells = (column: string) => used.map((at) => cellOf(samples[at]!.row, column));
  return adjust.some((column) => standsForBlocks(cells(column), blocks));
}
