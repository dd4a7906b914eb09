import { expect, test } from "vitest";
import { sha256OfSmall } from "../../kernel/index.ts";
import { codes, value, worstError } from "../golden.test-support.ts";
import { columnVectors, type Matrix, matrixOf, matrixOfColumns } from "../linear-algebra/index.ts";
import { mean, variance } from "../moments.ts";
import { nearestNeighbours } from "./nearest-neighbours.ts";
import golden from "./umap.golden.json" with { type: "json" };
import { umap } from "./umap.ts";

const points = matrixOf(golden.points);

/**
 * Share of neighbourhoods of the map that were neighbourhoods of the points, by scikit-learn's neighbours and the ranks of
 * all distances (Venna and Kaski 2001).
 */
function trustworthiness(layout: Matrix, count: number): number {
  const n = points.rows;
  const ranked = nearestNeighbours(points, n).indices;
  let penalty = 0;
  nearestNeighbours(layout, count + 1).indices.forEach(([own, ...near], i) => {
    expect(own).toBe(i);
    for (const j of near) {
      if (!golden.neighbours[i]!.includes(j)) penalty += ranked[i]!.indexOf(j) - count;
    }
  });
  return 1 - (2 * penalty) / (n * count * (2 * n - 3 * count - 1));
}

const firstTwo = (m: Matrix) => matrixOfColumns(columnVectors(m).slice(0, 2), m.rows);

test("nearest neighbours are scikit-learn's brute-force ones", () => {
  const found = nearestNeighbours(points, 11);
  expect(found.indices.map(([_, ...near]) => near)).toEqual(golden.neighbours);
  expect(
    worstError(
      found.distances.flatMap(([_, ...near]) => near),
      golden.distances.flat(),
    ),
  ).toBeLessThan(1e-15);
});

test("of equal distances the earlier point is the nearer neighbour, the point itself always the first", () => {
  const line = matrixOf([[0], [1], [0], [-1], [1]]);
  expect(nearestNeighbours(line, 4).indices).toEqual([
    [0, 2, 1, 3],
    [1, 4, 0, 2],
    [2, 0, 1, 3],
    [3, 0, 2, 1],
    [4, 1, 0, 2],
  ]);
});

test("trustworthiness is scikit-learn's", () => {
  const plain = firstTwo(points);
  const backwards = matrixOf(
    Array.from({ length: points.rows }, (_, i) => golden.points.at(-1 - i)!.slice(0, 2)),
  );
  expect(Math.abs(trustworthiness(plain, 10) - golden.trustworthiness.firstTwo)).toBeLessThan(1e-14);
  expect(Math.abs(trustworthiness(backwards, 10) - golden.trustworthiness.reversed)).toBeLessThan(1e-14);
});

test("UMAP's trustworthiness over three seeds is within two standard deviations of umap-learn's, and groups stay whole", async () => {
  const qualities: number[] = [];
  for (const seed of [0, 1, 2]) {
    const map = value(await umap(points, { seed, neighbours: 10 }));
    expect([map.rows, map.columns]).toEqual([110, 2]);
    qualities.push(trustworthiness(map, 10));
    for (const [i, near] of nearestNeighbours(map, 11).indices.entries()) {
      expect(near.map((j) => golden.labels[j])).toEqual(near.map(() => golden.labels[i]));
    }
  }
  const { umapLearn } = golden.trustworthiness;
  expect(mean(qualities)).toBeGreaterThan(mean(umapLearn) - 2 * Math.sqrt(variance(umapLearn)));
});

test("UMAP gives the same bytes for the same seed, others for another, and leaves Math and the points as they were", async () => {
  const before = points.values.slice();
  const exp = Math.exp;
  const options = { neighbours: 8, epochs: 40, dimensions: 3 };
  const one = value(await umap(points, { seed: 5, ...options }));
  const again = value(await umap(points, { seed: 5, ...options }));
  const other = value(await umap(points, { seed: 6, ...options }));
  expect(again).toEqual(one);
  expect(other.values).not.toEqual(one.values);
  expect(one.columns).toBe(3);
  expect(Math.exp).toBe(exp);
  expect(points.values).toEqual(before);
  const bytes = new Uint8Array(one.values.buffer);
  expect(sha256OfSmall(bytes)).toBe("57a44a6176676598f8d062ee336a037b0a1c115b6a39a4c6823fd7557b83128a");
});

test("UMAP's bytes do not depend on the engine's own functions", async () => {
  const options = { seed: 5, neighbours: 8, epochs: 20 };
  const plain = value(await umap(points, options));
  const own = { exp: Math.exp, pow: Math.pow, log: Math.log, random: Math.random };
  const off =
    (work: (...args: number[]) => number) =>
    (...args: number[]) =>
      work(...args) * (1 + 1e-6);
  try {
    Object.assign(Math, {
      exp: off(own.exp),
      pow: off(own.pow as never),
      log: off(own.log),
      random: () => 0.5,
    });
    expect(value(await umap(points, options))).toEqual(plain);
  } finally {
    Object.assign(Math, own);
  }
});

test("UMAP takes points that coincide, and refuses missing values, too few points and no spread", async () => {
  const doubled = matrixOf([...golden.points.slice(0, 12), ...golden.points.slice(0, 12)]);
  const map = value(await umap(doubled, { seed: 1, neighbours: 5, epochs: 50 }));
  expect(map.values.every(Number.isFinite)).toBe(true);
  const few = matrixOf(golden.points.slice(0, 5));
  expect(codes(await umap(few, { seed: 1, neighbours: 5 }))).toEqual(["statistics-too-few-values"]);
  expect(codes(await umap(matrixOf([[1], [Number.NaN]]), { seed: 1, neighbours: 2 }))).toEqual([
    "statistics-missing-values",
  ]);
  const same = matrixOf(Array.from({ length: 6 }, () => [1, 2]));
  expect(codes(await umap(same, { seed: 1, neighbours: 3 }))).toEqual(["statistics-no-spread"]);
  await expect(umap(few, { seed: 1, neighbours: 1 })).rejects.toThrow(RangeError);
});
