import { portable } from "../../kernel/index.ts";
import { chiSquareSf } from "../distributions/chi-square.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";
import { requireLength } from "../values.ts";
import { countBelow, countNotAbove, tieSum } from "./ties.ts";

/** One value a feature in every column. */
export interface KruskalWallisTable {
  /** H, corrected for ties. */
  readonly h: Float64Array;
  /** Groups with a value less one. */
  readonly df: Uint32Array;
  /** Of the chi-square distribution; NaN below two groups with values or where all values are the same. */
  readonly p: Float64Array;
  /** 1 without ties, `1 - sum(t^3 - t) / (n^3 - n)`. */
  readonly tieCorrection: Float64Array;
}

/**
 * Kruskal-Wallis test of each row of `data` (features x samples) over the groups in `group`, one code a column from 0 on,
 * 255 left out; a NaN is left out of its row. Kruskal and Wallis 1952, doi:10.1080/01621459.1952.10483441.
 */
export function kruskalWallis(data: Matrix, group: Uint8Array): KruskalWallisTable {
  requireLength("group", group, data.columns);
  const { rows, columns, values } = data;
  const column = () => new Float64Array(rows).fill(Number.NaN);
  const [h, p, tieCorrection] = [column(), column(), column()];
  const df = new Uint32Array(rows);
  const counts = new Uint32Array(255);
  const twiceSums = new Float64Array(255);
  for (let row = 0; row < rows; row++) {
    const own = values.subarray(row * columns, (row + 1) * columns);
    const sorted = own.filter((value, i) => !Number.isNaN(value) && group[i] !== 255).sort();
    const n = sorted.length;
    counts.fill(0);
    twiceSums.fill(0);
    for (let i = 0; i < columns; i++) {
      const value = own[i]!;
      if (Number.isNaN(value) || group[i] === 255) continue;
      counts[group[i]!]! += 1;
      // twice the midrank, less twice the mean rank: below, and not above, less n
      twiceSums[group[i]!]! += countBelow(sorted, value) + countNotAbove(sorted, value) - n;
    }
    const present = counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
    df[row] = Math.max(0, present - 1);
    if (n > 1) tieCorrection[row] = 1 - tieSum(sorted) / (n * n * n - n);
    if (present < 2 || !(tieCorrection[row]! > 0)) continue;
    let between = 0;
    for (let k = 0; k < 255; k++) {
      if (counts[k]! > 0) between += portable.square(twiceSums[k]! / 2) / counts[k]!;
    }
    h[row] = (12 * between) / (n * (n + 1)) / tieCorrection[row]!;
    p[row] = chiSquareSf(h[row]!, df[row]!);
  }
  return { h, df, p, tieCorrection };
}
