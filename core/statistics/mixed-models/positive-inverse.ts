import { portable } from "../../kernel/index.ts";

/** Inverse and ln of the determinant of a positive definite p x p matrix, by Cholesky's factors. */
export function invertPositive(
  matrix: Float64Array,
  p: number,
): { readonly inverse: Float64Array; readonly logDeterminant: number } {
  const factor = Float64Array.from(matrix);
  let logDeterminant = 0;
  for (let j = 0; j < p; j++) {
    for (let i = j; i < p; i++) {
      let rest = factor[i * p + j]!;
      for (let k = 0; k < j; k++) rest -= factor[i * p + k]! * factor[j * p + k]!;
      factor[i * p + j] = i === j ? Math.sqrt(rest) : rest / factor[j * p + j]!;
    }
    logDeterminant += 2 * portable.log(factor[j * p + j]!);
  }
  const lower = new Float64Array(p * p);
  for (let j = 0; j < p; j++) {
    for (let i = j; i < p; i++) {
      let rest = i === j ? 1 : 0;
      for (let k = j; k < i; k++) rest -= factor[i * p + k]! * lower[k * p + j]!;
      lower[i * p + j] = rest / factor[i * p + i]!;
    }
  }
  const inverse = new Float64Array(p * p);
  for (let a = 0; a < p; a++) {
    for (let b = 0; b <= a; b++) {
      let sum = 0;
      for (let k = a; k < p; k++) sum += lower[k * p + a]! * lower[k * p + b]!;
      inverse[a * p + b] = sum;
      inverse[b * p + a] = sum;
    }
  }
  return { inverse, logDeterminant };
}
