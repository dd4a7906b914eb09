import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codes, value } from "../golden.test-support.ts";
import { matrixOf } from "../linear-algebra/index.ts";
import { type Distances, pairAt, sampleDistances } from "./distances.ts";
import golden from "./hierarchical-clustering.golden.json" with { type: "json" };
import {
  type ClusterTree,
  cutTree,
  hierarchicalClustering,
  type Linkage,
} from "./hierarchical-clustering.ts";
import fromR from "./hierarchical-clustering-r.golden.json" with { type: "json" };

type Case = keyof typeof fromR.cases;
const linkages = ["single", "complete", "average", "ward"] as const;

interface FromR {
  readonly merge: readonly (readonly number[])[];
  readonly height: readonly number[];
  readonly order: readonly number[];
  readonly cut: readonly (readonly number[])[];
}
interface FromSciPy {
  readonly heights: readonly number[];
  readonly cophenetic?: readonly number[];
}

function worst(found: ArrayLike<number>, wanted: readonly number[]): number {
  if (found.length !== wanted.length) return Number.POSITIVE_INFINITY;
  return Math.max(...wanted.map((one, i) => Math.abs(found[i]! - one) / Math.max(1, Math.abs(one))));
}

const asR = ({ merges }: ClusterTree) => merges.map((pair) => pair.map((one) => (one < 0 ? one : one + 1)));

/** The height at which two things come together, for each pair. */
function cophenetic({ merges, heights }: ClusterTree): Float64Array {
  const n = heights.length + 1;
  const found = new Float64Array((n * (n - 1)) / 2);
  const members: number[][] = [];
  const of = (one: number) => (one < 0 ? [-1 - one] : members[one]!);
  merges.forEach(([a, b], k) => {
    for (const i of of(a)) {
      for (const j of of(b)) found[pairAt(n, Math.min(i, j), Math.max(i, j))] = heights[k]!;
    }
    members.push([...of(a), ...of(b)]);
  });
  return found;
}

describe.each(Object.keys(fromR.cases) as Case[])("%s", (name) => {
  const r = fromR.cases[name];
  const python = golden.cases[name] as unknown as { distances?: number[]; pearson?: number[] };
  const data = matrixOf(r.data);
  const distances = value(sampleDistances(data, "euclidean"));

  test("Euclidean distances are those of R's dist and SciPy's pdist", () => {
    const theirs: { distances?: number[] | null } = r.euclidean;
    if (theirs.distances?.length) expect(worst(distances.values, theirs.distances)).toBeLessThan(4e-16);
    if (python.distances) expect(worst(distances.values, python.distances)).toBeLessThan(4e-16);
    expect(distances.n).toBe(data.columns);
  });

  test("Pearson distances are 1 less R's cor and SciPy's correlation distance", () => {
    if (r.pearson.length === 0) return;
    const { values } = value(sampleDistances(data, "pearson"));
    expect(worst(values, r.pearson)).toBeLessThan(2e-15);
    expect(worst(values, python.pearson!)).toBeLessThan(2e-15);
  });

  test.each(linkages)(
    "the tree by %s linkage is that of R's hclust, merge by merge, also with equal distances",
    (linkage) => {
      const wanted: FromR = r.euclidean[linkage];
      const tree = value(hierarchicalClustering(distances, linkage));
      expect(asR(tree)).toEqual(wanted.merge);
      expect(Array.from(tree.order, (one) => one + 1)).toEqual(wanted.order);
      expect(worst(tree.heights, wanted.height)).toBeLessThan(2e-15);
      const n = distances.n;
      const counts = [...new Set([1, 2, 3, 5].map((k) => Math.min(n, k)))];
      expect(counts.map((count) => Array.from(cutTree(tree, count), (one) => one + 1))).toEqual(wanted.cut);
    },
  );

  test.each(linkages)(
    "heights by %s linkage are SciPy's, and cophenetic distances where no two distances are equal",
    (linkage) => {
      const wanted: FromSciPy = golden.cases[name][linkage];
      const tree = value(hierarchicalClustering(distances, linkage));
      if (linkage === "single" || wanted.cophenetic)
        expect(worst(tree.heights, wanted.heights)).toBeLessThan(4e-15);
      if (wanted.cophenetic) expect(worst(cophenetic(tree), wanted.cophenetic)).toBeLessThan(4e-15);
    },
  );
});

/** Single linkage by definition: the greatest step on the path whose greatest step is least (Floyd and Warshall). */
function minimaxPaths({ n, values }: Distances): Float64Array {
  const path = Float64Array.from(values);
  const at = (i: number, j: number) => pairAt(n, Math.min(i, j), Math.max(i, j));
  for (let k = 0; k < n; k++) {
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) {
        if (k === i || k === j) continue;
        path[at(i, j)] = Math.min(path[at(i, j)]!, Math.max(path[at(i, k)]!, path[at(k, j)]!));
      }
    }
  }
  return path;
}

test("heights by single linkage are minimax paths, and heights never fall (property)", () => {
  const some = fc.integer({ min: 2, max: 9 }).chain((n) =>
    fc
      .array(fc.integer({ min: 0, max: 12 }), {
        minLength: (n * (n - 1)) / 2,
        maxLength: (n * (n - 1)) / 2,
      })
      .map((values): Distances => ({ n, values: Float64Array.from(values) })),
  );
  fc.assert(
    fc.property(some, fc.constantFrom<Linkage>(...linkages), (distances, linkage) => {
      const tree = value(hierarchicalClustering(distances, linkage));
      expect([...tree.order].sort((a, b) => a - b)).toEqual([...tree.order.keys()]);
      for (let k = 1; k < tree.heights.length; k++) {
        expect(tree.heights[k]!).toBeGreaterThanOrEqual(tree.heights[k - 1]! * (1 - 1e-14));
      }
      if (linkage === "single") expect(cophenetic(tree)).toEqual(minimaxPaths(distances));
      expect(new Set(cutTree(tree, distances.n)).size).toBe(distances.n);
    }),
    { seed: 8 },
  );
});

test("one sample, missing values and a constant sample by correlation are refused", () => {
  expect(codes(sampleDistances(matrixOf([[1], [2]]), "euclidean"))).toEqual(["statistics-too-few-values"]);
  expect(codes(sampleDistances(matrixOf([[1, Number.NaN]]), "euclidean"))).toEqual([
    "statistics-missing-values",
  ]);
  const constant = matrixOf([
    [0.1, 1, 2],
    [0.1, 2, 1],
    [0.1, 3, 5],
  ]);
  expect(codes(sampleDistances(constant, "pearson"))).toEqual(["statistics-constant-samples"]);
  expect(codes(hierarchicalClustering({ n: 1, values: new Float64Array(0) }, "single"))).toEqual([
    "statistics-too-few-values",
  ]);
  expect(codes(hierarchicalClustering({ n: 2, values: Float64Array.of(Number.NaN) }, "ward"))).toEqual([
    "statistics-not-finite",
  ]);
  expect(() => hierarchicalClustering({ n: 3, values: new Float64Array(1) }, "single")).toThrow(RangeError);
  const pair = value(hierarchicalClustering({ n: 2, values: Float64Array.of(1) }, "single"));
  expect(() => cutTree(pair, 3)).toThrow(RangeError);
});
