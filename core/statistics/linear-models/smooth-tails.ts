import { portable } from "../../kernel/index.ts";
import { fPdf, fSf } from "../distributions/f.ts";
import { quickLog } from "./quick-log.ts";

/**
 * Upper tails of one F distribution by Taylor series in ln F about the nearest of evenly spaced points, each made when
 * first needed. A two-sided t tail is the tail of F = t^2 with 1 degree of freedom above the line.
 */
export interface TailTable {
  readonly df1: number;
  readonly df2: number;
  readonly perUnit: number;
  /** Terms of the series of each point, `terms` apiece; NaN where not yet made. */
  readonly series: Float64Array;
}

/** Even. */
const terms = 18;
const [lowest, highest] = [-14, 19];
const leastF = 1e-6;
const greatestF = 1e8;

/** Below this the terms of a series would lose digits to underflow. */
const leastTail = 1e-280;

/** A tail that falls by more than this power of e between points is not smooth enough for the terms. */
const steepest = 2.5;

export function tailTable(df1: number, df2: number): TailTable {
  const perUnit = 16 * Math.min(8, Math.max(1, Math.ceil(df2 / 78)));
  const points = (highest - lowest) * perUnit + 1;
  return { df1, df2, perUnit, series: new Float64Array(points * terms).fill(Number.NaN) };
}

/** Writes P(F > f) of `f[start..end)`, or of their squares, into `tails`; relative error under 1e-12; evaluated alone where the table does not reach or is not smooth. */
export function writeTails(
  table: TailTable,
  f: Float64Array,
  tails: Float64Array,
  start: number,
  end: number,
  squared: boolean,
): void {
  const { series, perUnit, df1, df2 } = table;
  for (let i = start; i < end; i++) {
    const value = squared ? f[i]! * f[i]! : f[i]!;
    if (!(value > leastF && value < greatestF)) {
      tails[i] = fSf(value, df1, df2);
      continue;
    }
    const place = (quickLog(value) - lowest) * perUnit;
    const point = Math.floor(place + 0.5);
    const at = point * terms;
    const offset = (place - point) / perUnit;
    if (Number.isNaN(series[at]!)) makeSeries(table, at, value, -offset);
    if (series[at]! < leastTail || -series[at + 1]! > steepest * perUnit * series[at]!) {
      tails[i] = fSf(value, df1, df2);
      continue;
    }
    const square = offset * offset;
    let even = 0;
    let odd = 0;
    for (let k = at + terms - 2; k >= at; k -= 2) {
      even = even * square + series[k]!;
      odd = odd * square + series[k + 1]!;
    }
    tails[i] = even + odd * offset;
  }
}

/** (1 + c) q' = (df1 c - df2) q / 2 for q = F density(F) and c = df2 / (df1 F), in u = ln F, term by term. */
function makeSeries({ df1, df2, series }: TailTable, at: number, near: number, step: number): void {
  const f = near * portable.exp(step);
  const q = new Float64Array(terms);
  const c = new Float64Array(terms);
  series[at] = fSf(f, df1, df2);
  q[0] = f * fPdf(f, df1, df2);
  c[0] = df2 / (df1 * f);
  for (let k = 1; k < terms; k++) c[k] = -c[k - 1]! / k;
  for (let k = 0; k + 1 < terms; k++) {
    series[at + k + 1] = -q[k]! / (k + 1);
    q[k + 1] = nextTerm(q, c, k, df1 / 2, df2 / 2);
  }
}

function nextTerm(q: Float64Array, c: Float64Array, k: number, half1: number, half2: number): number {
  let sum = 0;
  for (let j = 0; j <= k; j++) sum += c[j]! * (half1 * q[k - j]! - (j > 0 ? (k - j + 1) * q[k - j + 1]! : 0));
  return (sum - half2 * q[k]!) / ((1 + c[0]!) * (k + 1));
}
