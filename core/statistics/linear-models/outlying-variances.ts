import * as portable from "../../kernel/portable/index.ts";
import { fSf } from "../distributions/f.ts";
import type { UsableVariances } from "./variance-prior.ts";

const infinite = Number.POSITIVE_INFINITY;
const logHalf = -Math.LN2;

/**
 * Prior degrees of freedom of each variance: less for those whose tail probability under the prior is smaller than their
 * rank explains, and never rising with the variance (Phipson et al. 2016, 10.1214/16-AOAS920, not opened; the bound for
 * the outlying by two steps as limma takes them).
 */
export function shrunkenDf(
  { variances, df }: UsableVariances,
  priorDf: number,
  variance: number,
): Float64Array {
  const n = variances.length;
  const df1 = df[0]!;
  const logTails = variances.map((one) => portable.log(fSf(one / variance, df1, priorDf)));
  const ranks = averageRanks(variances);
  const logShares = logTails.map((one, i) => Math.min(0, one - portable.log((n - ranks[i]! + 0.5) / n)));
  const shrunken = new Float64Array(n).fill(priorDf);
  if (!logShares.some((one) => one < 0)) return shrunken;
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => logTails[i]! - logTails[j]! || i - j);
  if (priorDf === infinite) {
    logShares.forEach((one, i) => {
      if (one < 0) shrunken[i] = portable.exp(one) * n * df1;
    });
  } else {
    const outlying = outlierDf(variances[order[0]!]! / variance, logTails[order[0]!]!, df1, priorDf);
    logShares.forEach((one, i) => {
      shrunken[i] = portable.exp(one) * priorDf - portable.expm1(one) * outlying;
    });
    levelSmallest(shrunken, order);
  }
  let greatest = 0;
  for (const i of order) {
    greatest = Math.max(greatest, shrunken[i]!);
    shrunken[i] = greatest;
  }
  return shrunken;
}

/** Degrees of freedom under which the greatest variance would be about the median of greatest ones, by two proportional steps. */
function outlierDf(f: number, logTail: number, df1: number, priorDf: number): number {
  if (logTail === Number.NEGATIVE_INFINITY) return 0;
  const first = (logHalf / logTail) * priorDf;
  return (logHalf / portable.log(fSf(f, df1, first))) * first;
}

/** Gives the first of `order` their least cumulative mean, up to where it is reached. */
function levelSmallest(shrunken: Float64Array, order: readonly number[]): void {
  let [sum, least, end] = [0, infinite, 0];
  order.forEach((i, at) => {
    sum += shrunken[i]!;
    if (sum / (at + 1) < least) [least, end] = [sum / (at + 1), at];
  });
  for (let at = 0; at <= end; at++) shrunken[order[at]!] = least;
}

/** Ranks from 1, equal numbers sharing their mean rank. */
function averageRanks(values: Float64Array): Float64Array {
  const order = Array.from(values.keys()).sort((i, j) => values[i]! - values[j]!);
  const ranks = new Float64Array(values.length);
  for (let start = 0, end = 0; start < order.length; start = end) {
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++;
    for (let at = start; at < end; at++) ranks[order[at]!] = (start + 1 + end) / 2;
  }
  return ranks;
}
