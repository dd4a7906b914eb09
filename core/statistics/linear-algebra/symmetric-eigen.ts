import { portable } from "../../kernel/index.ts";
import { directionOf } from "./direction.ts";
import type { Matrix } from "./matrix.ts";

export interface SymmetricEigen {
  /** Descending. */
  readonly values: Float64Array;
  /** n x n: column j is the unit vector of value j; its greatest entry is positive. */
  readonly vectors: Matrix;
}

/**
 * Eigenvalues and vectors of a symmetric matrix, of which the lower triangle is read: Householder's tridiagonal form, then
 * implicit QL steps (Golub and Van Loan, 8.3; Dubrulle 1970, doi:10.1007/BF02165234). Values are accurate to the size of
 * the greatest. Throws a RangeError where it is not square or a value is not finite.
 */
export function symmetricEigen({ rows: n, columns, values }: Matrix): SymmetricEigen {
  if (n !== columns) throw new RangeError(`not square: ${n} x ${columns}`);
  let size = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      if (!Number.isFinite(values[i * n + j]!)) throw new RangeError("a value is not finite");
      size = Math.max(size, Math.abs(values[i * n + j]!));
    }
  }
  size ||= 1;
  const a = Array.from({ length: n }, (_, i) =>
    Float64Array.from({ length: n }, (_, j) => values[Math.max(i, j) * n + Math.min(i, j)]! / size),
  );
  const { diagonal, beside, rows } = tridiagonal(a);
  implicitQl(diagonal, beside, rows);
  const falling = Array.from(diagonal.keys()).sort((i, j) => diagonal[j]! - diagonal[i]! || i - j);
  const vectors = new Float64Array(n * n);
  falling.forEach((from, j) => {
    const row = rows[from]!;
    const sign = directionOf(row);
    for (let i = 0; i < n; i++) vectors[i * n + j] = sign * row[i]!;
  });
  return {
    values: Float64Array.from(falling, (i) => diagonal[i]! * size),
    vectors: { rows: n, columns: n, values: vectors },
  };
}

interface Tridiagonal {
  readonly diagonal: Float64Array;
  /** Entry i couples i and i + 1; the last is 0. */
  readonly beside: Float64Array;
  /** Row j is column j of the orthogonal Q of A = Q T Q'. */
  readonly rows: Float64Array[];
}

/** Overwrites `a`. */
function tridiagonal(a: readonly Float64Array[]): Tridiagonal {
  const n = a.length;
  const beside = new Float64Array(n);
  const factors = new Float64Array(n);
  for (let k = 0; k + 2 < n; k++) {
    const v = a[k]!;
    let square = 0;
    for (let i = k + 2; i < n; i++) square += v[i]! * v[i]!;
    beside[k] = v[k + 1]!;
    if (square === 0) continue;
    const length = Math.sqrt(square + v[k + 1]! * v[k + 1]!);
    beside[k] = v[k + 1]! > 0 ? -length : length;
    v[k + 1]! -= beside[k]!;
    factors[k] = 2 / (square + v[k + 1]! * v[k + 1]!);
    reflectBothSides(a, v, k + 1, factors[k]!);
  }
  if (n > 1) beside[n - 2] = a[n - 2]![n - 1]!;
  const diagonal = Float64Array.from(a, (row, i) => row[i]!);
  return { diagonal, beside, rows: accumulated(a, factors) };
}

/** A - v w' - w v' in the block from `start` on, w = f A v - (f^2 v'A v / 2) v. */
function reflectBothSides(a: readonly Float64Array[], v: Float64Array, start: number, f: number): void {
  const n = a.length;
  const w = new Float64Array(n);
  let inner = 0;
  for (let i = start; i < n; i++) {
    const row = a[i]!;
    let dot = 0;
    for (let j = start; j < n; j++) dot += row[j]! * v[j]!;
    w[i] = f * dot;
    inner += w[i]! * v[i]!;
  }
  for (let i = start; i < n; i++) w[i]! -= 0.5 * f * inner * v[i]!;
  for (let i = start; i < n; i++) {
    const row = a[i]!;
    const vi = v[i]!;
    const wi = w[i]!;
    for (let j = start; j < n; j++) row[j]! -= vi * w[j]! + wi * v[j]!;
  }
}

function accumulated(a: readonly Float64Array[], factors: Float64Array): Float64Array[] {
  const n = a.length;
  const rows = Array.from({ length: n }, (_, i) => new Float64Array(n).fill(1, i, i + 1));
  for (let k = n - 3; k >= 0; k--) {
    const v = a[k]!;
    const f = factors[k]!;
    if (f === 0) continue;
    for (let i = k + 1; i < n; i++) {
      const row = rows[i]!;
      let dot = 0;
      for (let j = k + 1; j < n; j++) dot += row[j]! * v[j]!;
      dot *= f;
      for (let j = k + 1; j < n; j++) row[j]! -= dot * v[j]!;
    }
  }
  return rows;
}

const mostSteps = 60;

/** Makes T diagonal in place and turns the rows along. */
function implicitQl(d: Float64Array, e: Float64Array, rows: readonly Float64Array[]): void {
  const n = d.length;
  for (let first = 0; first < n; first++) {
    for (let step = 0; step < mostSteps; step++) {
      let last = first;
      while (last + 1 < n && !isNegligible(e[last]!, d[last]!, d[last + 1]!)) last += 1;
      if (last === first) break;
      qlStep(d, e, rows, first, last);
    }
  }
}

function isNegligible(beside: number, one: number, two: number): boolean {
  return Math.abs(beside) <= Number.EPSILON * (Math.abs(one) + Math.abs(two)) + 1e-40;
}

/** One step with Wilkinson's shift on the block from `first` to `last`. */
function qlStep(
  d: Float64Array,
  e: Float64Array,
  rows: readonly Float64Array[],
  first: number,
  last: number,
): void {
  const half = (d[first + 1]! - d[first]!) / (2 * e[first]!);
  const root = portable.hypot(half, 1);
  let g = d[last]! - d[first]! + e[first]! / (half + (half < 0 ? -root : root));
  let sine = 1;
  let cosine = 1;
  let shift = 0;
  for (let i = last - 1; i >= first; i--) {
    const f = sine * e[i]!;
    const b = cosine * e[i]!;
    const length = portable.hypot(f, g);
    e[i + 1] = length;
    if (length === 0) {
      d[i + 1]! -= shift;
      e[last] = 0;
      return;
    }
    sine = f / length;
    cosine = g / length;
    g = d[i + 1]! - shift;
    const turned = (d[i]! - g) * sine + 2 * cosine * b;
    shift = sine * turned;
    d[i + 1] = g + shift;
    g = cosine * turned - b;
    turnRows(rows[i]!, rows[i + 1]!, cosine, sine);
  }
  d[first]! -= shift;
  e[first] = g;
  e[last] = 0;
}

function turnRows(one: Float64Array, two: Float64Array, cosine: number, sine: number): void {
  for (let k = 0; k < one.length; k++) {
    const a = one[k]!;
    const b = two[k]!;
    two[k] = sine * a + cosine * b;
    one[k] = cosine * a - sine * b;
  }
}
