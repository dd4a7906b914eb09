import { fPdf, fSf } from "../distributions/f.ts";
import { tPdf, tSf } from "../distributions/t.ts";

/** Tail probabilities of one distribution by Taylor series about the nearest of evenly spaced points, made when first needed. */
export interface TailTable {
  readonly df1: number;
  readonly df2: number;
  /** Terms of the series of each point, `terms` apiece; NaN where not yet made. */
  readonly series: Float64Array;
}

const terms = 14;
const perUnit = 32;
const farthest = 32;

/** Below this the terms of a series would lose digits to underflow. */
const leastTail = 1e-280;

/** A tail that falls by more than this share between points (a power of e) is not smooth enough for the terms. */
const steepest = 1.4;

function isUnfit(series: Float64Array, at: number): boolean {
  return series[at]! < leastTail || -series[at + 1]! > steepest * perUnit * series[at]!;
}

/** Points of the two-sided tail of Student's distribution with `df` degrees of freedom. */
export function tTailTable(df: number): TailTable {
  return { df1: 1, df2: df, series: new Float64Array((perUnit * farthest + 1) * terms).fill(Number.NaN) };
}

/** 2 P(T > |t|); relative error under 1e-12; exact evaluation beyond the table. */
export function tailFromTable(table: TailTable, t: number): number {
  const size = Math.abs(t);
  if (!(size < farthest) || table.df2 < 0.5) return Number.isNaN(t) ? Number.NaN : 2 * tSf(size, table.df2);
  const point = Math.floor(size * perUnit + 0.5);
  const at = point * terms;
  const { series } = table;
  if (Number.isNaN(series[at]!)) tSeries(series, at, point / perUnit, table.df2);
  if (isUnfit(series, at)) return 2 * tSf(size, table.df2);
  const offset = size - point / perUnit;
  let sum = 0;
  for (let k = at + terms - 1; k >= at; k--) sum = sum * offset + series[k]!;
  return sum;
}

/** (df + t^2) f' = -(df + 1) t f for the density f, differentiated term by term. */
function tSeries(series: Float64Array, at: number, t: number, df: number): void {
  series[at] = 2 * tSf(t, df);
  let before = 0;
  let here = tPdf(t, df);
  series[at + 1] = -2 * here;
  const infinite = df === Number.POSITIVE_INFINITY;
  for (let k = 0; k + 2 < terms; k++) {
    const next = infinite
      ? -(t * here + before) / (k + 1)
      : -((df + 1 + 2 * k) * t * here + (df + k) * before) / ((df + t * t) * (k + 1));
    series[at + k + 2] = (-2 * next) / (k + 2);
    before = here;
    here = next;
  }
}

/** Points of the upper tail of the F distribution, evenly spaced in the root of F. */
export function fTailTable(df1: number, df2: number): TailTable {
  return { df1, df2, series: new Float64Array((perUnit * farthest + 1) * terms).fill(Number.NaN) };
}

const leastRoot = 0.25;

/** P(F > f); relative error under 1e-12; exact evaluation beyond the table and near 0. */
export function fTailFromTable(table: TailTable, f: number): number {
  const root = Math.sqrt(f);
  if (!(root < farthest && root > leastRoot) || table.df2 < 0.5) return fSf(f, table.df1, table.df2);
  const point = Math.floor(root * perUnit + 0.5);
  const at = point * terms;
  const { series } = table;
  if (Number.isNaN(series[at]!)) fSeries(table, at, point / perUnit);
  if (isUnfit(series, at)) return fSf(f, table.df1, table.df2);
  const offset = root - point / perUnit;
  let sum = 0;
  for (let k = at + terms - 1; k >= at; k--) sum = sum * offset + series[k]!;
  return sum;
}

/** (s + r s^3) g' = (d1 - 1 - (d1 + r) s^2) g for the density g of s = sqrt(F) and r = d1 / d2, term by term. */
function fSeries({ df1, df2, series }: TailTable, at: number, s: number): void {
  const ratio = df1 / df2;
  series[at] = fSf(s * s, df1, df2);
  let [third, second, here] = [0, 0, 2 * s * fPdf(s * s, df1, df2)];
  series[at + 1] = -here;
  const a0 = s + ratio * s * s * s;
  const a1 = 1 + 3 * ratio * s * s;
  const a2 = 3 * ratio * s;
  const b0 = df1 - 1 - (df1 + ratio) * s * s;
  const b1 = -2 * (df1 + ratio) * s;
  const b2 = -(df1 + ratio);
  for (let k = 0; k + 2 < terms; k++) {
    const sum = (b0 - a1 * k) * here + (b1 - a2 * (k - 1)) * second + (b2 - ratio * (k - 2)) * third;
    const next = sum / (a0 * (k + 1));
    series[at + k + 2] = -next / (k + 2);
    third = second;
    second = here;
    here = next;
  }
}
