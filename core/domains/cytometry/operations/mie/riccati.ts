import { portable } from "../../../../kernel/index.ts";
import { seriesOrder } from "./series.ts";

/**
 * Ratios r[n] = psi_n(z) / psi_(n-1)(z) of the Riccati-Bessel functions psi_n(z) = z j_n(z) of a real z > 0, for n from 1
 * to `last`, by downward recurrence r_n = 1 / ((2n + 1) / z - r_(n+1)).
 */
export function ratios(z: number, last: number, r: Float64Array): void {
  const start = Math.max(last, seriesOrder(z)) + 4;
  const inverse = 1 / z;
  const slope = (start + 0.5) * inverse;
  // for n > z: the fixed point of the recurrence
  let ratio = slope - Math.sqrt(slope * slope - 1);
  let n = start - 1;
  for (; n > last; n--) {
    ratio = 1 / nonZero((2 * n + 1) * inverse - ratio);
  }
  for (; n > 0; n--) {
    ratio = 1 / nonZero((2 * n + 1) * inverse - ratio);
    r[n] = ratio;
  }
}

/** Stands in for a denominator that is exactly 0: a pole of a ratio, which the next step takes back. */
export function nonZero(value: number): number {
  return value === 0 ? 1e-30 : value;
}

/**
 * psi_n(x) = x j_n(x) and eta_n(x) = x y_n(x) of a real x > 0 for n from 0 to `last`: psi upward while n <= x, where that is
 * stable, and by downward ratios beyond; eta upward.
 */
export function riccatiBessel(
  x: number,
  last: number,
  psi: Float64Array,
  eta: Float64Array,
  r: Float64Array,
): void {
  const sine = portable.sin(x);
  const cosine = portable.cos(x);
  const inverse = 1 / x;
  eta[0] = -cosine;
  eta[1] = -cosine * inverse - sine;
  for (let n = 1; n < last; n++) eta[n + 1] = (2 * n + 1) * inverse * eta[n]! - eta[n - 1]!;
  psi[0] = sine;
  let n = 0;
  if (x >= 1) {
    psi[1] = sine * inverse - cosine;
    const upward = Math.min(last, Math.floor(x));
    for (n = 1; n < upward; n++) psi[n + 1] = (2 * n + 1) * inverse * psi[n]! - psi[n - 1]!;
    if (n >= last) return;
  }
  ratiosDownTo(x, n, last, r);
  for (; n < last; n++) psi[n + 1] = psi[n]! * r[n + 1]!;
}

function ratiosDownTo(x: number, first: number, last: number, r: Float64Array): void {
  const inverse = 1 / x;
  const slope = (last + 6.5) * inverse;
  let ratio = slope - Math.sqrt(slope * slope - 1);
  for (let n = last + 5; n > first; n--) {
    ratio = 1 / ((2 * n + 1) * inverse - ratio);
    if (n <= last) r[n] = ratio;
  }
}
