import { inverseMatrix } from "../linear-algebra/lu.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";
import type { Values } from "../values.ts";

/**
 * Fitted values at `x` (ascending, distinct, at least four) of the natural cubic smoothing spline of `y` whose smoother
 * matrix has the trace `df`, 2 < df < n. Green and Silverman 1994, Nonparametric Regression, 2.3: gamma solves
 * `(R + a Q'Q) gamma = Q'y`, the fit is `y - a Q gamma`; the roughness `a` is bisected on its logarithmic scale.
 */
export function smoothingSpline(x: Values, y: Values, df: number): Float64Array {
  const n = x.length;
  const h = Float64Array.from({ length: n - 1 }, (_, i) => x[i + 1]! - x[i]!);
  const q = (row: number, j: number) => {
    if (row === j) return 1 / h[j]!;
    if (row === j + 1) return -1 / h[j]! - 1 / h[j + 1]!;
    return row === j + 2 ? 1 / h[j + 1]! : 0;
  };
  const inner = n - 2;
  const r = new Float64Array(inner * inner);
  const gram = new Float64Array(inner * inner);
  for (let i = 0; i < inner; i++) {
    for (let j = 0; j < inner; j++) {
      if (i === j) r[i * inner + j] = (h[i]! + h[i + 1]!) / 3;
      else if (Math.abs(i - j) === 1) r[i * inner + j] = h[Math.max(i, j)]! / 6;
      for (let row = 0; row < n; row++) gram[i * inner + j]! += q(row, i) * q(row, j);
    }
  }
  const inverse = (roughness: number): Float64Array => {
    const values = r.map((one, i) => one + roughness * gram[i]!);
    const system: Matrix = { rows: inner, columns: inner, values };
    const found = inverseMatrix(system);
    if (found === null) throw new RangeError("the places of a spline have to be distinct");
    return found.values;
  };
  const trace = (roughness: number) => {
    const inverted = inverse(roughness);
    let sum = 0;
    for (let i = 0; i < inverted.length; i++) sum += inverted[i]! * gram[i]!;
    return n - roughness * sum;
  };
  let low = 2 ** -80;
  let high = 2 ** 40;
  for (let step = 0; step < 200 && high / low > 1 + 4 * Number.EPSILON; step++) {
    const middle = Math.sqrt(low) * Math.sqrt(high);
    if (trace(middle) > df) low = middle;
    else high = middle;
  }
  const inverted = inverse(low);
  const fit = Float64Array.from(y);
  for (let i = 0; i < inner; i++) {
    let gamma = 0;
    for (let j = 0; j < inner; j++) {
      const second = q(j, j) * y[j]! + q(j + 1, j) * y[j + 1]! + q(j + 2, j) * y[j + 2]!;
      gamma += inverted[i * inner + j]! * second;
    }
    for (let row = i; row <= i + 2; row++) fit[row]! -= low * q(row, i) * gamma;
  }
  return fit;
}
