import { describe, expect, test } from "vitest";
import { codes, value, worstError } from "../golden.test-support.ts";
import { cholesky, choleskySolve, logDeterminant } from "./cholesky.ts";
import golden from "./decompositions.golden.json" with { type: "json" };
import fromR from "./decompositions-r.golden.json" with { type: "json" };
import { type Matrix, matrixOf, matrixOfColumns, nestedRows } from "./matrix.ts";
import { orthogonalTimes, qr, qrSolve, transposedTimes, upperFactor } from "./qr.ts";
import { singularValues } from "./singular-values.ts";
import { svd } from "./svd.ts";
import { symmetricEigen } from "./symmetric-eigen.ts";

type General = keyof typeof golden.general;
type Symmetric = keyof typeof golden.symmetric;
const eps = Number.EPSILON;

/** Greatest difference as a share of the greatest number. */
function normwise(found: ArrayLike<number>, wanted: ArrayLike<number>): number {
  if (found.length !== wanted.length) return Number.POSITIVE_INFINITY;
  const size = Math.max(...Array.from(wanted, Math.abs)) || 1;
  return Math.max(...Array.from(wanted, (one, i) => Math.abs(found[i]! - one))) / size;
}

function product(a: Matrix, b: Matrix): Matrix {
  return matrixOf(
    Array.from({ length: a.rows }, (_, i) =>
      Array.from({ length: b.columns }, (_, j) => {
        let sum = 0;
        for (let k = 0; k < a.columns; k++)
          sum += a.values[i * a.columns + k]! * b.values[k * b.columns + j]!;
        return sum;
      }),
    ),
  );
}

const transposed = (m: Matrix) =>
  matrixOfColumns(
    nestedRows(m).map((row) => Float64Array.from(row)),
    m.columns,
  );

function fromIdentity(m: Matrix): number {
  const gram = product(transposed(m), m);
  return Math.max(
    ...Array.from(gram.values, (one, at) =>
      Math.abs(one - (at % gram.columns === Math.floor(at / gram.columns) ? 1 : 0)),
    ),
  );
}

const withScaledColumns = (m: Matrix, by: ArrayLike<number>): Matrix => ({
  ...m,
  values: m.values.map((one, at) => one * by[at % m.columns]!),
});

const column = (rows: readonly (readonly number[])[], j: number) => rows.map((row) => row[j]!);
const along = (found: number[], wanted: number[]) => {
  const sign = Math.sign(found.reduce((sum, one, i) => sum + one * wanted[i]!, 0));
  return found.map((one) => one * sign);
};
const absolute = (numbers: ArrayLike<number>) => Array.from(numbers, Math.abs);

