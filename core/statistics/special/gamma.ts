import * as portable from "../../kernel/portable/index.ts";
import { log1pMinusX } from "./deviance.ts";

const halfLogTwoPi = 0.9189385332046727;

/** zeta(k) - 1 for k = 2, 3, ...; see `special.oracle.py`. */
const zetaMinusOne = [
  0.6449340668482264, 0.2020569031595943, 0.08232323371113819, 0.03692775514336993, 0.01734306198444914,
  0.008349277381922827, 0.00407735619794434, 0.0020083928260822143, 0.0009945751278180853,
  0.0004941886041194645, 0.0002460865533080483, 0.00012271334757848915, 6.124813505870483e-5,
  3.058823630702049e-5, 1.528225940865187e-5, 7.637197637899763e-6, 3.81729326499984e-6, 1.908212716553939e-6,
  9.539620338727962e-7, 4.769329867878064e-7, 2.38450502727733e-7, 1.1921992596531106e-7,
  5.960818905125948e-8, 2.980350351465228e-8, 1.4901554828365043e-8, 7.45071178983543e-9,
  3.725334024788457e-9,
];

const stirlingCoefficients = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
  43867 / 244188,
];

// ln Gamma(1 + z) = -ln(1 + z) + z (1 - gamma) + sum (zeta(k) - 1) (-z)^k / k, |z| <= 1/2 (DLMF 5.7.3)
function logGammaOfOnePlusSmall(z: number): number {
  let sum = 0;
  for (let k = zetaMinusOne.length + 1; k >= 2; k--) sum = -z * (zetaMinusOne[k - 2]! / k + sum);
  return -portable.log1p(z) + z * (0.42278433509846713 - sum);
}

/** ln Gamma(1 + z) for z > -1, with full relative accuracy near z = 0; NaN for z <= -1. */
export function logGammaOnePlus(z: number): number {
  if (!(z > -1)) return Number.NaN;
  if (z < -0.5) return logGammaOfOnePlusSmall(z + 1) - portable.log1p(z);
  if (z <= 0.5) return logGammaOfOnePlusSmall(z);
  return logGamma(z + 1);
}

/** ln Gamma(x) for x > 0, relative error near 1e-15 also beside its zeros 1 and 2; NaN for x <= 0. */
export function logGamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  if (x < 0.5) return logGammaOfOnePlusSmall(x) - portable.log(x);
  if (x <= 1.5) return logGammaOfOnePlusSmall(x - 1);
  if (x <= 2.5) return logGammaOfOnePlusSmall(x - 2) + portable.log1p(x - 2);
  if (x < 10) {
    let product = 1;
    let y = x;
    while (y > 2.5) {
      y -= 1;
      product *= y;
    }
    return logGammaOfOnePlusSmall(y - 2) + portable.log1p(y - 2) + portable.log(product);
  }
  return (x - 0.5) * portable.log(x) - x + halfLogTwoPi + stirlingError(x);
}

/**
 * What Stirling's formula leaves out: ln Gamma(x) - [(x - 1/2) ln x - x + ln(2 pi)/2], for x > 0 (DLMF 5.11.1).
 * NaN for x <= 0.
 */
export function stirlingError(x: number): number {
  if (!(x > 0)) return Number.NaN;
  if (x < 1) return logGammaOnePlus(x) - (x + 0.5) * portable.log(x) + x - halfLogTwoPi;
  if (x < 10) return logGamma(x) - (x - 0.5) * portable.log(x) + x - halfLogTwoPi;
  const inverseSquare = 1 / (x * x);
  let sum = 0;
  for (let k = stirlingCoefficients.length - 1; k >= 0; k--) {
    sum = sum * inverseSquare + stirlingCoefficients[k]!;
  }
  return sum / x;
}

// stirlingError(y + step) - stirlingError(y) for y >= 10, term by term
function stirlingIncrement(y: number, logRise: number): number {
  let power = 1 / y;
  let sum = 0;
  for (let k = 0; k < stirlingCoefficients.length; k++) {
    sum += stirlingCoefficients[k]! * power * portable.expm1(-(2 * k + 1) * logRise);
    power /= y * y;
  }
  return sum;
}

/** ln Gamma(x + step) - ln Gamma(x) for x > 0 and step >= 0, accurate relative to itself where `step` is small. */
export function logGammaIncrement(x: number, step: number): number {
  if (!(x > 0 && step >= 0)) return Number.NaN;
  let shifted = 0;
  let y = x;
  while (y < 10) {
    shifted += portable.log1p(step / y);
    y += 1;
  }
  const logRise = portable.log1p(step / y);
  // y ln(1 + s/y) - s is y (ln(1 + r) - r) with r = s/y
  const rise = y * log1pMinusX(step / y) - 0.5 * logRise + step * portable.log(y + step);
  return rise + stirlingIncrement(y, logRise) - shifted;
}

/** ln B(a, b) for a, b > 0. */
export function logBeta(a: number, b: number): number {
  const large = Math.max(a, b);
  const small = Math.min(a, b);
  return logGamma(small) - logGammaIncrement(large, small);
}
