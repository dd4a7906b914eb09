import { portable } from "../../kernel/index.ts";
import { betaI, betaIUpper, logBetaTerm } from "../special/incomplete-beta.ts";
import { betaTailInverse } from "../special/inverse-beta.ts";

function valid(a: number, b: number): boolean {
  return a > 0 && b > 0 && a + b < Number.POSITIVE_INFINITY;
}

function atEnd(shape: number, other: number): number {
  if (shape === 1) return portable.log(other);
  return shape < 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
}

/** ln of the density at `x` of the beta distribution; NaN unless the shapes are positive and finite. */
export function betaLogPdf(x: number, a: number, b: number): number {
  if (!valid(a, b) || Number.isNaN(x)) return Number.NaN;
  if (x < 0 || x > 1) return Number.NEGATIVE_INFINITY;
  if (x === 0) return atEnd(a, b);
  if (x === 1) return atEnd(b, a);
  return logBetaTerm(a, b, x, 1 - x) - portable.log(x) - portable.log1p(-x);
}

/** Density at `x` of the beta distribution with shapes `a` and `b`. */
export function betaPdf(x: number, a: number, b: number): number {
  return portable.exp(betaLogPdf(x, a, b));
}

/** P(X <= x) of the beta distribution; NaN unless the shapes are positive and finite. */
export function betaCdf(x: number, a: number, b: number): number {
  return betaI(a, b, Math.min(1, Math.max(0, x)));
}

/** P(X > x) of the beta distribution, accurate far into the upper tail. */
export function betaSf(x: number, a: number, b: number): number {
  return betaIUpper(a, b, Math.min(1, Math.max(0, x)));
}

/** The x with P(X <= x) = p; NaN outside the domain. */
export function betaQuantile(p: number, a: number, b: number): number {
  return betaTailInverse(a, b, p, "lower").x;
}

/** The x with P(X > x) = q; NaN outside the domain. */
export function betaQuantileUpper(q: number, a: number, b: number): number {
  return betaTailInverse(a, b, q, "upper").x;
}