describe.each(Object.keys(golden.general) as General[])("%s", (name) => {
  const { matrix, svd: wanted, solution } = golden.general[name];
  const r = fromR.general[name];
  const ours = matrixOf(matrix);
  const b = matrix.map((_, i) => (i * i + 1) / 4);

  test("svd has mpmath's and LAPACK's singular values and gives the matrix back", () => {
    const { u, s, v } = svd(ours);
    expect(normwise(s, wanted.s)).toBeLessThan(4 * eps);
    expect(normwise(s, r.singular)).toBeLessThan(8 * eps);
    expect(normwise(s, singularValues(ours))).toBeLessThan(4 * eps);
    expect([u.rows, u.columns, v.rows, v.columns]).toEqual([ours.rows, s.length, ours.columns, s.length]);
    expect(fromIdentity(u)).toBeLessThan(16 * eps);
    expect(fromIdentity(v)).toBeLessThan(16 * eps);
    expect(normwise(product(withScaledColumns(u, s), transposed(v)).values, ours.values)).toBeLessThan(
      16 * eps,
    );
  });

  test("svd has mpmath's vectors, as far as the gaps between singular values determine them", () => {
    const { u, s, v } = svd(ours);
    for (let j = 0; j < s.length; j++) {
      const gap = Math.min(
        ...wanted.s.map((one, k) => (k === j ? wanted.s[0]! : Math.abs(one - wanted.s[j]!))),
      );
      const bound = (32 * eps * wanted.s[0]!) / gap;
      if (!(bound < 1e-3)) continue;
      expect(
        normwise(along(column(nestedRows(v), j), column(wanted.v, j)), column(wanted.v, j)),
      ).toBeLessThan(bound);
      if (wanted.s[j]! < 1e-12 * wanted.s[0]!) continue;
      expect(
        normwise(along(column(nestedRows(u), j), column(wanted.u, j)), column(wanted.u, j)),
      ).toBeLessThan(bound);
    }
  });

  test("qr has R's rank, column order, factor and effects (dqrdc2)", () => {
    const found = qr(ours);
    expect([found.rank]).toEqual(r.rank);
    expect([...found.order]).toEqual(r.order);
    expect([...found.aliased]).toEqual(r.order.slice(r.rank[0]).sort());
    const upper = upperFactor(found);
    expect(normwise(absolute(upper.values), r.upper.flat())).toBeLessThan(32 * eps);
    expect(
      normwise(absolute(transposedTimes(found, b)).slice(0, r.rank[0]), r.effects.slice(0, r.rank[0])),
    ).toBeLessThan(64 * eps + (name === "hilbert" ? eps * (wanted.s[0]! / wanted.s[6]!) : 0));
    expect(normwise(orthogonalTimes(found, transposedTimes(found, b)), b)).toBeLessThan(16 * eps);
  });

  test("qr with the greatest column first has LAPACK's order and diagonal (dgeqp3)", () => {
    const found = qr(ours, { pivoting: "greatest-first", tolerance: 1e-12 });
    expect(found.rank).toBe(wanted.s.filter((one) => one > 1e-13 * wanted.s[0]!).length);
    expect([...found.order].slice(0, found.rank)).toEqual(r.greatestOrder.slice(0, found.rank));
    expect(normwise(absolute(found.diagonal), r.greatestDiagonal)).toBeLessThan(8 * eps);
    const q = matrixOfColumns(
      Array.from(found.diagonal, (_, k) => orthogonalTimes(found, new Float64Array(k + 1).fill(1, k))),
      ours.rows,
    );
    expect(fromIdentity(q)).toBeLessThan(16 * eps);
    const permuted = nestedRows(ours).map((row) => Array.from(found.order, (j) => row[j]!));
    expect(normwise(product(q, upperFactor(found)).values, permuted.flat())).toBeLessThan(16 * eps);
  });

  test("qr solves least squares as R does, with no coefficient for an aliased column", () => {
    const found = qrSolve(qr(ours), b);
    const wantedR = r.coefficients.map((one) => one ?? Number.NaN);
    expect(Array.from(found, Number.isNaN)).toEqual(wantedR.map(Number.isNaN));
    const used = wantedR.map((_, i) => i).filter((i) => !Number.isNaN(wantedR[i]!));
    const bound = solution ? 16 * eps * (wanted.s[0]! / wanted.s.at(-1)!) : 1e-13;
    expect(
      normwise(
        used.map((i) => found[i]!),
        used.map((i) => wantedR[i]!),
      ),
    ).toBeLessThan(Math.max(bound, 1e-13));
    if (solution && r.rank[0] === solution.length)
      expect(normwise(found, solution)).toBeLessThan(Math.max(bound, 1e-13));
  });
});

