import { accepted, isAccepted, type Result, refused } from "../../../../kernel/index.ts";
import type { Contrast } from "../contrasts.ts";
import type { DataSet } from "../data-sets.ts";
import { analysisIssues } from "../issues.ts";
import type { ProteomeParameters } from "../parameters.ts";
import { cellOf, type StudySample } from "../samples.ts";
import { type ComparedData, donorMeans } from "./donor-means.ts";
import type { FeatureTest, NotTested } from "./feature-test.ts";
import { mixedModelTest } from "./mixed-model-test.ts";
import { modelDesign, standsForBlocks } from "./model-design.ts";
import { moderatedTTest } from "./moderated-t-test.ts";
import { isPaired, pairedDesign } from "./paired-design.ts";
import { rankSumTest } from "./rank-sum-test.ts";
import { type UsableFeatures, usableFeatures } from "./usable-features.ts";

/** Samples of two sides, and how they are to be compared. */
export type Comparison = Pick<Contrast, "first" | "second" | "adjust" | "block" | "method">;

/**
 * The comparison's test for every feature of the data set; but in a mixed model, samples of one donor on one side are
 * averaged first, and in moderated t donors that are all on both sides are compared with themselves. Without `shifts`,
 * rank sums have no differences. Issues: those of the model fits.
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
    if (usable.rows.length === 0) return nothingUsable(usable, features.length);
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
  if (usable.rows.length === 0) return nothingUsable(usable, features.length);
  const blocks = block === null ? null : blocksOf(samples, design.samples, block);
  if (method === "mixed-model") {
    const own = blocks ?? design.samples.map((at) => `#${at}`);
    return accepted(mixedModelTest(values, design, own, usable, level));
  }
  const moderation = { trend, robust, level };
  const repeated = blocks !== null && new Set(blocks).size < blocks.length ? blocks : null;
  if (repeated === null || adjustedForBlocks(samples, design.samples, adjust, repeated))
    return moderatedTTest(values, design, null, usable, moderation);
  if (adjust.length > 0 || !isPaired(design, repeated))
    return moderatedTTest(values, design, repeated, usable, moderation);
  const test = moderatedTTest(values, pairedDesign(design, repeated), null, usable, moderation);
  if (!isAccepted(test)) return test;
  const assumptions = [...test.value.assumptions, "donors_with_themselves"];
  return accepted({ ...test.value, assumptions }, test.warnings);
}

function nothingUsable({ notTested }: UsableFeatures, rows: number): Result<never> {
  const of = (...reasons: readonly NotTested[]) =>
    notTested.reduce((sum, { reason, count }) => sum + (reasons.includes(reason) ? count : 0), 0);
  const marked = of("decoy", "contaminant", "only identified by site");
  const few = of("nothing observed", "observed in too few samples");
  return refused(
    analysisIssues.raise("proteome-contrast-nothing", {
      name: "",
      rows,
      marked,
      few,
      constant: of("no spread"),
    }),
  );
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
