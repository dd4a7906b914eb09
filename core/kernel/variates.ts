import * as portable from "./portable/index.ts";

/** What variates are made from. */
export interface RandomSource {
  uniform(): number;
  normal(): number;
}

/** Under this mean a count is found by adding up probabilities. */
const smallMean = 30;

/** Gamma with scale 1 (Marsaglia and Tsang 2000); NaN unless shape is positive and finite. */
export function drawGamma(random: RandomSource, shape: number): number {
  if (!(shape > 0 && shape < Number.POSITIVE_INFINITY)) return Number.NaN;
  if (shape < 1) return drawGamma(random, shape + 1) * portable.pow(random.uniform(), 1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = random.normal();
    const root = 1 + c * z;
    if (root <= 0) continue;
    const v = root * root * root;
    if (portable.log(random.uniform()) < 0.5 * z * z + d * (1 - v + portable.log(v))) return d * v;
  }
}

/** Poisson count, exact at any mean (gamma reduction, Ahrens and Dieter 1974); NaN unless the mean is finite and >= 0. */
export function drawPoisson(random: RandomSource, mean: number): number {
  if (!(mean >= 0 && mean < Number.POSITIVE_INFINITY)) return Number.NaN;
  let count = 0;
  let rest = mean;
  while (rest >= smallMean) {
    // the m-th event falls at a gamma time: after the end, the m - 1 before it are spread evenly
    const m = Math.floor(0.875 * rest);
    const time = drawGamma(random, m);
    if (time > rest) return count + drawBinomial(random, m - 1, rest / time);
    count += m;
    rest -= time;
  }
  let term = portable.exp(-rest);
  let left = random.uniform() - term;
  let k = 0;
  while (left > 0 && term > 0) {
    k += 1;
    term *= rest / k;
    left -= term;
  }
  return count + k;
}

/** Binomial count, exact at any n (beta splitting, Devroye 1986, X.4.3); NaN unless n is a count and 0 <= p <= 1. */
export function drawBinomial(random: RandomSource, n: number, p: number): number {
  if (!(Number.isSafeInteger(n) && n >= 0 && p >= 0 && p <= 1)) return Number.NaN;
  if (p > 0.5) return n - drawBinomial(random, n, 1 - p);
  let count = 0;
  let trials = n;
  let chance = p;
  while (trials * Math.min(chance, 1 - chance) >= smallMean) {
    // the a-th smallest of `trials` uniform numbers has a beta distribution
    const a = 1 + Math.floor(trials / 2);
    const x = drawGamma(random, a);
    const middle = x / (x + drawGamma(random, trials + 1 - a));
    if (middle >= chance) {
      trials = a - 1;
      chance = chance / middle;
    } else {
      count += a;
      trials -= a;
      chance = (chance - middle) / (1 - middle);
    }
  }
  if (chance > 0.5) return count + trials - binomialByAdding(random, trials, 1 - chance);
  return count + binomialByAdding(random, trials, chance);
}

function binomialByAdding(random: RandomSource, n: number, p: number): number {
  const odds = p / (1 - p);
  let term = portable.exp(n * portable.log1p(-p));
  let left = random.uniform() - term;
  let k = 0;
  while (left > 0 && k < n) {
    k += 1;
    term *= ((n - k + 1) / k) * odds;
    left -= term;
  }
  return k;
}