describe.each(Object.keys(golden.symmetric) as Symmetric[])("%s", (name) => {
  const { matrix, eigen, cholesky: wanted } = golden.symmetric[name];
  const ours = matrixOf(matrix);
  const size = Math.max(...eigen.values.map(Math.abs));

  test("symmetric eigenvalues and vectors are mpmath's and LAPACK's", () => {
    const { values, vectors } = symmetricEigen(ours);
    expect(normwise(values, eigen.values)).toBeLessThan(8 * eps);
    expect(normwise(values, fromR.symmetric[name].values)).toBeLessThan(8 * eps);
    expect(fromIdentity(vectors)).toBeLessThan(16 * eps);
    expect(
      normwise(product(withScaledColumns(vectors, values), transposed(vectors)).values, ours.values),
    ).toBeLessThan(16 * eps);
    eigen.values.forEach((one, j) => {
      const gap = Math.min(...eigen.values.map((other, k) => (k === j ? size : Math.abs(one - other))));
      const mine = column(nestedRows(vectors), j);
      expect(normwise(along(mine, column(eigen.vectors, j)), column(eigen.vectors, j))).toBeLessThan(
        (32 * eps * size) / gap,
      );
      const greatest = mine.reduce((most, x) => (Math.abs(x) > Math.abs(most) ? x : most), 0);
      expect(greatest).toBeGreaterThan(0);
    });
  });

  test("Cholesky's factor, solution and determinant are mpmath's and LAPACK's, or it is refused", () => {
    const found = cholesky(ours);
    if (!wanted) {
      expect(codes(found)).toEqual(["statistics-not-positive-definite"]);
      return;
    }
    const condition = eigen.values[0]! / eigen.values.at(-1)!;
    const made = value(found);
    expect(normwise(made.lower.values, wanted.lower.flat())).toBeLessThan(Math.max(8 * eps, eps * condition));
    expect(normwise(made.lower.values, fromR.symmetric[name].lower!.flat())).toBeLessThan(
      Math.max(8 * eps, eps * condition),
    );
    const right = matrix.map((_, i) => i + 1);
    expect(normwise(choleskySolve(made, right), wanted.solution)).toBeLessThan(8 * eps * condition);
    expect(Math.abs(logDeterminant(made) - wanted.logDeterminant)).toBeLessThan(
      Math.max(8 * eps * Math.abs(wanted.logDeterminant), eps * condition),
    );
  });
});

test("svd fills the vectors of vanished singular values up to an orthonormal basis", () => {
  for (const nested of [
    [
      [0, 0],
      [0, 0],
      [0, 0],
    ],
    [
      [1, 2, 0],
      [2, 4, 0],
      [0, 0, 0],
    ],
    [
      [0, 0, 0],
      [0, 5, 0],
    ],
  ]) {
    const ours = matrixOf(nested);
    const { u, s, v } = svd(ours);
    expect(fromIdentity(u)).toBeLessThan(8 * eps);
    expect(fromIdentity(v)).toBeLessThan(8 * eps);
    expect(normwise(product(withScaledColumns(u, s), transposed(v)).values, ours.values)).toBeLessThan(
      8 * eps,
    );
  }
});

test("svd and eigenvalues keep very great and very small numbers", () => {
  for (const size of [1e200, 1e-200]) {
    const scaled = (rows: readonly (readonly number[])[]) =>
      matrixOf(rows.map((row) => row.map((one) => one * size)));
    expect(
      worstError(
        svd(scaled(golden.general.tall.matrix)).s,
        golden.general.tall.svd.s.map((one) => one * size),
      ),
    ).toBeLessThan(8 * eps);
    expect(
      normwise(
        symmetricEigen(scaled(golden.symmetric.covariance.matrix)).values,
        golden.symmetric.covariance.eigen.values.map((one) => one * size),
      ),
    ).toBeLessThan(8 * eps);
  }
});

test("only the lower triangle is read by Cholesky and the symmetric eigenproblem", () => {
  const { matrix } = golden.symmetric.covariance;
  const half = matrixOf(matrix.map((row, i) => row.map((one, j) => (j > i ? 99 : one))));
  expect(symmetricEigen(half)).toEqual(symmetricEigen(matrixOf(matrix)));
  expect(value(cholesky(half))).toEqual(value(cholesky(matrixOf(matrix))));
});

test("a matrix with a missing value is refused or the caller's fault", () => {
  const missing = matrixOf([
    [1, Number.NaN],
    [Number.NaN, 1],
  ]);
  expect(codes(cholesky(missing))).toEqual(["statistics-not-finite"]);
  expect(() => symmetricEigen(missing)).toThrow(RangeError);
  expect(() => svd(missing)).toThrow(RangeError);
  expect(() => qr(missing)).toThrow(RangeError);
  expect(() => cholesky(matrixOf([[1, 2]]))).toThrow(RangeError);
  expect(() => symmetricEigen(matrixOf([[1, 2]]))).toThrow(RangeError);
});
