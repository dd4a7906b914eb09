import type { BinSummary } from "./summary.ts";

/** Width in nm of the common grid on which captures are drawn and pooled. */
export const gridWidth = 5;

/** `bins` on the common grid from 0 nm, `cells` long; a bin that crosses a grid line is divided by length. */
export function onGrid({ edges, concentration }: BinSummary, cells: number): Float64Array {
  const grid = new Float64Array(cells);
  for (let i = 0; i < concentration.length; i++) {
    const [from, to] = [edges[i]!, edges[i + 1]!];
    for (let cell = Math.floor(from / gridWidth); cell < cells && cell * gridWidth < to; cell++) {
      const overlap = Math.min(to, (cell + 1) * gridWidth) - Math.max(from, cell * gridWidth);
      if (overlap > 0) grid[cell]! += concentration[i]! * (overlap / (to - from));
    }
  }
  return grid;
}

/** The grid ends at 20 um: what lies beyond is no matter of a distribution on a scale of nm. */
export const mostCells = 4000;

/** How many cells hold all bins of all captures, as far as the grid goes. */
export function cellsFor(bins: readonly BinSummary[]): number {
  const needed = bins.reduce((cells, { edges }) => Math.max(cells, Math.ceil(edges.at(-1)! / gridWidth)), 0);
  return Math.min(mostCells, needed);
}

/** Edges of the first `cells` cells in nm. */
export function gridEdges(cells: number): Float64Array {
  return Float64Array.from({ length: cells + 1 }, (_, i) => i * gridWidth);
}
