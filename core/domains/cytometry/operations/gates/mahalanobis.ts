/** The lower triangular L with L L' = `matrix`, or null unless it is finite, symmetric (to 1e-9) and positive definite. */
export function cholesky(matrix: readonly (readonly number[])[]): readonly Float64Array[] | null {
  const n = matrix.length;
  const lower = Array.from({ length: n }, () => new Float64Array(n));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const size = Math.sqrt(Math.abs(matrix[i]![i]! * matrix[j]![j]!));
      if (!(Math.abs(matrix[i]![j]! - matrix[j]![i]!) <= 1e-9 * size)) return null;
      let rest = matrix[i]![j]!;
      for (let k = 0; k < j; k++) rest -= lower[i]![k]! * lower[j]![k]!;
      if (i !== j) lower[i]![j] = rest / lower[j]![j]!;
      else if (rest > 0 && rest < Number.POSITIVE_INFINITY) lower[i]![i] = Math.sqrt(rest);
      else return null;
    }
  }
  return lower;
}

/** Squared Mahalanobis distance (x - mean)' (L L')^-1 (x - mean) of a point, from the factor L of the covariance. */
export function distanceSquare(
  lower: readonly Float64Array[],
  mean: readonly number[],
  point: ArrayLike<number>,
): number {
  const solved = new Float64Array(mean.length);
  let sum = 0;
  for (let i = 0; i < mean.length; i++) {
    let rest = point[i]! - mean[i]!;
    for (let k = 0; k < i; k++) rest -= lower[i]![k]! * solved[k]!;
    const z = rest / lower[i]![i]!;
    solved[i] = z;
    sum += z * z;
  }
  return sum;
}
