import type { Matrix } from "../linear-algebra/index.ts";

/** How the samples' errors vary together: ones on the diagonal, `correlation` between samples of one block. */
export function blockCorrelationMatrix(block: ArrayLike<number | string>, correlation: number): Matrix {
  const n = block.length;
  const values = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) values[i * n + j] = i === j ? 1 : block[i] === block[j] ? correlation : 0;
  }
  return { rows: n, columns: n, values };
}

/** Greatest number of samples of one block. */
export function largestBlock(block: ArrayLike<number | string>): number {
  const counts = new Map<number | string, number>();
  for (let i = 0; i < block.length; i++) counts.set(block[i]!, (counts.get(block[i]!) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

/**
 * Lower Cholesky factor by rows of the covariance of the samples at `picked[0..count)`, whose variances are divided by
 * `weights`; false where it is not positive definite (Golub and Van Loan, 4.2).
 */
export function choleskyOf(
  { columns: n, values }: Matrix,
  picked: Int32Array,
  count: number,
  weights: Float64Array | null,
  factor: Float64Array,
): boolean {
  for (let i = 0; i < count; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = values[picked[i]! * n + picked[j]!]!;
      if (weights) sum /= Math.sqrt(weights[i]! * weights[j]!);
      for (let k = 0; k < j; k++) sum -= factor[i * count + k]! * factor[j * count + k]!;
      if (i === j && !(sum > 0)) return false;
      factor[i * count + j] = i === j ? Math.sqrt(sum) : sum / factor[j * count + j]!;
    }
  }
  return true;
}

/** Solves L x = b in place for the `count` numbers of `target` from `start` on. */
export function whiten(factor: Float64Array, count: number, target: Float64Array, start: number): void {
  for (let i = 0; i < count; i++) {
    let rest = target[start + i]!;
    for (let k = 0; k < i; k++) rest -= factor[i * count + k]! * target[start + k]!;
    target[start + i] = rest / factor[i * count + i]!;
  }
}
