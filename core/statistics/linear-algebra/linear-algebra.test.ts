import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { worstError } from "../golden.test-support.ts";
import golden from "./linear-algebra.golden.json" with { type: "json" };
import fromR from "./linear-algebra-r.golden.json" with { type: "json" };
import { inverseMatrix, solveLinear } from "./lu.ts";
import { matrixOf, nestedRows } from "./matrix.ts";
import { conditionNumber, singularValues } from "./singular-values.ts";

type Name = keyof typeof golden.square;

/** Greatest difference as a share of the greatest number. */
function normwise(found: ArrayLike<number>, wanted: readonly number[]): number {
  const size = Math.max(...wanted.map(Math.abs));
  return Math.max(...wanted.map((value, i) => Math.abs(found[i]! - value))) / size;
}

describe.each(Object.keys(golden.square) as Name[])("%s", (name) => {
  const { matrix, inverse, solution, singular } = golden.square[name];
  const condition = singular[0]! / singular.at(-1)!;
  const ours = matrixOf(matrix);
  test("inverse by LU agrees with exact fractions and with LAPACK to the condition's accuracy", () => {
    const found = inverseMatrix(ours)!;
    expect(normwise(found.values, inverse.flat())).toBeLessThan(matrix.length * Number.EPSILON * condition);
    expect(normwise(found.values, fromR.square[name].inverse)).toBeLessThan(
      matrix.length * Number.EPSILON * condition,
    );
  });
  test("solution by LU agrees with exact fractions", () => {
    const right = Float64Array.from(matrix, (_, i) => i + 1);
    expect(normwise(solveLinear(ours, right)!, solution)).toBeLessThan(
      matrix.length * Number.EPSILON * condition,
    );
  });
  test("singular values by one-sided Jacobi agree with 60 digits and with LAPACK", () => {
    const found = singularValues(ours);
    expect(normwise(found, singular)).toBeLessThan(2e-15);
    expect(normwise(found, fromR.square[name].singular)).toBeLessThan(2e-15);
    expect(Math.abs(conditionNumber(ours) / condition - 1)).toBeLessThan(4e-16 * condition);
  });
});

test.each(["tall", "wide"] as const)("singular values of a %s matrix", (name) => {
  const { matrix, singular } = golden.oblong[name];
  expect(worstError(singularValues(matrixOf(matrix)), singular)).toBeLessThan(2e-15);
  expect(worstError(singularValues(matrixOf(matrix)), fromR.oblong[name].singular)).toBeLessThan(4e-15);
});

test("a singular matrix has no inverse and an infinite or huge condition number", () => {
  const zero = matrixOf([
    [1, 0],
    [2, 0],
  ]);
  expect(inverseMatrix(zero)).toBeNull();
  expect(solveLinear(zero, Float64Array.of(1, 1))).toBeNull();
  expect(conditionNumber(zero)).toBe(Number.POSITIVE_INFINITY);
  const dependent = matrixOf([
    [1, 2, 3],
    [4, 5, 6],
    [7, 8, 9],
  ]);
  expect(conditionNumber(dependent)).toBeGreaterThan(1e15);
});

test("singular values of very large and very small numbers neither overflow nor vanish", () => {
  for (const size of [1e200, 1e-200]) {
    const scaled = matrixOf(golden.square.three.matrix.map((row) => row.map((value) => value * size)));
    const wanted = golden.square.three.singular.map((value) => value * size);
    expect(worstError(singularValues(scaled), wanted)).toBeLessThan(4e-15);
  }
});

test("a matrix times its inverse is the identity", () => {
  const entry = fc.double({ min: -0.2, max: 0.2, noNaN: true });
  const square = fc
    .integer({ min: 1, max: 8 })
    .chain((n) => fc.array(fc.array(entry, { minLength: n, maxLength: n }), { minLength: n, maxLength: n }))
    .map((rows) => rows.map((row, i) => row.map((value, j) => (i === j ? 2 + value : value))));
  fc.assert(
    fc.property(square, (rows) => {
      const inverse = nestedRows(inverseMatrix(matrixOf(rows))!);
      rows.forEach((row, i) => {
        row.forEach((_, j) => {
          const product = row.reduce((sum, value, k) => sum + value * inverse[k]![j]!, 0);
          expect(Math.abs(product - (i === j ? 1 : 0))).toBeLessThan(1e-14);
        });
      });
    }),
    { seed: 12 },
  );
});

test("rows of different lengths and oblong inverses are faults of the caller", () => {
  expect(() => matrixOf([[1, 2], [3]])).toThrow(RangeError);
  expect(() => inverseMatrix(matrixOf([[1, 2]]))).toThrow(RangeError);
});
