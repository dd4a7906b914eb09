import type { Matrix } from "../../../statistics/index.ts";

/** Mean of each row over what was observed in `columns` (all of them where not given); NaN where nothing was. */
export function meanOver(
  { rows, columns, values }: Matrix,
  chosen: readonly number[] = [...Array(columns).keys()],
): Float64Array {
  return Float64Array.from({ length: rows }, (_, row) => {
    let sum = 0;
    let n = 0;
    for (const column of chosen) {
      const value = values[row * columns + column]!;
      if (Number.isNaN(value)) continue;
      sum += value;
      n += 1;
    }
    return sum / n;
  });
}
