import * as portable from "../../kernel/portable/index.ts";
import { betaI, betaIUpper, logBetaTerm } from "../special/incomplete-beta.ts";
import { betaTailInverse } from "../special/inverse-beta.ts";
import {
  chiSquareCdf,
  chiSquareLogPdf,
  chiSquareQuantile,
  chiSquareQuantileUpper,
  chiSquareSf,
} from "./chi-square.ts";

const infinite = Number.POSITIVE_INFINITY;

function valid(df1: number, df2: number): boolean {
  return df1 > 0 && df2 > 0 && df1 < infinite;
}

// X = d1 f / (d1 f + d2) has the beta distribution with shapes d1/2, d2/2
function unitPoint(f: number, df1: number, df2: number): readonly [number, number] {
  if (f === infinite) return [1, 0];
  const odds = (df1 / df2) * f;
  return [odds < 1 ? odds / (1 + odds) : 1 / (1 + 1 / odds), 1 / (1 + odds)];
}

/** ln of the density at `f` of the F distribution; degrees of freedom may be broken, `df2` infinite; NaN otherwise. */
export function fLogPdf(f: number, df1: number, df2: number): number {
  if (!valid(df1, df2) || Number.isNaN(f)) return Number.NaN;
  if (df2 === infinite) return chiSquareLogPdf(f * df1, df1) + portable.log(df1);
  if (f < 0 || f === infinite) return Number.NEGATIVE_INFINITY;
  if (f === 0) return df1 === 2 ? 0 : df1 < 2 ? infinite : Number.NEGATIVE_INFINITY;
  const [x, y] = unitPoint(f, df1, df2);
  return logBetaTerm(df1 / 2, df2 / 2, x, y) - portable.log(f);
}

/** Density at `f` of the F distribution with `df1` and `df2` degrees of freedom. */
export function fPdf(f: number, df1: number, df2: number): number {
  return portable.exp(fLogPdf(f, df1, df2));
}

/** P(F <= f) of the F distribution; NaN unless the degrees of freedom are positive; `df2` may be infinite. */
export function fCdf(f: number, df1: number, df2: number): number {
  if (!valid(df1, df2)) return Number.NaN;
  if (df2 === infinite) return chiSquareCdf(f * df1, df1);
  const [x, y] = unitPoint(Math.max(0, f), df1, df2);
  return betaI(df1 / 2, df2 / 2, x, y);
}

/** P(F > f) of the F distribution, accurate far into the upper tail. */
export function fSf(f: number, df1: number, df2: number): number {
  if (!valid(df1, df2)) return Number.NaN;
  if (df2 === infinite) return chiSquareSf(f * df1, df1);
  const [x, y] = unitPoint(Math.max(0, f), df1, df2);
  return betaIUpper(df1 / 2, df2 / 2, x, y);
}

/** The f with P(F <= f) = p; NaN outside the domain. */
export function fQuantile(p: number, df1: number, df2: number): number {
  if (!valid(df1, df2)) return Number.NaN;
  if (df2 === infinite) return chiSquareQuantile(p, df1) / df1;
  const { x, y } = betaTailInverse(df1 / 2, df2 / 2, p, "lower");
  return (df2 / df1) * (x / y);
}

/** The f with P(F > f) = q; NaN outside the domain. */
export function fQuantileUpper(q: number, df1: number, df2: number): number {
  if (!valid(df1, df2)) return Number.NaN;
  if (df2 === infinite) return chiSquareQuantileUpper(q, df1) / df1;
  const { x, y } = betaTailInverse(df1 / 2, df2 / 2, q, "upper");
  return (df2 / df1) * (x / y);
}
