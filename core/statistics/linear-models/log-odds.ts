import { portable } from "../../kernel/index.ts";
import { tQuantileUpper, tSf } from "../distributions/t.ts";
import type { Matrix } from "../linear-algebra/index.ts";

export interface EffectPriorOptions {
  /** Expected share of features that differ. */
  readonly proportion: number;
  /** Least and greatest variance of a true effect, in units of the unscaled variance. */
  readonly limits: readonly [number, number];
}

/**
 * Prior variance of the effects of one coefficient that differ, from the greatest t statistics (Smyth 2004,
 * 10.2202/1544-6115.1027, section 6.3); NaN where there are none.
 */
export function effectPrior(
  t: Matrix,
  stdevUnscaled: Matrix,
  column: number,
  df: Float64Array,
  { proportion, limits }: EffectPriorOptions,
): number {
  const { rows, columns } = t;
  const size = (g: number) => Math.abs(t.values[g * columns + column]!);
  const features = Array.from({ length: rows }, (_, g) => g).filter((g) => !Number.isNaN(size(g)));
  const n = features.length;
  const aimed = Math.ceil((proportion / 2) * n);
  if (aimed < 1) return Number.NaN;
  const share = Math.max(aimed / n, proportion);
  const greatestDf = features.reduce((most, g) => Math.max(most, df[g]!), 0);
  const comparable = Float64Array.from(features, (g) => {
    return df[g]! < greatestDf ? tQuantileUpper(tSf(size(g), df[g]!), greatestDf) : size(g);
  });
  const order = features.map((_, i) => i).sort((i, j) => comparable[j]! - comparable[i]! || i - j);
  let sum = 0;
  for (let rank = 0; rank < aimed; rank++) {
    const i = order[rank]!;
    const tail = 2 * tSf(comparable[i]!, greatestDf);
    const target = ((rank + 0.5) / n - (1 - share) * tail) / share;
    let variance = 0;
    if (target > tail) {
      const ratio = comparable[i]! / tQuantileUpper(target / 2, greatestDf);
      variance =
        portable.square(stdevUnscaled.values[features[i]! * columns + column]!) * (ratio * ratio - 1);
    }
    sum += Math.min(limits[1], Math.max(limits[0], variance));
  }
  return sum / aimed;
}

/**
 * Log-odds that each coefficient differs (features x coefficients): B of Smyth 2004, section 4, natural logarithm; at an
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
  for (let g = 0; g < rows; g++) {
    const limit = (typeof priorDf === "number" ? priorDf : priorDf[g]!) > 1e6;
    const df = totalDf[g]!;
    for (let j = 0; j < columns; j++) {
      const at = g * columns + j;
      const own = stdevUnscaled.values[at]! * stdevUnscaled.values[at]!;
      const ratio = (own + effectVariances[j]!) / own;
      const square = t.values[at]! * t.values[at]!;
      const kernel = limit
        ? (square * (1 - 1 / ratio)) / 2
        : ((1 + df) / 2) * portable.log((square + df) / (square / ratio + df));
      odds[at] = base - portable.log(ratio) / 2 + kernel;
    }
  }
  return odds;
}
