import { portable } from "../../../kernel/index.ts";
import type { Values } from "../../../statistics/values.ts";

export interface SizeMode {
  /** In nm. */
  readonly mode: number;
  /** The fullest bin is the first or the last: the peak may lie outside, and the mode is that bin's centre. */
  readonly atEdge: boolean;
  /** Bins that are not neighbours are equally full: the mode is that of the smallest diameter. */
  readonly tie: boolean;
}

/**
 * Mode of a histogram in nm: the vertex of the parabola through the densities (weight / width) at the centres of the
 * fullest bin and its two neighbours, kept inside that bin. Neighbouring bins that are equally full count as one plateau with the mode in
 * its middle. `weights` hold something.
 */
export function sizeMode(edges: Values, weights: Values): SizeMode {
  const last = weights.length - 1;
  const density = (i: number) => weights[i]! / (edges[i + 1]! - edges[i]!);
  const centre = (i: number) => (edges[i]! + edges[i + 1]!) / 2;
  // equal weights in bins whose widths differ by rounding are equally full
  const same = (a: number, b: number) => Math.abs(a - b) <= 1e-12 * b;
  let from = 0;
  for (let i = 1; i <= last; i++)
    if (density(i) > density(from) && !same(density(i), density(from))) from = i;
  const top = density(from);
  let to = from;
  while (to < last && same(density(to + 1), top)) to++;
  let tie = false;
  for (let i = to + 1; i <= last; i++) tie ||= same(density(i), top);
  if (to > from) return { mode: (edges[from]! + edges[to + 1]!) / 2, atEdge: from === 0 || to === last, tie };
  if (from === 0 || from === last) return { mode: centre(from), atEdge: true, tie };
  const [x0, x1, x2] = [centre(from - 1), centre(from), centre(from + 1)];
  const left = (top - density(from - 1)) * portable.square(x1 - x2);
  const right = (top - density(from + 1)) * portable.square(x1 - x0);
  const slopes = (x1 - x0) * (top - density(from + 1)) + (x2 - x1) * (top - density(from - 1));
  const vertex = x1 - (right - left) / (2 * slopes);
  return { mode: Math.min(Math.max(vertex, edges[from]!), edges[from + 1]!), atEdge: false, tie };
}
