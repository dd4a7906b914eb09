import { fPdf, fSf } from "../distributions/f.ts";
import { highWord, ofHighWord } from "./float-bits.ts";

/**
 * Upper tails of one F distribution by Taylor series about the centers of bins of F, as many to each octave. A two-sided t
 * tail is the tail of F = t^2 with 1 degree of freedom above the line.
 */
export interface TailTable {
  readonly df1: number;
  readonly df2: number;
  /** A bin is told by the bits of F above this one of its upper word. */
  readonly shift: number;
  readonly first: number;
  readonly bins: number;
  /** Of each bin the center, its inverse, and the terms in F / center - 1: `width` apiece. */
  readonly series: Float64Array;
}

/** Of each series. */
export const terms = 14;
export const width = terms + 2;
const leastF = 2 ** -34;
const greatestF = 2 ** 27;

/** Below this the terms of a series would lose digits to underflow. */
const leastTail = 1e-280;

/** A tail that falls by more than this power of e in a bin is not smooth enough for the terms. */
const steepest = 1.2;

/** After this many bins rounding errors have added up, and the tail is evaluated anew. */
const anchored = 512;

interface Bins {
  readonly shift: number;
  readonly first: number;
  readonly end: number;
}

/** The bins from `least` to `most` F: 32 to 256 an octave, by how fast the tail falls. */
export function binsBetween(df1: number, df2: number, least: number, most: number): Bins {
  const greatestDf = Math.max(df1, df2);
  const shift = greatestDf <= 60 ? 15 : greatestDf <= 120 ? 14 : greatestDf <= 240 ? 13 : 12;
  const first = highWord(Math.min(greatestF, Math.max(leastF, least))) >>> shift;
  const last = highWord(Math.min(greatestF, Math.max(leastF, most))) >>> shift;
  return { shift, first, end: Math.max(first, last + 1) };
}

/** The table of the tails from `least` to `most` F as far as they are smooth enough. */
export function tailTable(df1: number, df2: number, least: number, most: number): TailTable {
  const { shift, first, end } = binsBetween(df1, df2, least, most);
  const bins = smoothBins(df1, df2, shift, first, end);
  const table = { df1, df2, shift, first, bins, series: new Float64Array(bins * width) };
  if (bins > 0) fillSeries(table);
  return table;
}

function centerOf(bin: number, shift: number): number {
  return ofHighWord((bin << shift) | (1 << (shift - 1)));
}

/** The number of bins before the first, up to `end`, that is too steep or too far out. */
function smoothBins(df1: number, df2: number, shift: number, first: number, end: number): number {
  let [low, high] = [first, end];
  while (low < high) {
    const bin = (low + high) >> 1;
    const f = centerOf(bin, shift);
    const tail = fSf(f, df1, df2);
    const share = ofHighWord((bin + 1) << shift) / ofHighWord(bin << shift) - 1;
    if (tail >= leastTail && fPdf(f, df1, df2) * f * share <= steepest * tail) low = bin + 1;
    else high = bin;
  }
  return low - first;
}

/** From the last bin down, so that tails grow by what is added to them. */
function fillSeries({ df1, df2, shift, first, bins, series }: TailTable): void {
  const ratios = new Float64Array(terms);
  let [density, tail] = [0, 0];
  for (let k = bins - 1; k >= 0; k--) {
    const center = centerOf(first + k, shift);
    densityTerms(ratios, (df1 * center) / df2, df1 / 2, df2 / 2);
    if ((bins - 1 - k) % anchored === 0) {
      density = fPdf(center, df1, df2);
      tail = fSf(center, df1, df2);
    } else {
      const above = ofHighWord((first + k + 1) << shift) / center - 1;
      density /= sum(ratios, above);
      tail += density * center * integral(ratios, above);
    }
    writeSeries(series, k * width, center, density * center, tail, ratios);
    const below = ofHighWord((first + k) << shift) / center - 1;
    tail -= density * center * integral(ratios, below);
    density *= sum(ratios, below);
  }
}

/**
 * Terms in z = F / center - 1 of the density over that at the center, where odds = df1 center / df2: with
 * y = odds / (1 + odds), q' (1 + z) (1 + y z) = q ((half1 - 1) (1 + y z) - (half1 + half2) y (1 + z)).
 */
function densityTerms(ratios: Float64Array, odds: number, half1: number, half2: number): void {
  const y = odds / (1 + odds);
  const fall = (half1 + half2) * y;
  const [same, before] = [half1 - 1 - fall, (half1 - 1) * y - fall];
  ratios[0] = 1;
  ratios[1] = same;
  for (let k = 1; k + 1 < terms; k++) {
    ratios[k + 1] = ((same - (1 + y) * k) * ratios[k]! + (before - y * (k - 1)) * ratios[k - 1]!) / (k + 1);
  }
}

function writeSeries(
  series: Float64Array,
  at: number,
  center: number,
  slope: number,
  tail: number,
  ratios: Float64Array,
): void {
  series[at] = center;
  series[at + 1] = 1 / center;
  series[at + 2] = tail;
  for (let k = 1; k < terms; k++) series[at + 2 + k] = (-slope * ratios[k - 1]!) / k;
}

function sum(ratios: Float64Array, z: number): number {
  let total = 0;
  for (let k = terms - 1; k >= 0; k--) total = total * z + ratios[k]!;
  return total;
}

/** Of the same terms from 0 to z. */
function integral(ratios: Float64Array, z: number): number {
  let total = 0;
  for (let k = terms - 1; k >= 0; k--) total = total * z + ratios[k]! / (k + 1);
  return total * z;
}
