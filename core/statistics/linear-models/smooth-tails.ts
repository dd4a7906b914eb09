import { fSf } from "../distributions/f.ts";
import { highWord } from "./float-bits.ts";
import { type TailTable, terms, width } from "./tail-table.ts";

/**
 * Writes P(F > f) of `f[start..end)`, or of their squares, into `tails`, within 2e-12 of single evaluations, relative; such
 * are made where the table does not reach.
 */
export function writeTails(
  table: TailTable,
  f: Float64Array,
  tails: Float64Array,
  start: number,
  end: number,
  squared: boolean,
): void {
  const { series, shift, first, bins, df1, df2 } = table;
  for (let i = start; i < end; i++) {
    const value = squared ? f[i]! * f[i]! : f[i]!;
    const bin = (highWord(value) >>> shift) - first;
    tails[i] = bin >= 0 && bin < bins ? tailIn(series, bin * width, value) : fSf(value, df1, df2);
  }
}

function tailIn(series: Float64Array, at: number, f: number): number {
  const z = (f - series[at]!) * series[at + 1]!;
  const zz = z * z;
  const even =
    series[at + 2]! +
    zz *
      (series[at + 4]! +
        zz *
          (series[at + 6]! +
            zz *
              (series[at + 8]! + zz * (series[at + 10]! + zz * (series[at + 12]! + zz * series[at + 14]!)))));
  const odd =
    series[at + 3]! +
    zz *
      (series[at + 5]! +
        zz *
          (series[at + 7]! +
            zz *
              (series[at + 9]! + zz * (series[at + 11]! + zz * (series[at + 13]! + zz * series[at + 15]!)))));
  return even + z * odd;
}

/** The F with P(F > f) = `tail`, by Newton steps on the series; NaN where the table does not reach. */
export function tailQuantile({ series, shift, first, bins }: TailTable, tail: number): number {
  if (!(bins > 1 && tail <= series[2]! && tail > series[(bins - 1) * width + 2]!)) return Number.NaN;
  let [low, high] = [0, bins - 1];
  while (high - low > 1) {
    const bin = (low + high) >> 1;
    if (series[bin * width + 2]! >= tail) low = bin;
    else high = bin;
  }
  let f = series[low * width]!;
  for (let step = 0; step < 20; step++) {
    const at = ((highWord(f) >>> shift) - first) * width;
    const excess = tailIn(series, at, f) - tail;
    const change = excess / slopeIn(series, at, f);
    f -= change;
    if (Math.abs(change) < 1e-14 * f) break;
  }
  return f;
}

function slopeIn(series: Float64Array, at: number, f: number): number {
  const z = (f - series[at]!) * series[at + 1]!;
  let slope = 0;
  for (let k = terms - 1; k > 0; k--) slope = slope * z + k * series[at + 2 + k]!;
  return slope * series[at + 1]!;
}
