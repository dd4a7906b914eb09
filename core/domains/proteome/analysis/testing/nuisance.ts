import { isAccepted } from "../../../../kernel/index.ts";
import type { Contrast } from "../contrasts.ts";
import type { DataSet } from "../data-sets.ts";
import type { ProteomeParameters } from "../parameters.ts";
import { cellOf } from "../samples.ts";
import { numericCells, recordedCells } from "./model-design.ts";
import { moderatedTTest } from "./moderated-t-test.ts";
import { blocksOf, runTest } from "./run-test.ts";
import { usableFeatures } from "./usable-features.ts";

/** What a covariate alone finds among the samples of a contrast, with the question itself ignored. */
export interface NuisanceAnswer {
  readonly covariate: string;
  /** The two levels compared; null for a number, of which the slope is tested. */
  readonly levels: readonly [string, string] | null;
  readonly counts: readonly [number, number] | null;
  readonly samples: number;
  readonly significant: number;
  readonly smallestQ: number;
  /** Features that the contrast finds too. */
  readonly shared: number;
}

/** Samples that a level needs to be compared. */
const leastSamples = 3;

/**
 * The contrast's own test with a covariate in the place of the question: its two most frequent levels, or the slope of
 * a number by moderated t. Null where fewer than two levels have three samples or the test cannot be made.
 */
export function nuisanceAlone(
  covariate: string,
  dataSet: DataSet,
  contrast: Contrast,
  parameters: ProteomeParameters,
  found: ReadonlySet<number>,
): NuisanceAnswer | null {
  const { samples } = dataSet;
  const both = [...contrast.first, ...contrast.second];
  const recorded = recordedCells(both.map((at) => cellOf(samples[at]!.row, covariate)));
  const all = both.filter((_, i) => recorded[i]);
  const cells = all.map((at) => cellOf(samples[at]!.row, covariate));
  const numbers = numericCells(cells);
  const levels = numbers === null ? twoLargest(cells) : null;
  if (numbers === null && levels === null) return null;
  const sides = levels?.map((level) => all.filter((_, at) => cells[at] === level));
  const test = sides
    ? runTest(dataSet, { ...contrast, first: sides[0]!, second: sides[1]!, adjust: [] }, parameters, false)
    : slopeTest(dataSet, all, numbers!, contrast.block, parameters);
  if (!isAccepted(test)) return null;
  const { q } = test.value;
  const hits = Array.from(q.keys()).filter((row) => q[row]! < parameters.alpha);
  return {
    covariate,
    levels,
    counts: sides ? [sides[0]!.length, sides[1]!.length] : null,
    samples: sides ? sides[0]!.length + sides[1]!.length : all.length,
    significant: hits.length,
    smallestQ: q.reduce((least, one) => (one < least ? one : least), Number.POSITIVE_INFINITY),
    shared: hits.filter((row) => found.has(row)).length,
  };
}

function twoLargest(cells: readonly string[]): [string, string] | null {
  const counts = new Map<string, number>();
  for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  const enough = [...counts].filter(([, count]) => count >= leastSamples).sort(([, a], [, b]) => b - a);
  const [one, two] = enough;
  return one && two ? ([one[0], two[0]].sort() as [string, string]) : null;
}

function slopeTest(
  { features, samples: rows, values, imputed }: DataSet,
  samples: readonly number[],
  numbers: Float64Array,
  block: string | null,
  { minimumObserved, contaminants, trend, robust, level }: ProteomeParameters,
) {
  const half = Math.ceil(samples.length / 2);
  const rule = { minimumObserved, keepContaminants: contaminants === "kept", imputed: imputed ?? null };
  const usable = usableFeatures(features, values, samples.slice(0, half), samples.slice(half), rule);
  const mean = numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  const matrix = {
    rows: samples.length,
    columns: 2,
    values: Float64Array.from({ length: 2 * samples.length }, (_, at) =>
      at % 2 === 0 ? 1 : numbers[at >> 1]! - mean,
    ),
  };
  const design = { matrix, coefficients: ["intercept", "slope"], samples, without: 0 };
  const blocks = block === null ? null : blocksOf(rows, samples, block);
  return moderatedTTest(values, design, blocks, usable, { trend, robust, level });
}
