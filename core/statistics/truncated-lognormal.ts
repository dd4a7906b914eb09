import { accepted, portable, type Result, refused } from "../kernel/index.ts";
import { normalLogPdf } from "./distributions/index.ts";
import { statisticsIssues } from "./issues.ts";
import { logNormalMass } from "./normal-mass.ts";
import { allFinite, requireLength, type Values } from "./values.ts";

export interface TruncatedLognormalOptions {
  /** Lower truncation point in the unit of the edges; the first edge where it is not given; 0 for none. */
  readonly lower?: number;
  /** Upper truncation point; the last edge where it is not given; Infinity for none. */
  readonly upper?: number;
  /** How many independent particles the weights stand for; their sum where it is not given. */
  readonly effectiveN?: number;
}

export interface TruncatedLognormalFit {
  /** Mean of the natural logarithm of the size. */
  readonly mu: number;
  /** SD of the natural logarithm of the size. */
  readonly sigma: number;
  /** exp(mu), in the unit of the edges: the median of the distribution before truncation. */
  readonly median: number;
  /** Of mu and sigma, from the observed information scaled to the effective n. */
  readonly covariance: { readonly mu: number; readonly sigma: number; readonly muSigma: number };
  /** Of the weights as they are, not scaled to the effective n. */
  readonly logLikelihood: number;
  readonly converged: true;
  readonly iterations: number;
  /** Fraction of the fitted distribution between the truncation points. */
  readonly coverage: number;
  readonly truncation: { readonly lower: number; readonly upper: number };
  readonly effectiveN: number;
}

const leastBins = 3;
const mostIterations = 100;
const runaway = 5;

/**
 * Maximum likelihood of a log-normal on binned counts, given that only sizes between two truncation points are seen:
 * L = prod [(F(b_i+1) - F(b_i)) / (F(upper) - F(lower))]^n_i. `edges` ascend, are not negative and are one more than
 * `weights`, which need not be integers. A bin that the truncation cuts counts with what is left of it; bins outside
 * are left out; room between truncation and the outer edges counts as seen and empty.
 * Damped Newton steps on (mu, log sigma). Issues: `statistics-not-finite`, `statistics-negative-weights`,
 * `statistics-too-few-bins` (below 3 that hold particles), `statistics-lognormal-not-identified` (sigma, or the distance
 * of mu from the occupied bins, beyond 5 times their logarithmic width), `statistics-lognormal-not-converged`.
 */
export function truncatedLognormal(
  edges: Values,
  weights: Values,
  options: TruncatedLognormalOptions = {},
): Result<TruncatedLognormalFit> {
  requireLength("edges", edges, weights.length + 1);
  if (!allFinite(edges) || !allFinite(weights))
    return refused(statisticsIssues.raise("statistics-not-finite"));
  const negative = weights.filter((weight: number) => weight < 0).length;
  if (negative > 0) return refused(statisticsIssues.raise("statistics-negative-weights", { n: negative }));
  const lower = options.lower ?? edges[0]!;
  const upper = options.upper ?? edges[edges.length - 1]!;
  const bins = occupied(edges, weights, lower, upper);
  const count = bins.weights.length;
  if (count < leastBins) {
    return refused(statisticsIssues.raise("statistics-too-few-bins", { bins: count, needed: leastBins }));
  }
  return fit(bins, lower, upper, options.effectiveN ?? bins.total);
}

interface LogBins {
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly weights: Float64Array;
  readonly total: number;
}

function occupied(edges: Values, weights: Values, lower: number, upper: number): LogBins {
  const from: number[] = [];
  const to: number[] = [];
  const held: number[] = [];
  for (let i = 0; i < weights.length; i++) {
    const a = Math.max(edges[i]!, lower);
    const b = Math.min(edges[i + 1]!, upper);
    if (weights[i]! === 0 || !(a < b)) continue;
    from.push(portable.log(a));
    to.push(portable.log(b));
    held.push(weights[i]!);
  }
  const total = held.reduce((sum, weight) => sum + weight, 0);
  return {
    from: Float64Array.from(from),
    to: Float64Array.from(to),
    weights: Float64Array.from(held),
    total,
  };
}

