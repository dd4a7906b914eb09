import { noncentralTSf, tQuantileUpper } from "../distributions/index.ts";
import { requireProbability } from "../values.ts";

export interface TwoGroups {
  readonly n1: number;
  readonly n2: number;
  /** Residual standard deviation on the scale of the effect, such as log2. */
  readonly sd: number;
  /** Share of the contrast's information that covariates leave (`aliasing`); 1 by default. */
  readonly efficiency?: number;
  /** Residual degrees of freedom; n1 + n2 - 2 by default. */
  readonly df?: number;
}

/** Of a true share of features, tested with the Benjamini-Hochberg procedure. */
export interface FalseDiscovery {
  /** Rate aimed at, such as 0.05. */
  readonly rate: number;
  /** Share of features with a true effect of the size in question. */
  readonly trueShare: number;
}

/** Standard error of the difference of two groups. */
export function contrastSe({ n1, n2, sd, efficiency = 1 }: TwoGroups): number {
  return sd * Math.sqrt((1 / n1 + 1 / n2) / efficiency);
}

/**
 * Power of the two-sided t-test of a difference `effect` at level `alpha`, both tails counted: noncentral t with
 * noncentrality effect / standard error. NaN without residual degrees of freedom.
 */
export function powerOfContrast(groups: TwoGroups, effect: number, alpha: number): number {
  requireProbability(alpha);
  return powerAt(Math.abs(effect) / contrastSe(groups), dfOf(groups), alpha);
}

/** The smallest difference found with `power` (over `alpha`, below 1) at level `alpha`; NaN where no difference is. */
export function detectableDifference(groups: TwoGroups, power: number, alpha: number): number {
  requireProbability(alpha);
  const df = dfOf(groups);
  if (!(df > 0) || !(power > alpha && power < 1) || alpha === 0) return Number.NaN;
  let lower = 0;
  let upper = 1;
  while (powerAt(upper, df, alpha) < power) {
    lower = upper;
    upper *= 2;
    if (upper > 1e4) return Number.NaN;
  }
  while (upper - lower > 4e-16 * upper) {
    const middle = (lower + upper) / 2;
    if (middle === lower || middle === upper) break;
    if (powerAt(middle, df, alpha) < power) lower = middle;
    else upper = middle;
  }
  return upper * contrastSe(groups);
}

/**
 * The p-value below which Benjamini and Hochberg's procedure (1995, doi:10.1111/j.2517-6161.1995.tb02031.x) rejects among many
 * features when the true effects are found with `power`: alpha = rate (m0 alpha + m1 power), hence
 * rate m1 power / (1 - rate m0), with m1 the true share and m0 = 1 - m1.
 */
export function discoveryAlpha({ rate, trueShare }: FalseDiscovery, power: number): number {
  requireProbability(rate);
  requireProbability(trueShare);
  requireProbability(power);
  return rate === 1 && trueShare === 0 ? 1 : (rate * trueShare * power) / (1 - rate * (1 - trueShare));
}

/** Power for a difference at the level that Benjamini and Hochberg's procedure settles on: the largest fixed point. */
export function discoveryPower(groups: TwoGroups, effect: number, discovery: FalseDiscovery): number {
  let power = 1;
  for (let turn = 0; turn < 10000; turn++) {
    const next = powerOfContrast(groups, effect, discoveryAlpha(discovery, power));
    if (!(next < power - 1e-14)) return next;
    power = next;
  }
  return power;
}

function dfOf({ n1, n2, df = n1 + n2 - 2 }: TwoGroups): number {
  return df;
}

function powerAt(ncp: number, df: number, alpha: number): number {
  if (!(df > 0)) return Number.NaN;
  if (alpha === 0) return 0;
  const critical = tQuantileUpper(alpha / 2, df);
  return noncentralTSf(critical, df, ncp) + noncentralTSf(critical, df, -ncp);
}
