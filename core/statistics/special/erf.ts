import * as portable from "../../kernel/portable/index.ts";

/**
 * Chebyshev coefficients of (1 + 2x) exp(x^2) erfc(x) in t = (x - 3.75) / (x + 3.75), x >= 0 (the variable of
 * Shepherd and Laframboise 1981); computed by `special.oracle.py`.
 */
const chebyshev = [
  2.3551578691348034, -0.004590054580646478, -0.08424913336651792, 0.05920993999819189, -0.026658668435305753,
  0.009074997670705265, -0.002413163540417608, 0.0004907758365258086, -6.916973302501207e-5,
  4.13902798607301e-6, 7.74038306619849e-7, -2.1886401049234397e-7, 1.076499946567091e-8,
  4.521959811218287e-9, -7.754400208831351e-10, -6.318088340886684e-11, 2.86879501093067e-11,
  1.9455868545777347e-13, -9.65469674843344e-13, 3.25254814814874e-14, 3.3478119482868056e-14,
  -1.864562880419313e-15, -1.2507950530688648e-15, 7.418235256624044e-17, 5.068148904796111e-17,
  -2.2370566594359995e-18, -2.187342944303018e-18,
];

function scaledTail(x: number): number {
  if (x === Number.POSITIVE_INFINITY) return 0;
  const t = (x - 3.75) / (x + 3.75);
  let next = 0;
  let sum = 0;
  for (let k = chebyshev.length - 1; k >= 1; k--) {
    const here = 2 * t * sum - next + chebyshev[k]!;
    next = sum;
    sum = here;
  }
  return (t * sum - next + chebyshev[0]! / 2) / (1 + 2 * x);
}

/** exp(-x^2 / 2) without the rounding of the square: x is split at a multiple of 1/16. */
export function gaussian(x: number): number {
  const coarse = Math.trunc(x * 16) / 16;
  return portable.exp(-0.5 * coarse * coarse) * portable.exp(-0.5 * (x - coarse) * (x + coarse));
}

function expMinusSquare(x: number): number {
  const coarse = Math.trunc(x * 16) / 16;
  return portable.exp(-coarse * coarse) * portable.exp(-(x - coarse) * (x + coarse));
}

/** exp(x^2) erfc(x); for x < -26.6 it overflows to infinity. */
export function erfcx(x: number): number {
  return x >= 0 ? scaledTail(x) : 2 / expMinusSquare(x) - scaledTail(-x);
}

/** The complementary error function, accurate relative to itself down to where it underflows (x near 26.5). */
export function erfc(x: number): number {
  if (Math.abs(x) < 0.5) return 1 - erf(x);
  if (x < 0) return 2 - erfc(-x);
  return x > 28 ? 0 : expMinusSquare(x) * scaledTail(x);
}

/** The error function, odd, accurate relative to itself near 0. */
export function erf(x: number): number {
  if (x < 0) return -erf(-x);
  if (!(x < 0.5)) return 1 - erfc(x);
  // erf x = 2/sqrt(pi) x exp(-x^2) sum (2 x^2)^n / (2n + 1)!! (DLMF 7.6.2)
  const square = 2 * x * x;
  let sum = 0;
  for (let n = 14; n >= 1; n--) sum = (square / (2 * n + 1)) * (1 + sum);
  return 1.1283791670955126 * x * portable.exp(-x * x) * (1 + sum);
}
