import { expect, test } from "vitest";
import { matrixOf } from "../../../../statistics/index.ts";
import type { Feature } from "../../measurement.ts";
import { usableFeatures } from "./usable-features.ts";

const feature = (id: string): Feature => ({ id, proteins: [id], genes: [], marks: [], line: 1 });
const _ = Number.NaN;
const rule = { minimumObserved: 2, keepContaminants: false, imputed: null };
const features = ["both", "one side", "one value", "never"].map(feature);

test("without imputation a protein has to be observed on both sides", () => {
  const values = matrixOf([
    [1, 2, 3, 4],
    [1, 2, _, _],
    [1, _, _, _],
    [_, _, _, _],
  ]);
  const { rows, notTested } = usableFeatures(features, values, [0, 1], [2, 3], rule);
  expect([...rows]).toEqual([0]);
  expect(notTested).toEqual([
    { reason: "observed in too few samples", count: 2 },
    { reason: "nothing observed", count: 1 },
  ]);
});

test("with imputation one side is enough, and imputed values are not observed", () => {
  const values = matrixOf([
    [1, 2, 3, 4],
    [1, 2, 0, 0],
    [1, 0, 0, 0],
    [0, 0, 0, 0],
  ]);
  const imputed = Uint8Array.from([0, 0, 0, 0, 0, 0, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1]);
  const found = usableFeatures(features, values, [0, 1], [2, 3], { ...rule, imputed });
  expect([...found.rows]).toEqual([0, 1]);
  expect([...found.firstObserved]).toEqual([2, 2, 1, 0]);
  expect([...found.secondObserved]).toEqual([2, 0, 0, 0]);
  expect(found.notTested).toEqual([
    { reason: "observed in too few samples", count: 1 },
    { reason: "nothing observed", count: 1 },
  ]);
});
