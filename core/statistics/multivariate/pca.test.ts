import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codes, value } from "../golden.test-support.ts";
import { type Matrix, matrixOf, nestedRows } from "../linear-algebra/index.ts";
import { completeRows } from "./complete-rows.ts";
import { explainedBy } from "./explained-by.ts";
import golden from "./pca.golden.json" with { type: "json" };
import { principalComponents } from "./pca.ts";
import fromR from "./pca-r.golden.json" with { type: "json" };

type Case = keyof typeof fromR.cases;
type Covariate = keyof typeof fromR.covariates;

function normwise(found: ArrayLike<number>, wanted: ArrayLike<number>): number {
  if (found.length !== wanted.length) return Number.POSITIVE_INFINITY;
  const size = Math.max(...Array.from(wanted, Math.abs)) || 1;
  return Math.max(...Array.from(wanted, (one, i) => Math.abs(found[i]! - one))) / size;
}

const column = (rows: readonly (readonly number[])[], j: number) => rows.map((row) => row[j]!);

/** Worst difference of any column, as a share of `size`, with the sign of the other turned to ours. */
function columnwise(found: Matrix, wanted: readonly (readonly number[])[], size: number): number {
  if (found.rows !== wanted.length || found.columns !== wanted[0]!.length) return Number.POSITIVE_INFINITY;
  let worst = 0;
  for (let j = 0; j < found.columns; j++) {
    const mine = column(nestedRows(found), j);
    const theirs = column(wanted, j);
    const sign = Math.sign(mine.reduce((sum, one, i) => sum + one * theirs[i]!, 0));
    mine.forEach((one, i) => {
      worst = Math.max(worst, Math.abs(one - sign * theirs[i]!) / size);
    });
  }
  return worst;
}

describe.each(Object.keys(fromR.cases) as Case[])("%s", (name) => {
  const data = matrixOf(fromR.cases[name].data);

  test.each(["plain", "scaled"] as const)(
    "principal components are prcomp's and scikit-learn's, %s",
    (kind) => {
      const r = fromR.cases[name][kind];
      const python = golden.cases[name][kind];
      const found = value(principalComponents(data, { components: 99, scale: kind === "scaled" }));
      const spread = r.deviations[0]! / r.deviations.at(-1)!;
      const offset = (name === "offset" ? 1e-9 : 1e-13) + 4 * Number.EPSILON * spread;
      expect(normwise(found.variances.map(Math.sqrt), r.deviations)).toBeLessThan(offset);
      expect(normwise(found.variances.map(Math.sqrt), python.deviations)).toBeLessThan(offset);
      expect(normwise(found.explained, python.explained)).toBeLessThan(offset);
      expect(Math.abs(found.totalVariance / r.total[0]! - 1)).toBeLessThan(offset);
      for (const other of [r, python]) {
        expect(columnwise(found.scores, other.scores, r.deviations[0]!)).toBeLessThan(1e-10 * spread);
        expect(columnwise(found.loadings, other.loadings, 1)).toBeLessThan(1e-10 * spread);
      }
      for (let j = 0; j < found.loadings.columns; j++) {
        const loadings = column(nestedRows(found.loadings), j);
        expect(
          loadings.reduce((most, one) => (Math.abs(one) > Math.abs(most) + 1e-9 ? one : most), 0),
        ).toBeGreaterThan(0);
      }
    },
  );

  test("standard deviations of components are mpmath's, with an error of rounding over their share of the first", () => {
    const found = value(principalComponents(data, { components: 99 }));
    const wanted = golden.cases[name].precise.slice(0, found.variances.length);
    const spread = wanted[0]! / wanted.at(-1)!;
    expect(normwise(found.variances.map(Math.sqrt), wanted)).toBeLessThan(
      (name === "offset" ? 1e-10 : 1e-14) + 4 * Number.EPSILON * spread,
    );
  });
});

describe.each(Object.keys(fromR.covariates) as Covariate[])("%s", (name) => {
  test("the share explained by a covariate and its F-test are those of lm, SciPy's linregress and f_oneway", () => {
    const scores = matrixOf(fromR.cases.wide.plain.scores.map((row) => row.slice(0, 3)));
    const covariate: readonly (number | string | null)[] = fromR.covariates[name];
    const given = covariate.some((one) => typeof one === "number")
      ? Float64Array.from(covariate, (one) => (one as number | null) ?? Number.NaN)
      : (covariate as (string | null)[]);
    const found = value(explainedBy(scores, given));
    found.forEach(({ share, f, df1, df2, p, n }, j) => {
      const wanted = fromR.explained[name][j]!;
      [share, f, df1, df2, p, n].forEach((one, i) => {
        expect(Math.abs(one - wanted[i]!)).toBeLessThan(1e-11 * Math.abs(wanted[i]!) + 1e-13);
      });
      [share, f, p].forEach((one, i) => {
        const other = golden.explained[name][j]![i]!;
        expect(Math.abs(one - other)).toBeLessThan(1e-11 * Math.abs(other) + 1e-13);
      });
    });
  });
});

