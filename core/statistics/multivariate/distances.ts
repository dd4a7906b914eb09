import { accepted, type Result, refused } from "../../kernel/index.ts";
import { statisticsIssues } from "../issues.ts";
import type { Matrix } from "../linear-algebra/index.ts";
import { missingValues } from "./complete-rows.ts";

/** Dissimilarities of n things. */
export interface Distances {
  readonly n: number;
  /** Of i < j at `pairAt(n, i, j)`: first all with 0, then those of 1 with 2 and on, as R's dist. */
  readonly values: Float64Array;
}

export type DistanceMeasure = "euclidean" | "pearson";

/** Where the pair of i < j stands among the distances of n things. */
export function pairAt(n: number, i: number, j: number): number {
  return i * n - (i * (i + 1)) / 2 + j - i - 1;
}

/**
 * Distances between the samples of `data` (features x samples): Euclidean, or 1 less Pearson's correlation (0 to 2).
 * Issues: `statistics-missing-values`, `statistics-too-few-values` (2 samples), `statistics-constant-samples` (Pearson).
 */
export function sampleDistances(data: Matrix, measure: DistanceMeasure): Result<Distances> {
  const problem = missingValues(data);
  if (problem) return refused(problem);
  const n = data.columns;
  if (n < 2) return refused(statisticsIssues.raise("statistics-too-few-values", { n, needed: 2 }));
  const samples = sampleVectors(data);
  if (measure === "pearson") {
    const constant = samples.filter((sample) => sample.every((value) => value === sample[0])).length;
    if (constant > 0) return refused(statisticsIssues.raise("statistics-constant-samples", { n: constant }));
    samples.forEach(standardise);
  }
  const between = measure === "pearson" ? uncorrelated : apart;
  const values = new Float64Array((n * (n - 1)) / 2);
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) values[pairAt(n, i, j)] = between(samples[i]!, samples[j]!);
  }
  return accepted({ n, values });
}

function sampleVectors({ rows, columns, values }: Matrix): Float64Array[] {
  const samples = Array.from({ length: columns }, () => new Float64Array(rows));
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) samples[j]![i] = values[i * columns + j]!;
  }
  return samples;
}

/** To mean 0 and length 1. */
function standardise(vector: Float64Array): void {
  const mean = vector.reduce((sum, value) => sum + value, 0) / vector.length;
  let squares = 0;
  for (let i = 0; i < vector.length; i++) {
    vector[i]! -= mean;
    squares += vector[i]! * vector[i]!;
  }
  const length = Math.sqrt(squares);
  for (let i = 0; i < vector.length; i++) vector[i]! /= length;
}

function apart(one: Float64Array, two: Float64Array): number {
  let squares = 0;
  for (let i = 0; i < one.length; i++) squares += (one[i]! - two[i]!) * (one[i]! - two[i]!);
  return Math.sqrt(squares);
}

function uncorrelated(one: Float64Array, two: Float64Array): number {
  let dot = 0;
  for (let i = 0; i < one.length; i++) dot += one[i]! * two[i]!;
  return 1 - Math.max(-1, Math.min(1, dot));
}
