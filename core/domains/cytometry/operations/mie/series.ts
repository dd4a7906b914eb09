import { portable } from "../../../../kernel/index.ts";

/** Mie coefficients a_n, b_n of one sphere; index n - 1, n from 1 to `order`. Overwritten by the next sphere. */
export interface MieSeries {
  /** Terms are x + breadth x^(1/3) + 2. */
  readonly breadth: number;
  order: number;
  aRe: Float64Array;
  aIm: Float64Array;
  bRe: Float64Array;
  bIm: Float64Array;
}

/** Largest size parameter that is computed. */
export const largestSizeParameter = 20_000;
/** Smallest size parameter that is computed. */
export const smallestSizeParameter = 1e-6;

/** Breadth that efficiencies need. Source: Wiscombe 1980, 10.1364/AO.19.001505. */
const efficiencyBreadth = 4.05;
/** Breadth for single angles, where the terms cancel and more of them count. */
export const angularBreadth = 4.8;

/** Terms that a sphere of size parameter `x` needs. */
export function seriesOrder(x: number, breadth = efficiencyBreadth): number {
  return Math.ceil(x + breadth * portable.cbrt(x) + 2);
}

/** An empty series; give `angularBreadth` where amplitudes are wanted. */
export function createSeries(breadth = efficiencyBreadth): MieSeries {
  return { breadth, order: 0, ...rooms(32) };
}

function rooms(capacity: number): Pick<MieSeries, "aRe" | "aIm" | "bRe" | "bIm"> {
  const room = () => new Float64Array(capacity);
  return { aRe: room(), aIm: room(), bRe: room(), bIm: room() };
}

/** Sets the number of terms; makes more room where it is short. */
export function setOrder(series: MieSeries, order: number): void {
  if (series.aRe.length < order) Object.assign(series, rooms(2 * order));
  series.order = order;
}
