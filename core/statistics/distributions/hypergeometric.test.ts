import { expect, test } from "vitest";
import {
  hypergeometricCdf,
  hypergeometricLogPmf,
  hypergeometricLogSf,
  hypergeometricPmf,
  hypergeometricSf,
} from "./hypergeometric.ts";
import golden from "./hypergeometric-tails.golden.json" with { type: "json" };

type Row = readonly (number | null)[];
const functions = [hypergeometricPmf, hypergeometricCdf, hypergeometricSf, hypergeometricLogSf];

function errors(kind: number, from: number): { row: Row; error: number }[] {
  return (golden.points as readonly Row[]).map((row) => {
    const ours = functions[kind]!(row[0]!, row[1]!, row[2]!, row[3]!);
    const truth = row[from + kind] ?? Number.NEGATIVE_INFINITY;
    const error = ours === truth ? 0 : Math.abs(ours - truth) / (Math.abs(truth) || 1);
    return { row, error: truth < 1e-300 && kind < 3 ? Math.abs(ours - truth) : error };
  });
}

test.each([
  [0, "mass"],
  [1, "lower tail"],
  [2, "upper tail"],
  [3, "logarithm of the upper tail"],
] as const)("%i: the %s is within 1e-12 of mpmath's exact fractions, 1e-11 under 1e-30", (kind, _) => {
  const wrong = errors(kind, 4).filter(({ row, error }) => {
    const truth = row[4 + kind] ?? 0;
    return !(error <= (kind < 3 && truth < 1e-30 ? 1e-11 : 1e-12));
  });
  expect(wrong).toEqual([]);
});

test("mass and tails are those of R's dhyper and phyper", () => {
  for (const kind of [0, 1, 2, 3]) {
    expect(errors(kind, 8).filter(({ error }) => !(error <= 1e-9))).toEqual([]);
  }
});

test("the mass sums to 1 and the tails complement each other", () => {
  let sum = 0;
  for (let k = 0; k <= 40; k++) {
    sum += hypergeometricPmf(k, 300, 40, 60);
    expect(hypergeometricCdf(k, 300, 40, 60) + hypergeometricSf(k, 300, 40, 60)).toBeCloseTo(1, 13);
  }
  expect(sum).toBeCloseTo(1, 13);
});

test("arguments outside the domain give NaN, places between counts those of the count below", () => {
  expect(hypergeometricLogPmf(1, 10, 11, 2)).toBeNaN();
  expect(hypergeometricSf(1, 10, 3, 10.5)).toBeNaN();
  expect(hypergeometricCdf(Number.NaN, 10, 3, 5)).toBeNaN();
  expect(hypergeometricPmf(1.5, 10, 3, 5)).toBe(0);
  expect(hypergeometricCdf(1.5, 10, 3, 5)).toBe(hypergeometricCdf(1, 10, 3, 5));
  expect(hypergeometricSf(1.5, 10, 3, 5)).toBe(hypergeometricSf(1, 10, 3, 5));
});
