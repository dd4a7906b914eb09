import { type Grid, smoothed } from "./grid.ts";

/** The hills of a smoothed density: `labels` gives each cell's hill from 0 (-1: no events near), `masses` their events. */
export interface Basins {
  readonly labels: Int32Array;
  readonly masses: readonly number[];
}

/** A valley has to be this part lower than the lower of its two summits. */
const leastDepth = 0.25;
/** And deeper than this many counting errors. */
const leastErrors = 3;

/**
 * Hills of the density at one `bandwidth`: cells are taken from the highest down, and two hills that meet are one
 * unless the valley is deep (25 % of the lower summit, and three counting errors of a Gaussian kernel estimate).
 */
export function basinsOf(grid: Grid, bandwidth: number): Basins {
  const density = smoothed(grid, bandwidth);
  const cells = occupied(density);
  const parent = new Int32Array(density.length).fill(-1);
  const find = (cell: number): number => {
    let root = cell;
    while (parent[root] !== root) root = parent[root]!;
    for (let at = cell; at !== root; ) {
      const next = parent[at]!;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  // events seen by the kernel: n = 2 sqrt(pi) h f in one dimension, 4 pi h^2 f in two
  const seen = grid.widths.reduce(
    (a, width) => a * Math.max(1, (2 * Math.sqrt(Math.PI) * bandwidth) / width),
    1,
  );
  const isDeep = (summit: number, valley: number) =>
    valley <= (1 - leastDepth) * summit &&
    (summit - valley) * seen > leastErrors * Math.sqrt((summit + valley) * seen);
  const offsets = neighbours(grid);
  for (const cell of cells) {
    parent[cell] = cell;
    let home = -1;
    for (const [dx, dy] of offsets) {
      const x = (cell % grid.bins) + dx;
      const y = Math.floor(cell / grid.bins) + dy;
      if (x < 0 || x >= grid.bins || y < 0 || y * grid.bins >= density.length) continue;
      const beside = x + y * grid.bins;
      if (parent[beside] === -1) continue;
      const there = find(beside);
      if (there === home) continue;
      if (home === -1) {
        home = there;
        parent[cell] = there;
        continue;
      }
      const [high, low] = density[there]! > density[home]! ? [there, home] : [home, there];
      if (!isDeep(density[low]!, density[cell]!)) {
        parent[low] = high;
        home = high;
      }
    }
  }
  return collected(grid, cells, find);
}

function occupied(density: Float64Array): Int32Array {
  const cells: number[] = [];
  for (let cell = 0; cell < density.length; cell++) if (density[cell]! > 1e-9) cells.push(cell);
  return Int32Array.from(cells.sort((a, b) => density[b]! - density[a]! || a - b));
}

function neighbours({ dimensions }: Grid): readonly (readonly [number, number])[] {
  const line = [
    [-1, 0],
    [1, 0],
  ] as const;
  if (dimensions === 1) return line;
  return [...line, [0, -1], [0, 1], [-1, -1], [1, -1], [-1, 1], [1, 1]];
}

function collected(grid: Grid, cells: Int32Array, find: (cell: number) => number): Basins {
  const labels = new Int32Array(grid.counts.length).fill(-1);
  const numbers = new Map<number, number>();
  const masses: number[] = [];
  for (const cell of cells) {
    const root = find(cell);
    let label = numbers.get(root);
    if (label === undefined) {
      label = masses.length;
      numbers.set(root, label);
      masses.push(0);
    }
    labels[cell] = label;
    masses[label]! += grid.counts[cell]!;
  }
  return { labels, masses };
}
