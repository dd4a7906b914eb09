import * as portable from "../../kernel/portable/index.ts";
import type { Matrix } from "../linear-algebra/index.ts";
import { quickLog } from "./quick-log.ts";
import { greatest } from "./ranks.ts";
import { type TailTables, tSizeOf } from "./tails.ts";

export interface EffectPriorOptions {
  /** Expected share of features that differ. */
  readonly proportion: number;
  /** Least and greatest variance of a true effect, in units of the unscaled variance. */
  readonly limits: readonly [number, number];
}

/**
 * Prior variance of the effects of one coefficient that differ, from the greatest t statistics (Smyth 2004,
 * 10.2202/1544-6115.1027, not opened), which `p` puts in order where degrees of freedom differ; NaN where there are none.
 */
export function effectPrior(
  t: Matrix,
  p: Float64Array,
  stdevUnscaled: Matrix,
  column: number,
  df: Float64Array,
  tables: TailTables,
  { proportion, limits }: EffectPriorOptions,
): number {
  const { columns, values } = t;
  const sizes = strengths(values, p, df, column, columns);
  const n = countOf(sizes);
  const aimed = Math.ceil((proportion / 2) * n);
  if (aimed < 1) return Number.NaN;
  const share = Math.max(aimed / n, proportion);
  let greatestDf = 0;
  for (let g = 0; g < df.length; g++)
    if (df[g]! > greatestDf && !Number.isNaN(sizes[g]!)) greatestDf = df[g]!;
  const features = greatest(sizes, aimed);
  const sum = features.reduce((before, g, rank) => {
    const at = g * columns + column;
    const tail = p[at]!;
    const size = df[g]! < greatestDf ? tSizeOf(tail, greatestDf, tables) : Math.abs(values[at]!);
    const target = ((rank + 0.5) / n - (1 - share) * tail) / share;
    let variance = 0;
    if (target > tail) {
      const ratio = size / tSizeOf(target, greatestDf, tables);
      variance = portable.square(stdevUnscaled.values[at]!) * (ratio * ratio - 1);
    }
    return before + Math.min(limits[1], Math.max(limits[0], variance));
  }, 0);
  return sum / aimed;
}

/** Numbers in whose order evidence grows: |t|, or less p where degrees of freedom differ. */
function strengths(
  t: Float64Array,
  p: Float64Array,
  df: Float64Array,
  column: number,
  columns: number,
): Float64Array {
  const sizes = new Float64Array(df.length);
  let equal = true;
  for (let g = 1; g < df.length; g++) if (df[g] !== df[0]) equal = false;
  for (let g = 0, at = column; g < sizes.length; g++, at += columns) {
    sizes[g] = equal ? Math.abs(t[at]!) : -p[at]!;
  }
  return sizes;
}

function countOf(values: Float64Array): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i]!)) count++;
  return count;
}

/**
 * Log-odds that each coefficient differs (features x coefficients): B of Smyth 2004 (not opened), natural logarithm; at an
 * infinite prior its limit.
 */
export function logOddsOf(
  t: Matrix,
  stdevUnscaled: Matrix,
  totalDf: Float64Array,
  priorDf: number | Float64Array,
  effectVariances: Float64Array,
  proportion: number,
): Float64Array {
  const { rows, columns } = t;
  const odds = new Float64Array(rows * columns);
  const base = portable.log(proportion / (1 - proportion));
  const lastOwn = new Float64Array(columns).fill(-1);
  const ratios = new Float64Array(columns);
  const starts = new Float64Array(columns);
  for (let g = 0; g < rows; g++) {
    const limit = (typeof priorDf === "number" ? priorDf : priorDf[g]!) > 1e6;
    const df = totalDf[g]!;
    for (let j = 0; j < columns; j++) {
      const at = g * columns + j;
      const own = stdevUnscaled.values[at]! * stdevUnscaled.values[at]!;
      if (own !== lastOwn[j]) {
        lastOwn[j] = own;
        ratios[j] = own / (own + effectVariances[j]!);
        starts[j] = base + portable.log(ratios[j]!) / 2;
      }
      const square = t.values[at]! * t.values[at]!;
      const kernel = limit
        ? (square * (1 - ratios[j]!)) / 2
        : ((1 + df) / 2) * quickLog((square + df) / (square * ratios[j]! + df));
      odds[at] = starts[j]! + kernel;
    }
  }
  return odds;
}
