import * as portable from "../../kernel/portable/index.ts";
import { fSf } from "../distributions/f.ts";
import { logBetaI } from "../special/incomplete-beta.ts";

const infinite = Number.POSITIVE_INFINITY;
const logHalf = -Math.LN2;

/** Variances over the prior one, which are F distributed. */
export interface VarianceRatios {
  readonly ratios: Float64Array;
  /** Residual degrees of freedom. */
  readonly df: Float64Array;
  /** Prior degrees of freedom under which tails are judged. */
  readonly tailDf: number;
  /** Features that count as having smaller ratios than all of these. */
  readonly others: number;
}

/**
 * Prior degrees of freedom of each variance: less for those whose tail probability under the prior is smaller than their
 * rank explains, and never rising with the variance (Phipson et al. 2016, 10.1214/16-AOAS920, not opened; the bound for
 * the outlying by two steps as limma takes them).
 */
export function shrunkenDf({ ratios, df, tailDf, others }: VarianceRatios, priorDf: number): Float64Array {
  const n = ratios.length + others;
  const logTails = ratios.map((ratio, i) => logTail(ratio, df[i]!, tailDf));
  const ranks = averageRanks(ratios);
  const logShares = logTails.map((one, i) =>
    Math.min(0, one - portable.log((ratios.length - ranks[i]! + 0.5) / n)),
  );
  const shrunken = new Float64Array(ratios.length).fill(priorDf);
  if (!logShares.some((one) => one < 0)) return shrunken;
  const order = Array.from(ratios.keys()).sort((i, j) => logTails[i]! - logTails[j]! || i - j);
  if (priorDf === infinite) {
    logShares.forEach((one, i) => {
      if (one < 0) shrunken[i] = portable.exp(one) * n * df[i]!;
    });
  } else {
    const outlying = outlierDf(ratios[order[0]!]!, logTails[order[0]!]!, df[order[0]!]!, priorDf);
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

/** ln of the upper tail of F, also where that underflows. */
function logTail(f: number, df1: number, df2: number): number {
  const tail = fSf(f, df1, df2);
  if (tail > 1e-290 || df2 === infinite) return portable.log(tail);
  return logBetaI(df2 / 2, df1 / 2, df2 / (df2 + df1 * f), (df1 * f) / (df2 + df1 * f));
}

/** Degrees of freedom under which the greatest variance would be about the median of greatest ones, by two proportional steps. */
function outlierDf(f: number, ownTail: number, df1: number, priorDf: number): number {
  const first = (logHalf / ownTail) * priorDf;
  return (logHalf / logTail(f, df1, first)) * first;
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
