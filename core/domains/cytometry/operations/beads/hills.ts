import { type Basins, basinsOf } from "./basins.ts";
import type { Grid } from "./grid.ts";

/** Basins of the populations, the heaviest of a density over several bandwidths. */
export interface Hills {
  readonly basins: Basins;
  /** Labels of the hills that hold enough events. */
  readonly kept: readonly number[];
  readonly bandwidth: number;
}

const widest = 0.5;
const narrowest = 0.02;
const ratio = 0.85;
const leastSteps = 3;

/**
 * Hills with at least `least` events at the bandwidth that tells the populations best (mode tree of Minnotte and Scott
 * 1993): the middle of the longest run, of three or more, that shows `expected` hills. Where none does, or the number is
 * not known, that of the greatest number that stands over three bandwidths or more.
 */
export function hillsOf(grid: Grid, expected: number | null, least: number): Hills {
  const scales: Hills[] = [];
  for (let bandwidth = widest; bandwidth >= narrowest; bandwidth *= ratio) {
    const basins = basinsOf(grid, bandwidth);
    const kept = Array.from(basins.masses.keys()).filter((k) => basins.masses[k]! >= least);
    scales.push({ basins, kept, bandwidth });
  }
  const runs = runsOf(scales);
  const stable = runs.filter((run) => run.length >= leastSteps);
  const exact = stable.filter((run) => run[0]!.kept.length === expected);
  const from = exact.length > 0 ? exact : stable.length > 0 ? stable : runs;
  const best = from.reduce((a, b) => (better(b, a) ? b : a));
  return best[Math.floor((best.length - 1) / 2)]!;
}

function better(a: readonly Hills[], b: readonly Hills[]): boolean {
  const more = a[0]!.kept.length - b[0]!.kept.length;
  return more > 0 || (more === 0 && a.length > b.length);
}

function runsOf(scales: readonly Hills[]): Hills[][] {
  const runs: Hills[][] = [];
  for (const hills of scales) {
    const last = runs.at(-1);
    if (last && last[0]!.kept.length === hills.kept.length) last.push(hills);
    else runs.push([hills]);
  }
  return runs;
}
