import * as portable from "../../kernel/portable/index.ts";

const shift = 12;
// B_2k / (2k) of ln x - psi(x) - 1/(2x) = sum B_2k / (2k x^2k) (DLMF 5.11.2)
const logCoefficients = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12];
// B_2k of psi'(x) = 1/x + 1/(2x^2) + sum B_2k / x^(2k+1) (DLMF 5.15.8)
const bernoulli = [1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6];

function seriesIn(coefficients: readonly number[], inverseSquare: number): number {
  let sum = 0;
  for (let k = coefficients.length - 1; k >= 0; k--) sum = sum * inverseSquare + coefficients[k]!;
  return sum;
}

/** ln x - psi(x) for x > 0, psi the digamma function, without cancellation at large x; NaN for x <= 0. */
export function logMinusDigamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return 0;
  let y = x;
  let sum = 0;
  while (y < shift) {
    sum += 1 / y;
    y += 1;
  }
  if (y > x) sum -= portable.log(y / x);
  const inverseSquare = 1 / (y * y);
  return sum + 0.5 / y + inverseSquare * seriesIn(logCoefficients, inverseSquare);
}

/** The trigamma function psi'(x) for x > 0; NaN for x <= 0. */
export function trigamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return 0;
  let y = x;
  let sum = 0;
  while (y < shift) {
    sum += 1 / (y * y);
    y += 1;
  }
  const inverseSquare = 1 / (y * y);
  return sum + 1 / y + 0.5 * inverseSquare + (inverseSquare / y) * seriesIn(bernoulli, inverseSquare);
}

/** The tetragamma function psi''(x) for x > 0; NaN for x <= 0. */
export function tetragamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  let y = x;
  let sum = 0;
  while (y < shift) {
    sum += 2 / (y * y * y);
    y += 1;
  }
  const inverseSquare = 1 / (y * y);
  let tail = 0;
  for (let k = bernoulli.length - 1; k >= 0; k--) tail = tail * inverseSquare + (2 * k + 3) * bernoulli[k]!;
  return -(sum + inverseSquare + inverseSquare / y + inverseSquare * inverseSquare * tail);
}

/** The x > 0 with psi'(x) = y, by Newton steps on 1 / psi' (Smyth 2004, 10.2202/1544-6115.1027, not opened); NaN for y <= 0. */
export function trigammaInverse(y: number): number {
  if (!(y > 0)) return Number.NaN;
  if (y > 1e7) return 1 / Math.sqrt(y);
  if (y < 1e-6) return 1 / y;
  let x = 0.5 + 1 / y;
  for (let step = 0; step < 50; step++) {
    const value = trigamma(x);
    const change = (value * (1 - value / y)) / tetragamma(x);
    x += change;
    if (-change / x < 1e-8) break;
  }
  return x;
}