function fit(bins: LogBins, lower: number, upper: number, effectiveN: number): Result<TruncatedLognormalFit> {
  const window = [portable.log(lower), portable.log(upper)] as const;
  const last = bins.to[bins.to.length - 1]!;
  const width = last - finite(bins.from[0]!, bins.to[0]! - 1);
  const notIdentified = refused(statisticsIssues.raise("statistics-lognormal-not-identified"));
  let [mu, tau] = start(bins);
  let here = likelihood(bins, window, mu, tau);
  for (let iterations = 1; iterations <= mostIterations; iterations++) {
    const [stepMu, stepTau, peaked] = newtonStep(here);
    const sigma = portable.exp(tau);
    const decrement = (stepMu * here.gMu + stepTau * here.gTau) / bins.total;
    if (peaked && decrement < 1e-20) {
      const inverse = -bins.total / effectiveN / (here.hMuMu * here.hTauTau - here.hMuTau * here.hMuTau);
      return accepted({
        mu,
        sigma,
        median: portable.exp(mu),
        covariance: {
          mu: inverse * here.hTauTau,
          sigma: inverse * here.hMuMu * sigma * sigma,
          muSigma: -inverse * here.hMuTau * sigma,
        },
        logLikelihood: here.value,
        converged: true,
        iterations,
        coverage: portable.exp(logNormalMass((window[0] - mu) / sigma, (window[1] - mu) / sigma)),
        truncation: { lower, upper },
        effectiveN,
      });
    }
    const slack = 1e-12 * Math.abs(here.value);
    let scale = Math.min(1, 1 / Math.abs(stepTau), (2 * Math.max(width, sigma)) / Math.abs(stepMu));
    let next = likelihood(bins, window, mu + scale * stepMu, tau + scale * stepTau);
    while (!(next.value >= here.value - slack) && scale > 1e-12) {
      scale /= 4;
      next = likelihood(bins, window, mu + scale * stepMu, tau + scale * stepTau);
    }
    mu += scale * stepMu;
    tau += scale * stepTau;
    here = next;
    const outside = Math.max(last - width - mu, mu - last, portable.exp(tau));
    if (!(outside < runaway * width)) return notIdentified;
  }
  return refused(
    statisticsIssues.raise("statistics-lognormal-not-converged", { iterations: mostIterations }),
  );
}

function finite(value: number, otherwise: number): number {
  return Number.isFinite(value) ? value : otherwise;
}

function start(bins: LogBins): [number, number] {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < bins.weights.length; i++) {
    const centre = (finite(bins.from[i]!, bins.to[i]! - 1) + bins.to[i]!) / 2;
    sum += bins.weights[i]! * centre;
    squares += bins.weights[i]! * centre * centre;
  }
  const mu = sum / bins.total;
  return [mu, 0.5 * portable.log(squares / bins.total - mu * mu)];
}

interface Likelihood {
  value: number;
  gMu: number;
  gTau: number;
  hMuMu: number;
  hMuTau: number;
  hTauTau: number;
}

/** Log-likelihood with its derivatives by mu and tau = log sigma. */
function likelihood(bins: LogBins, window: readonly [number, number], mu: number, tau: number): Likelihood {
  const sum: Likelihood = { value: 0, gMu: 0, gTau: 0, hMuMu: 0, hMuTau: 0, hTauTau: 0 };
  const sigma = portable.exp(tau);
  for (let i = 0; i < bins.weights.length; i++) {
    add(sum, bins.weights[i]!, (bins.from[i]! - mu) / sigma, (bins.to[i]! - mu) / sigma, sigma);
  }
  add(sum, -bins.total, (window[0] - mu) / sigma, (window[1] - mu) / sigma, sigma);
  return sum;
}

// With P the mass of (a, b) and S_k = (a^(k-1) phi(a) - b^(k-1) phi(b)) / P:
// d log P / d mu = S1 / sigma, d / d tau = S2,
// d2 / d mu2 = (S2 - S1^2) / sigma^2, d2 / d mu d tau = (S3 - S1 - S1 S2) / sigma, d2 / d tau2 = S4 - S2 - S2^2.
function add(sum: Likelihood, weight: number, a: number, b: number, sigma: number): void {
  const log = logNormalMass(a, b);
  const atA = Number.isFinite(a) ? portable.exp(normalLogPdf(a) - log) : 0;
  const atB = Number.isFinite(b) ? portable.exp(normalLogPdf(b) - log) : 0;
  const zA = atA === 0 ? 0 : a;
  const zB = atB === 0 ? 0 : b;
  const s1 = atA - atB;
  const s2 = zA * atA - zB * atB;
  const s3 = zA * zA * atA - zB * zB * atB;
  const s4 = zA * zA * zA * atA - zB * zB * zB * atB;
  sum.value += weight * log;
  sum.gMu += (weight * s1) / sigma;
  sum.gTau += weight * s2;
  sum.hMuMu += (weight * (s2 - s1 * s1)) / (sigma * sigma);
  sum.hMuTau += (weight * (s3 - s1 - s1 * s2)) / sigma;
  sum.hTauTau += weight * (s4 - s2 - s2 * s2);
}

/** An ascent step: Newton's where the likelihood is concave, damped until it is elsewhere. */
function newtonStep(at: Likelihood): [number, number, boolean] {
  const determinant = at.hMuMu * at.hTauTau - at.hMuTau * at.hMuTau;
  const peaked = at.hMuMu < 0 && at.hTauTau < 0 && determinant > 0;
  let a = -at.hMuMu;
  let c = -at.hTauTau;
  const b = -at.hMuTau;
  if (!peaked) {
    const least = (a + c) / 2 - portable.hypot((a - c) / 2, b);
    const damping = -least + 0.1 * (Math.abs(a) + Math.abs(b) + Math.abs(c));
    a += damping;
    c += damping;
  }
  const scale = a * c - b * b;
  return [(c * at.gMu - b * at.gTau) / scale, (a * at.gTau - b * at.gMu) / scale, peaked];
}
