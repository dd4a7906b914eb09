import { portable } from "../../kernel/index.ts";
import { columnVectors, type Matrix } from "./matrix.ts";

/**
 * Where a column goes. `dependent-last`: columns keep their order, but one that is a combination of those before it moves
 * to the end, as in R's `lm`. `greatest-first`: the column with the most left in it comes next (Businger and Golub 1965).
 */
export type Pivoting = "dependent-last" | "greatest-first";

/** A P = Q R; Q is a product of Householder reflections. */
export interface QrDecomposition {
  readonly rows: number;
  readonly columns: number;
  /** How many columns are independent. */
  readonly rank: number;
  /** The column of A that stands at each column of R. */
  readonly order: Int32Array;
  /** Columns of A, ascending, that are linear combinations of the others. */
  readonly aliased: Int32Array;
  /** By column of R: its upper part, and at and below the diagonal the reflection's vector. */
  readonly factors: readonly Float64Array[];
  /** R's diagonal, as long as the lesser of rows and columns. */
  readonly diagonal: Float64Array;
}

/**
 * QR decomposition by Householder reflections (Golub and Van Loan, 5.2, 5.4). A column counts as dependent where what the
 * others leave of it is under `tolerance` of its length (`dependent-last`, 1e-7 as R) or of the greatest diagonal entry
 * (`greatest-first`). A value that is not finite is a fault of the caller: RangeError.
 */
export function qr(
  matrix: Matrix,
  { pivoting = "dependent-last", tolerance = 1e-7 }: { pivoting?: Pivoting; tolerance?: number } = {},
): QrDecomposition {
  if (!matrix.values.every(Number.isFinite)) throw new RangeError("a value is not finite");
  const { rows, columns } = matrix;
  const factors = columnVectors(matrix);
  const order = Int32Array.from(factors.keys());
  const most = Math.min(rows, columns);
  const diagonal = new Float64Array(most);
  const lengths = factors.map((column) => lengthFrom(column, 0));
  let independent = columns;
  let rank = 0;
  for (let k = 0; k < most; k++) {
    if (pivoting === "greatest-first") exchange(factors, order, k, longest(factors, k));
    else {
      while (k < independent && !(lengthFrom(factors[k]!, k) > tolerance * lengths[order[k]!]!)) {
        moveToEnd(factors, order, k);
        independent -= 1;
      }
    }
    diagonal[k] = reflectOntoAxis(factors, k);
    if (pivoting === "greatest-first" && Math.abs(diagonal[k]!) > tolerance * Math.abs(diagonal[0]!))
      rank += 1;
  }
  if (pivoting === "dependent-last") rank = Math.min(independent, most);
  return { rows, columns, rank, order, aliased: order.slice(rank).sort(), factors, diagonal };
}

/** R as a matrix of min(rows, columns) x columns. */
export function upperFactor({ columns, factors, diagonal }: QrDecomposition): Matrix {
  const rows = diagonal.length;
  const values = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let j = i; j < columns; j++) values[i * columns + j] = i === j ? diagonal[i]! : factors[j]![i]!;
  }
  return { rows, columns, values };
}

/** Q' b, as long as A has rows. */
export function transposedTimes({ factors, diagonal }: QrDecomposition, b: ArrayLike<number>): Float64Array {
  const product = Float64Array.from(b);
  for (let k = 0; k < diagonal.length; k++) reflect(factors[k]!, k, product);
  return product;
}

/** Q c, as long as A has rows; c may be shorter, and is then filled with 0. */
export function orthogonalTimes(
  { rows, factors, diagonal }: QrDecomposition,
  c: ArrayLike<number>,
): Float64Array {
  const product = new Float64Array(rows);
  product.set(Float64Array.from(c));
  for (let k = diagonal.length - 1; k >= 0; k--) reflect(factors[k]!, k, product);
  return product;
}

/** The coefficients, by column of A, that minimise |A x - b|; NaN for an aliased column, which is left out. */
export function qrSolve(decomposition: QrDecomposition, b: ArrayLike<number>): Float64Array {
  const { columns, rank, order, factors, diagonal } = decomposition;
  const right = transposedTimes(decomposition, b);
  const solution = new Float64Array(columns).fill(Number.NaN);
  for (let k = rank - 1; k >= 0; k--) {
    let rest = right[k]!;
    for (let j = k + 1; j < rank; j++) rest -= factors[j]![k]! * solution[order[j]!]!;
    solution[order[k]!] = rest / diagonal[k]!;
  }
  return solution;
}

function lengthFrom(column: Float64Array, k: number): number {
  let greatest = 0;
  for (let i = k; i < column.length; i++) greatest = Math.max(greatest, Math.abs(column[i]!));
  if (greatest === 0) return 0;
  let sum = 0;
  for (let i = k; i < column.length; i++) sum += portable.square(column[i]! / greatest);
  return greatest * Math.sqrt(sum);
}

function longest(factors: readonly Float64Array[], k: number): number {
  let best = k;
  let length = lengthFrom(factors[k]!, k);
  for (let j = k + 1; j < factors.length; j++) {
    const other = lengthFrom(factors[j]!, k);
    if (other > length) [best, length] = [j, other];
  }
  return best;
}

function exchange(factors: Float64Array[], order: Int32Array, one: number, two: number): void {
  [factors[one], factors[two]] = [factors[two]!, factors[one]!];
  [order[one], order[two]] = [order[two]!, order[one]!];
}

function moveToEnd(factors: Float64Array[], order: Int32Array, k: number): void {
  factors.push(...factors.splice(k, 1));
  const moved = order[k]!;
  order.copyWithin(k, k + 1);
  order[order.length - 1] = moved;
}

/** Makes column k the reflection's vector, applies it to the columns after it, and returns R's diagonal entry. */
function reflectOntoAxis(factors: readonly Float64Array[], k: number): number {
  const column = factors[k]!;
  const length = lengthFrom(column, k);
  if (length === 0) return 0;
  const entry = column[k]! > 0 ? -length : length;
  for (let i = k; i < column.length; i++) column[i]! /= length;
  column[k]! += entry < 0 ? 1 : -1;
  for (let j = k + 1; j < factors.length; j++) reflect(column, k, factors[j]!);
  return entry;
}

/** Applies the reflection whose vector is rows k.. of `vector`; none where that is 0. */
function reflect(vector: Float64Array, k: number, target: Float64Array): void {
  let dot = 0;
  let square = 0;
  for (let i = k; i < vector.length; i++) {
    dot += vector[i]! * target[i]!;
    square += vector[i]! * vector[i]!;
  }
  if (square === 0) return;
  const factor = (2 * dot) / square;
  for (let i = k; i < vector.length; i++) target[i]! -= factor * vector[i]!;
}
