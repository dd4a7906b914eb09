/** Root of a rising function by halving, for y between -2 and 3. */
function rootOf(f: (y: number) => number): number {
  let low = -2;
  let high = 3;
  for (let step = 0; step < 120; step++) {
    const middle = (low + high) / 2;
    if (f(middle) > 0) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

interface Width {
  readonly t: number;
  readonly w: number;
  readonly m: number;
  readonly a: number;
}

/** Logicle of Moore and Parks 2012 from its published constants. */
export function logicle({ t, w: width, m, a: negative }: Width): (x: number) => number {
  const w = width / (m + negative);
  const x2 = negative / (m + negative);
  const x1 = x2 + w;
  const x0 = x2 + 2 * w;
  const b = (m + negative) * Math.LN10;
  let low = 0;
  let high = b;
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    if (2 * (Math.log(middle) - Math.log(b)) + w * (b + middle) > 0) high = middle;
    else low = middle;
  }
  const d = low;
  const ca = Math.exp(x0 * (b + d));
  const fa = Math.exp(b * x1) - ca * Math.exp(-d * x1);
  const a = t / (Math.exp(b) - fa - ca * Math.exp(-d));
  const above = (x: number) => rootOf((y) => a * Math.exp(b * y) - ca * a * Math.exp(-d * y) - fa * a - x);
  return (x) => (x < 0 ? 2 * x1 - above(-x) : x === 0 ? x1 : above(x));
}

/** Hyperlog of Gating-ML 2.0: a e^(b y) + c y - f. */
export function hyperlog({ t, w: width, m, a: negative }: Width): (x: number) => number {
  const w = width / (m + negative);
  const x2 = negative / (m + negative);
  const x1 = x2 + w;
  const x0 = x2 + 2 * w;
  const b = (m + negative) * Math.LN10;
  const e0 = Math.exp(b * x0);
  const ca = e0 / w;
  const fa = Math.exp(b * x1) + ca * x1;
  const a = t / (Math.exp(b) + ca - fa);
  const above = (x: number) => rootOf((y) => a * Math.exp(b * y) + ca * a * y - fa * a - x);
  return (x) => (x < 0 ? 2 * x1 - above(-x) : x === 0 ? x1 : above(x));
}

/** Arcsinh of Gating-ML 2.0. */
export function arcsinh(t: number, m: number, a: number): (x: number) => number {
  const top = Math.sinh(m * Math.LN10) / t;
  return (x) => (Math.asinh(x * top) + a * Math.LN10) / ((m + a) * Math.LN10);
}

export function log(t: number, m: number): (x: number) => number {
  return (x) => Math.log10(x / t) / m + 1;
}
