import { accepted, type Result, refused } from "../../kernel/result.ts";
import type { Matrix } from "../linear-algebra/index.ts";
import { linearModelIssues } from "./issues.ts";
import type { LinearFits } from "./linear-fits.ts";

export interface ContrastOptions {
  /**
   * `approximate` (default) takes for every feature the correlations between coefficients of the complete design, as
   * limma does; `exact` takes the feature's own. They differ only for features with missing values or own weights.
   */
  readonly covariances?: "approximate" | "exact";
}

/**
 * Fits of the contrasts (coefficients x contrasts) of fitted models, in place of their coefficients. A contrast is NaN
 * for a feature where one of its coefficients is not estimable. Refused with `linear-model-design-not-finite`. Smyth
 * 2004, 10.2202/1544-6115.1027, not opened.
 */
export function fitContrasts(
  fits: LinearFits,
  contrasts: Matrix,
  { covariances = "approximate" }: ContrastOptions = {},
): Result<LinearFits> {
  const p = fits.coefficients.columns;
  if (contrasts.rows !== p) throw new RangeError(`contrasts of ${contrasts.rows} coefficients, not ${p}`);
  if (!contrasts.values.every(Number.isFinite)) {
    return refused(linearModelIssues.raise("linear-model-design-not-finite"));
  }
  const { rows } = fits.coefficients;
  const m = contrasts.columns;
  const own = fits.featureCovariances;
  const coefficients = new Float64Array(rows * m);
  const stdevUnscaled = new Float64Array(rows * m);
  const covCoefficients = sandwich(fits.covCoefficients.values, 0, p, contrasts);
  const next = own ? new Float64Array(rows * m * m) : null;
  const correlations = own ? correlationOf(fits.covCoefficients) : null;
  const scratch = new Float64Array(p * p);
  for (let g = 0; g < rows; g++) {
    for (let j = 0; j < m; j++) {
      coefficients[g * m + j] = combine(fits.coefficients.values, g * p, p, contrasts, j);
    }
    if (own && covariances === "approximate") {
      scaleCorrelations(correlations!, fits.stdevUnscaled.values, g * p, p, scratch);
    } else if (own) scratch.set(own.subarray(g * p * p, (g + 1) * p * p));
    const covariance = own ? sandwich(scratch, 0, p, contrasts) : covCoefficients;
    next?.set(covariance, g * m * m);
    for (let j = 0; j < m; j++) stdevUnscaled[g * m + j] = Math.sqrt(covariance[j * m + j]!);
  }
  return accepted({
    ...fits,
    coefficients: { rows, columns: m, values: coefficients },
    stdevUnscaled: { rows, columns: m, values: stdevUnscaled },
    estimable: Uint8Array.from(coefficients, (value) => (Number.isNaN(value) ? 0 : 1)),
    covCoefficients: { rows: m, columns: m, values: covCoefficients },
    featureCovariances: next,
  });
}

function combine(values: Float64Array, start: number, p: number, contrasts: Matrix, j: number): number {
  let sum = 0;
  for (let i = 0; i < p; i++) {
    const share = contrasts.values[i * contrasts.columns + j]!;
    if (share !== 0) sum += share * values[start + i]!;
  }
  return sum;
}

/** C' V C; an entry that needs a NaN of V is NaN, one that weighs it by 0 is not. */
function sandwich(v: Float64Array, start: number, p: number, contrasts: Matrix): Float64Array {
  const m = contrasts.columns;
  const c = contrasts.values;
  const out = new Float64Array(m * m);
  for (let a = 0; a < m; a++) {
    for (let b = 0; b <= a; b++) {
      let sum = 0;
      for (let i = 0; i < p; i++) {
        const left = c[i * m + a]!;
        if (left === 0) continue;
        for (let k = 0; k < p; k++) {
          const right = c[k * m + b]!;
          if (right !== 0) sum += left * right * v[start + i * p + k]!;
        }
      }
      out[a * m + b] = sum;
      out[b * m + a] = sum;
    }
  }
  return out;
}

/** The correlations of a covariance matrix, by rows. */
export function correlationOf({ rows: p, values }: Matrix): Float64Array {
  return values.map((value, at) => {
    const [i, j] = [Math.floor(at / p), at % p];
    return i === j ? 1 : value / Math.sqrt(values[i * p + i]! * values[j * p + j]!);
  });
}

function scaleCorrelations(
  correlations: Float64Array,
  stdevs: Float64Array,
  start: number,
  p: number,
  out: Float64Array,
): void {
  for (let i = 0; i < p; i++) {
    for (let j = 0; j < p; j++) {
      out[i * p + j] = correlations[i * p + j]! * stdevs[start + i]! * stdevs[start + j]!;
    }
  }
}
