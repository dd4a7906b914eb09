import * as portable from "../../kernel/portable/index.ts";
import type { Matrix } from "../linear-algebra/index.ts";
import { quickLog } from "./quick-log.ts";
import { areEqual, greatest } from "./ranks.ts";
import { type TailTables, tSizeOf } from "./tails.ts";

export interface EffectPriorOptions {
  /** Expected share of features that differ. */
  readonly proportion: number;
  /** Least and greatest variance of a true effect, in units of the unscaled variance. */
  readonly limits: readonly [number, number];
}

/** Moderated t with its tails (features x coefficients) and the degrees of freedom of each feature. */
export interface TestedEffects {
  readonly t: Matrix;
  readonly p: Float64Array;
  readonly stdevUnscaled: Matrix;
  readonly df: Float64Array;
  readonly tables: TailTables;
}

/** What puts the features of one coefficient in order: the greater the size, the greater the evidence; NaN is none. */
interface Ranking {
  readonly sizes: Float64Array;
  readonly count: number;
  readonly greatestDf: number;
}

/**
 * For each coefficient the prior variance of the effects that differ, from the greatest t statistics (Smyth 2004,
 * 10.2202/1544-6115.1027, not opened), which p puts in order where degrees of freedom differ; NaN where there are none.
 */
export function effectPriors(tested: TestedEffects, options: EffectPriorOptions): Float64Array {
  const { t, p, df } = tested;
  const equal = areEqual(df);
  const sizes = new Float64Array(t.rows);
  const priors = new Float64Array(t.columns);
  for (let column = 0; column < t.columns; column++) {
    const count = writeStrengths(sizes, equal ? t.values : p, equal, column, t.columns);
    const greatestDf = equal ? df[0]! : greatestDfOf(df, sizes);
    priors[column] = effectPrior(tested, column, { sizes, count, greatestDf }, options);
  }
  return priors;
}

function effectPrior(
  { t, p, stdevUnscaled, df, tables }: TestedEffects,
  column: number,
  { sizes, count: n, greatestDf }: Ranking,
  { proportion, limits }: EffectPriorOptions,
): number {
  const { columns, values } = t;
  const aimed = Math.ceil((proportion / 2) * n);
  if (aimed < 1) return Number.NaN;
  const share = Math.max(aimed / n, proportion);
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

/** Writes numbers in whose order evidence grows: |t|, or less p where degrees of freedom differ; how many are not NaN. */
function writeStrengths(
  sizes: Float64Array,
  values: Float64Array,
  equal: boolean,
  column: number,
  columns: number,
): number {
  let count = 0;
  for (let g = 0, at = column; g < sizes.length; g++, at += columns) {
    const value = values[at]!;
    sizes[g] = equal ? Math.abs(value) : -value;
    if (!Number.isNaN(value)) count++;
  }
  return count;
}

function greatestDfOf(df: Float64Array, sizes: Float64Array): number {
  let most = 0;
  for (let g = 0; g < df.length; g++) if (df[g]! > most && !Number.isNaN(sizes[g]!)) most = df[g]!;
  return most;
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
