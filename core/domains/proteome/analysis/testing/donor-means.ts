import type { DataSet } from "../data-sets.ts";
import { cellOf, type StudySample } from "../samples.ts";
import type { Comparison } from "./run-test.ts";

/** What a comparison takes of a data set. */
export type ComparedData = Pick<DataSet, "features" | "samples" | "values" | "imputed">;

/** The data of a comparison in which each block has one sample a side. */
export interface DonorMeans {
  readonly dataSet: ComparedData;
  readonly comparison: Comparison;
  /** Whether anything was averaged. */
  readonly averaged: boolean;
}

/**
 * Means over the samples that a block (a donor) has on one side, over those observed: repeats of a donor are no
 * replicates. Nothing is averaged where samples of a block differ in what the model adjusts for, or without blocks.
 */
export function donorMeans(dataSet: ComparedData, comparison: Comparison): DonorMeans {
  const { first, second, adjust, block } = comparison;
  const same = { dataSet, comparison, averaged: false };
  if (block === null) return same;
  const sides = [first, second].map((side) => blocksOf(dataSet.samples, side, block));
  const members = sides.flat();
  const differ = members.some((samples) =>
    adjust.some((column) => new Set(samples.map((at) => cellOf(dataSet.samples[at]!.row, column))).size > 1),
  );
  if (differ || members.every((samples) => samples.length === 1)) return same;
  const { rows, columns, values } = dataSet.values;
  const out = new Float64Array(rows * members.length);
  const mask = dataSet.imputed;
  const imputed = mask && new Uint8Array(out.length);
  for (let row = 0; row < rows; row++) {
    members.forEach((samples, at) => {
      const seen = samples
        .map((sample) => values[row * columns + sample]!)
        .filter((value) => !Number.isNaN(value));
      const sum = seen.reduce((total, value) => total + value, 0);
      if (imputed && samples.every((sample) => mask[row * columns + sample] === 1))
        imputed[row * members.length + at] = 1;
      out[row * members.length + at] = seen.length === 0 ? Number.NaN : sum / seen.length;
    });
  }
  const samples = members.map(([at]) => dataSet.samples[at!]!);
  const one = sides[0]!.map((_, at) => at);
  const two = sides[1]!.map((_, at) => one.length + at);
  return {
    dataSet: {
      ...dataSet,
      samples,
      values: { rows, columns: members.length, values: out },
      ...(imputed ? { imputed } : {}),
    },
    comparison: { ...comparison, first: one, second: two },
    averaged: true,
  };
}

/** Samples of a side by block; a sample without a block is one of its own. */
function blocksOf(samples: readonly StudySample[], side: readonly number[], block: string): number[][] {
  const found = new Map<string, number[]>();
  for (const at of side) {
    const cell = cellOf(samples[at]!.row, block);
    const key = cell === "" ? `#${at}` : `=${cell}`;
    found.set(key, [...(found.get(key) ?? []), at]);
  }
  return [...found.values()];
}
