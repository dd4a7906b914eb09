import * as portable from "../../kernel/portable/index.ts";
import { gammaP, gammaQ, logPoissonTerm } from "../special/incomplete-gamma.ts";
import { gammaTailInverse } from "../special/inverse-gamma.ts";

function valid(shape: number, scale: number): boolean {
  return shape > 0 && scale > 0 && shape < Number.POSITIVE_INFINITY && scale < Number.POSITIVE_INFINITY;
}

/** ln of the density at `x` of the gamma distribution; NaN unless shape and scale are positive and finite. */
export function gammaLogPdf(x: number, shape: number, scale = 1): number {
  if (!valid(shape, scale) || Number.isNaN(x)) return Number.NaN;
  const y = x / scale;
  if (y < 0 || y === Number.POSITIVE_INFINITY) return Number.NEGATIVE_INFINITY;
  if (y === 0) {
    if (shape === 1) return -portable.log(scale);
    return shape < 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  }
  if (shape >= 1) return logPoissonTerm(shape - 1, y) - portable.log(scale);
  return logPoissonTerm(shape, y) + portable.log(shape / y) - portable.log(scale);
}

/** Density at `x` of the gamma distribution with mean shape * scale; NaN unless shape and scale are positive and finite. */
export function gammaPdf(x: number, shape: number, scale = 1): number {
  return portable.exp(gammaLogPdf(x, shape, scale));
}

/** P(X <= x) of the gamma distribution; NaN unless shape and scale are positive and finite. */
export function gammaCdf(x: number, shape: number, scale = 1): number {
  return valid(shape, scale) ? gammaP(shape, x < 0 ? 0 : x / scale) : Number.NaN;
}

/** P(X > x) of the gamma distribution, accurate far into the upper tail. */
export function gammaSf(x: number, shape: number, scale = 1): number {
  return valid(shape, scale) ? gammaQ(shape, x < 0 ? 0 : x / scale) : Number.NaN;
}

/** The x with P(X <= x) = p; NaN outside the domain. */
export function gammaQuantile(p: number, shape: number, scale = 1): number {
  return valid(shape, scale) ? scale * gammaTailInverse(shape, p, "lower") : Number.NaN;
}

/** The x with P(X > x) = q; NaN outside the domain. */
export function gammaQuantileUpper(q: number, shape: number, scale = 1): number {
  return valid(shape, scale) ? scale * gammaTailInverse(shape, q, "upper") : Number.NaN;
}