test("the inner products of many features are summed over blocks without a gap, by samples and by features", () => {
  const samples = 6;
  const wide = matrixOf(
    Array.from({ length: 1037 }, (_, i) =>
      Array.from({ length: samples }, (_, j) => ((i * 7919 + j * 104729 + i * j * 31) % 1009) / 100),
    ),
  );
  const found = value(principalComponents(wide, { components: 5 }));
  const centred = nestedRows(wide).map((row) =>
    row.map((one) => one - row.reduce((a, b) => a + b) / samples),
  );
  centred.forEach((row, i) => {
    row.forEach((one, j) => {
      let sum = 0;
      for (let k = 0; k < 5; k++) sum += found.loadings.values[i * 5 + k]! * found.scores.values[j * 5 + k]!;
      expect(Math.abs(sum - one)).toBeLessThan(1e-12);
    });
  });
  const turned = matrixOf(Array.from({ length: samples }, (_, j) => nestedRows(wide).map((row) => row[j]!)));
  const long = value(principalComponents(turned, { components: 6 }));
  let total = 0;
  for (const row of nestedRows(turned)) {
    const middle = row.reduce((a, b) => a + b) / row.length;
    total += row.reduce((sum, one) => sum + (one - middle) * (one - middle), 0) / (row.length - 1);
  }
  expect(Math.abs(long.totalVariance / total - 1)).toBeLessThan(1e-13);
  expect(Math.abs(long.explained.reduce((a, b) => a + b) - 1)).toBeLessThan(1e-13);
});

test("components of rotated features keep their scores (property)", () => {
  const entry = fc.integer({ min: -50, max: 50 });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(entry, entry, entry, entry, entry), { minLength: 2, maxLength: 9 }),
      fc.double({ min: -1, max: 1, noNaN: true }),
      (rows, cosine) => {
        const sine = Math.sqrt(1 - cosine * cosine);
        const turned = [
          rows[0]!.map((one, j) => cosine * one - sine * rows[1]![j]!),
          rows[0]!.map((one, j) => sine * one + cosine * rows[1]![j]!),
          ...rows.slice(2),
        ];
        const one = principalComponents(matrixOf(rows), { components: 1 });
        const two = principalComponents(matrixOf(turned), { components: 1 });
        if (!("value" in one) || !("value" in two)) return;
        expect(Math.abs(one.value.variances[0]! - two.value.variances[0]!)).toBeLessThan(
          1e-12 * one.value.totalVariance,
        );
      },
    ),
    { seed: 5 },
  );
});

test("missing values, a single sample, constant features and no spread are refused; too few components are a warning", () => {
  const missing = matrixOf([
    [1, 2, Number.NaN],
    [2, 5, 3],
    [Number.POSITIVE_INFINITY, Number.NaN, 1],
  ]);
  const refusal = principalComponents(missing);
  expect(codes(refusal)).toEqual(["statistics-missing-values"]);
  expect("issues" in refusal && refusal.issues[0]!.parameters).toEqual({ n: 3, features: 2 });
  const { data, rows } = completeRows(missing);
  expect([nestedRows(data), [...rows]]).toEqual([[[2, 5, 3]], [1]]);
  expect(codes(principalComponents(matrixOf([[1], [2]])))).toEqual(["statistics-too-few-values"]);
  const constant = matrixOf([
    [0.1, 0.1, 0.1],
    [1, 2, 4],
  ]);
  expect(codes(principalComponents(constant, { scale: true }))).toEqual(["statistics-constant-features"]);
  expect(codes(principalComponents(constant, { components: 2 }))).toEqual(["statistics-fewer-components"]);
  expect(value(principalComponents(constant)).loadings.values).toEqual(Float64Array.of(0, 1));
  expect(codes(principalComponents(matrixOf([[0.1, 0.1, 0.1]])))).toEqual(["statistics-no-spread"]);
  expect(codes(principalComponents(matrixOf([[1e200, -1e200, 0]])))).toEqual(["statistics-not-finite"]);
  expect(() => principalComponents(constant, { components: 0 })).toThrow(RangeError);
});

test("a covariate that is constant or leaves too few samples is refused; scores that do not vary explain nothing", () => {
  const scores = matrixOf([
    [1, 2],
    [2, 2],
    [4, 2],
    [7, 2],
  ]);
  expect(codes(explainedBy(scores, ["a", "a", "a", null]))).toEqual(["statistics-no-spread"]);
  expect(codes(explainedBy(scores, Float64Array.of(3, 3, 3, 3)))).toEqual(["statistics-no-spread"]);
  expect(codes(explainedBy(scores, ["a", "b", "c", "d"]))).toEqual(["statistics-too-few-values"]);
  expect(codes(explainedBy(scores, Float64Array.of(1, 2, Number.NaN, Number.NaN)))).toEqual([
    "statistics-too-few-values",
  ]);
  const [first, second] = value(explainedBy(scores, Float64Array.of(1, 2, 4, 7)));
  expect(first).toMatchObject({ share: 1, f: Number.POSITIVE_INFINITY, p: 0 });
  expect(second!.share).toBeNaN();
  expect(second!.p).toBeNaN();
  expect(() => explainedBy(scores, ["a"])).toThrow(RangeError);
});
