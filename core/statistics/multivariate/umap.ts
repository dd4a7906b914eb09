import {
  accepted,
  createRandom,
  type Random,
  type Result,
  refused,
  withPortableMath,
} from "../../kernel/index.ts";
import { statisticsIssues } from "../issues.ts";
import { type Matrix, matrixOfColumns, rowVectors } from "../linear-algebra/index.ts";
import { missingValues } from "./complete-rows.ts";
import { nearestNeighbours } from "./nearest-neighbours.ts";
import { principalComponents } from "./pca.ts";

export interface UmapOptions {
  readonly seed: number;
  /** How many points, the point itself among them, make a neighbourhood. */
  readonly neighbours?: number;
  /** How near points may come in the map, in units of the map. */
  readonly minimumDistance?: number;
  readonly dimensions?: number;
  /** Rounds of the layout: as umap-js chooses by the number of points where not given. */
  readonly epochs?: number;
}

/**
 * A map of `points` (points x dimensions: best some tens of principal components) in which neighbours stay together, by
 * umap-js (McInnes, Healy and Melville 2018, arXiv:1802.03426) on exact Euclidean neighbours, begun from the first principal
 * components (Kobak and Linderman 2021, doi:10.1038/s41587-020-00809-z): points x map dimensions, the same bytes for the same seed in every engine. Distances between clusters, and their sizes, mean nothing. Resolves to the
 * issues `statistics-missing-values`, `statistics-too-few-values` (one more than `neighbours`), `statistics-no-spread`.
 */
export async function umap(
  points: Matrix,
  { seed, neighbours = 15, minimumDistance = 0.1, dimensions = 2, epochs }: UmapOptions,
): Promise<Result<Matrix>> {
  if (!(Number.isInteger(neighbours) && neighbours >= 2)) throw new RangeError(`${neighbours} neighbours`);
  if (!(Number.isInteger(dimensions) && dimensions >= 1)) throw new RangeError(`${dimensions} dimensions`);
  const { rows: n, columns, values } = points;
  const problem = missingValues(points);
  if (problem) return refused(problem);
  if (n <= neighbours)
    return refused(statisticsIssues.raise("statistics-too-few-values", { n, needed: neighbours + 1 }));
  if (!values.some((value, at) => value !== values[at % columns]))
    return refused(statisticsIssues.raise("statistics-no-spread"));
  const { indices, distances } = nearestNeighbours(points, neighbours);
  const random = createRandom(seed).split("umap");
  const { UMAP } = await import("umap-js");
  const start = beginning(points, dimensions, random.split("start"));
  const placed = withPortableMath(() => {
    const map = new UMAP({
      nComponents: dimensions,
      nNeighbors: neighbours,
      minDist: minimumDistance,
      ...(epochs === undefined ? {} : { nEpochs: epochs }),
      random: () => random.uniform(),
    });
    map.setPrecomputedKNN(indices, distances);
    const rounds = map.initializeFit(rowVectors(points).map((row) => Array.from(row)));
    map.getEmbedding().forEach((place, i) => {
      for (let k = 0; k < dimensions; k++) place[k] = start[i * dimensions + k]!;
    });
    for (let round = 0; round < rounds; round++) map.step();
    return map.getEmbedding();
  });
  return accepted({ rows: n, columns: dimensions, values: Float64Array.from(placed.flat()) });
}

/** The first principal components with their greatest at 10, as wide as UMAP's own beginnings, and a little noise. */
function beginning(points: Matrix, dimensions: number, random: Random): Float64Array {
  const found = principalComponents(matrixOfColumns(rowVectors(points), points.columns), {
    components: dimensions,
  });
  const start = random.normals(points.rows * dimensions).map((value) => 1e-4 * value);
  if (!("value" in found)) return start;
  const { columns, values } = found.value.scores;
  const greatest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  values.forEach((value, at) => {
    start[Math.floor(at / columns) * dimensions + (at % columns)]! += (10 * value) / greatest;
  });
  return start;
}
