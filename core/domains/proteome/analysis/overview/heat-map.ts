import { isAccepted } from "../../../../kernel/index.ts";
import {
  type ClusterTree,
  hierarchicalClustering,
  type Matrix,
  sampleDistances,
} from "../../../../statistics/index.ts";
import type { DataSet } from "../data-sets.ts";

export interface Branches {
  /** Things from the first to the last leaf. */
  readonly order: readonly number[];
  /** As `ClusterTree.merges`. */
  readonly merges: readonly (readonly [number, number])[];
  readonly heights: readonly number[];
}

/** z-scores of chosen proteins with the trees of both sides. */
export interface HeatMap {
  /** The contrast whose first proteins these are; null for those of greatest variance. */
  readonly contrast: string | null;
  readonly proteins: readonly string[];
  /** Indices of the data set's samples. */
  readonly samples: readonly number[];
  /** Samples that were left out because there are more than are drawn. */
  readonly samplesLeft: number;
  /** By protein, then sample; null where nothing was measured. */
  readonly z: readonly (readonly (number | null)[])[];
  readonly proteinTree: Branches | null;
  readonly sampleTree: Branches | null;
}

export const mostProteins = 40;
const mostSamples = 60;
/** Share of the samples in which a protein has to be observed. */
const leastObserved = 0.5;

/**
 * The first `mostProteins` of `candidates` (rows, best first) that are observed in half of `columns` and vary: z-scores
 * by row, clustered by Ward's method on Euclidean distances with a missing value at its protein's mean. Null where no
 * two proteins or samples are left. Of more than 60 samples equally spaced ones are taken.
 */
export function heatMapOf(
  contrast: string | null,
  candidates: Iterable<number>,
  columns: readonly number[],
  { features, values }: DataSet,
): HeatMap | null {
  const step = Math.max(1, columns.length / mostSamples);
  const samples = Array.from(
    { length: Math.min(columns.length, mostSamples) },
    (_, at) => columns[Math.floor(at * step)]!,
  );
  const rows: { readonly row: number; readonly z: readonly (number | null)[] }[] = [];
  for (const row of candidates) {
    if (rows.length === mostProteins) break;
    const z = zScores(samples.map((column) => values.values[row * values.columns + column]!));
    if (z !== null) rows.push({ row, z });
  }
  if (rows.length < 2 || samples.length < 2) return null;
  const filled = Float64Array.from(rows.flatMap(({ z }) => z.map((value) => value ?? 0)));
  const bySample: Matrix = { rows: rows.length, columns: samples.length, values: filled };
  return {
    contrast,
    proteins: rows.map(({ row }) => features[row]!.genes[0] ?? features[row]!.id),
    samples,
    samplesLeft: columns.length - samples.length,
    z: rows.map(({ z }) => z),
    sampleTree: treeOf(bySample),
    proteinTree: treeOf(transposed(bySample)),
  };
}

function zScores(values: readonly number[]): (number | null)[] | null {
  const seen = values.filter((value) => !Number.isNaN(value));
  if (seen.length < Math.max(2, leastObserved * values.length)) return null;
  const mean = seen.reduce((sum, value) => sum + value, 0) / seen.length;
  const squares = seen.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  const sd = Math.sqrt(squares / (seen.length - 1));
  if (!(sd > 1e-12 * Math.max(1, Math.abs(mean)))) return null;
  return values.map((value) => (Number.isNaN(value) ? null : (value - mean) / sd));
}

function treeOf(data: Matrix): Branches | null {
  const distances = sampleDistances(data, "euclidean");
  if (!isAccepted(distances)) return null;
  const tree = hierarchicalClustering(distances.value, "ward");
  return isAccepted(tree) ? plain(tree.value) : null;
}

function plain({ order, merges, heights }: ClusterTree): Branches {
  return { order: [...order], merges, heights: [...heights] };
}

function transposed({ rows, columns, values }: Matrix): Matrix {
  const out = new Float64Array(values.length);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      out[column * rows + row] = values[row * columns + column]!;
  return { rows: columns, columns: rows, values: out };
}

/** Rows by variance of what was observed, greatest first. */
export function byVariance({ values: { rows, columns, values } }: DataSet): number[] {
  const variances = Float64Array.from({ length: rows }, (_, row) => {
    const seen = values.subarray(row * columns, (row + 1) * columns).filter((value) => !Number.isNaN(value));
    const mean = seen.reduce((sum, value) => sum + value, 0) / seen.length;
    return seen.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (seen.length - 1);
  });
  return [...variances.keys()]
    .filter((row) => variances[row]! > 0)
    .sort((a, b) => variances[b]! - variances[a]! || a - b);
}
