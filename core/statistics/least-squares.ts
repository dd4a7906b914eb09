import { portable } from "../kernel/index.ts";
import type { Values } from "./values.ts";

/** Least squares by columns: what a linear model needs of its design. */
export interface LeastSquares {
  readonly coefficients: Float64Array;
  /** (X'X)^-1 by rows. */
  readonly inverseGram: Float64Array;
  /** Y less the fitted values. */
  readonly residuals: Float64Array;
}

const leastRelativePivot = 1e-13;

/**
 * Minimises |X b - y| by Householder reflections on columns scaled to unit length (Golub and Van Loan, 5.2), with one
 * step of iterative refinement. `columns` are p columns of n rows, n >= p. Null where a column is a linear combination
 * of those before it (pivot below 1e-13 of its length).
 */
export function leastSquares(columns: readonly Values[], y: Values): LeastSquares | null {
  const p = columns.length;
  const lengths = columns.map(norm);
  if (lengths.some((length) => !(length > 0))) return null;
  const q = columns.map((column, j) => Float64Array.from(column, (value) => value / lengths[j]!));
  const diagonal = new Float64Array(p);
  for (let k = 0; k < p; k++) {
    const column = q[k]!;
    const length = norm(column.subarray(k));
    if (!(length > leastRelativePivot)) return null;
    diagonal[k] = column[k]! > 0 ? -length : length;
    column[k]! -= diagonal[k]!;
    for (let j = k + 1; j < p; j++) reflect(column, k, q[j]!);
  }
  const coefficients = new Float64Array(p);
  const residuals = Float64Array.from(y);
  for (let pass = 0; pass < 2; pass++) {
    const right = Float64Array.from(residuals);
    for (let k = 0; k < p; k++) reflect(q[k]!, k, right);
    const step = backSubstitute(q, diagonal, right);
    for (let k = 0; k < p; k++) coefficients[k]! += step[k]! / lengths[k]!;
    for (let i = 0; i < residuals.length; i++) {
      let fitted = 0;
      for (let k = 0; k < p; k++) fitted += columns[k]![i]! * coefficients[k]!;
      residuals[i] = y[i]! - fitted;
    }
  }
  return { coefficients, inverseGram: inverseGram(q, diagonal, lengths), residuals };
}

function norm(values: Values): number {
  let greatest = 0;
  for (let i = 0; i < values.length; i++) greatest = Math.max(greatest, Math.abs(values[i]!));
  if (greatest === 0) return 0;
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += portable.square(values[i]! / greatest);
  return greatest * Math.sqrt(sum);
}

/** Applies to `target` the reflection whose vector is rows k.. of `vector`. */
function reflect(vector: Float64Array, k: number, target: Float64Array): void {
  let dot = 0;
  let square = 0;
  for (let i = k; i < vector.length; i++) {
    dot += vector[i]! * target[i]!;
    square += vector[i]! * vector[i]!;
  }
  const factor = (2 * dot) / square;
  for (let i = k; i < vector.length; i++) target[i]! -= factor * vector[i]!;
}

/** Solves R s = right; R's diagonal is apart and its upper part stands in the rows above it of `q`. */
function backSubstitute(
  q: readonly Float64Array[],
  diagonal: Float64Array,
  right: Float64Array,
): Float64Array {
  const solution = new Float64Array(diagonal.length);
  for (let k = diagonal.length - 1; k >= 0; k--) {
    let rest = right[k]!;
    for (let j = k + 1; j < diagonal.length; j++) rest -= q[j]![k]! * solution[j]!;
    solution[k] = rest / diagonal[k]!;
  }
  return solution;
}

function inverseGram(
  q: readonly Float64Array[],
  diagonal: Float64Array,
  lengths: readonly number[],
): Float64Array {
  const p = diagonal.length;
  const inverse = Array.from({ length: p }, (_, k) => {
    const unit = new Float64Array(p);
    unit[k] = 1;
    return backSubstitute(q, diagonal, unit);
  });
  const gram = new Float64Array(p * p);
  for (let i = 0; i < p; i++) {
    for (let j = 0; j < p; j++) {
      let sum = 0;
      for (let k = Math.max(i, j); k < p; k++) sum += inverse[k]![i]! * inverse[k]![j]!;
      gram[i * p + j] = sum / (lengths[i]! * lengths[j]!);
    }
  }
  return gram;
}
