import { portable } from "../../../../kernel/index.ts";
import { type Column, cofactorOf, scaled, spreadIndices, valuesAt } from "./axis.ts";
import { cellOf, type Grid, gridOf } from "./grid.ts";
import { type Hills, hillsOf } from "./hills.ts";
import { fitMixture, type Mixture, type NormalComponent } from "./normal-mixture.ts";

/** Populations of events in one or more channels, on asinh axes. */
export interface Populations {
  readonly mixture: Mixture;
  readonly cofactors: readonly number[];
}

const mostEvents = 20_000;
const leastEvents = 5;
const unknownPopulations = 8;
const startBackground = 0.02;

/** Share of all events that a population has to hold: a fifth of an even share, 2 % where their number is unknown. */
export function leastShare(expected: number | null): number {
  return expected === null ? 0.02 : 0.2 / expected;
}

/** Where the expected number is not found so: a twentieth of an even share. */
const rarePart = 0.05;

/**
 * Populations of `columns` (one per channel, linear units, finite, equal lengths): hills of the density on asinh axes,
 * refined by a normal mixture over an even background; on 20 000 events at most. Where one hill less than `expected`
 * stands apart and `splitting` is on, one of the two lowest is split. Null where nothing varies.
 */
export function populationsOf(
  columns: readonly Column[],
  expected: number | null,
  splitting = true,
): Populations | null {
  const indices = spreadIndices(columns[0]!.length, mostEvents);
  const taken = columns.map((column) => valuesAt(column, indices));
  const cofactors = taken.map((column) =>
    cofactorOf(Float64Array.from(column).sort(), expected ?? unknownPopulations),
  );
  if (cofactors.some((cofactor) => !(cofactor > 0))) return null;
  const axes = taken.map((column, c) => scaled(column, cofactors[c]!));
  const located = axes.length <= 2 ? axes : [ladder(axes)];
  const grid = gridOf(located);
  const n = axes[0]!.length;
  const hills = bestHills(grid, expected, n);
  const start = started(axes, located, grid, hills.basins.labels, hills.kept);
  const floors = axes.map((axis) => floorOf(axis));
  const guarded = (mixture: Mixture) => kept(fitMixture(axes, mixture, floors), mixture);
  let best = guarded(start);
  if (splitting && best.components.length > 0 && best.components.length + 1 === expected) {
    const attempts = [0, 1]
      .filter((k) => k < start.components.length)
      .map((k) => fitMixture(axes, halved(best, k), floors));
    const found = attempts.reduce((a, b) => (b.logLikelihood > a.logLikelihood ? b : a));
    const gain = found.logLikelihood - best.logLikelihood;
    if (gain > 1.5 * (axes.length + 1) * portable.log(n)) best = found;
  }
  return { mixture: best, cofactors };
}

function bestHills(grid: Grid, expected: number | null, n: number): Hills {
  const hills = hillsOf(grid, expected, Math.max(leastEvents, leastShare(expected) * n));
  if (expected === null || hills.kept.length >= expected) return hills;
  const rare = hillsOf(grid, expected, Math.max(leastEvents, (rarePart / expected) * n));
  return rare.kept.length === expected ? rare : hills;
}

/** Sum of the axes, each on its own range: beads of a ladder are brighter in every channel. */
function ladder(axes: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(axes[0]!.length);
  for (const axis of axes) for (let i = 0; i < sum.length; i++) sum[i]! += axis[i]! / axes.length;
  return sum;
}

function floorOf(axis: Float64Array): number {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of axis) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return portable.square(Math.max(high - low, 1e-6) / 4096);
}

function started(
  axes: readonly Float64Array[],
  located: readonly Float64Array[],
  grid: Grid,
  labels: Int32Array,
  hills: readonly number[],
): Mixture {
  const members = new Map(hills.map((label) => [label, [] as number[]]));
  const n = axes[0]!.length;
  for (let i = 0; i < n; i++) members.get(labels[cellOf(grid, located, i)]!)?.push(i);
  const components = hills.map((label) => robustNormal(axes, members.get(label)!, n));
  components.sort((a, b) => sumOf(a.mean) - sumOf(b.mean));
  const volume = axes.reduce((product, axis) => product * Math.max(Math.sqrt(floorOf(axis)) * 4096, 1e-6), 1);
  return {
    components: components.map((c) => ({ ...c, weight: c.weight * (1 - startBackground) })),
    background: startBackground,
    backgroundDensity: 1 / volume,
    logLikelihood: Number.NEGATIVE_INFINITY,
  };
}

const sumOf = (values: Float64Array) => values.reduce((a, b) => a + b, 0);

/** Medians and half the span from 15.87 to 84.13 % of the members, uncorrelated: not moved by doublets in the basin. */
function robustNormal(axes: readonly Float64Array[], members: readonly number[], n: number): NormalComponent {
  const d = axes.length;
  const mean = new Float64Array(d);
  const covariance = new Float64Array(d * d);
  axes.forEach((axis, r) => {
    const sorted = Float64Array.from(members, (i) => axis[i]!).sort();
    const at = (p: number) => sorted[Math.floor((sorted.length - 1) * p)]!;
    mean[r] = at(0.5);
    covariance[r * d + r] = portable.square((at(0.8413) - at(0.1587)) / 2) + floorOf(axis);
  });
  return { weight: members.length / n, mean, covariance };
}

/** The fit, or the start where a component wandered more than three of its widths or lost or trebled its events. */
function kept(fit: Mixture, start: Mixture): Mixture {
  const strayed = fit.components.some((component, c) => {
    const before = start.components[c]!;
    const d = before.mean.length;
    const far = before.mean.some(
      (value, r) => Math.abs(component.mean[r]! - value) > 3 * Math.sqrt(before.covariance[r * d + r]!),
    );
    return far || component.weight < before.weight / 3 || component.weight > before.weight * 3;
  });
  return strayed ? { ...start, logLikelihood: fit.logLikelihood } : fit;
}

/** Component `k` as two of half its events, 0.8 widths to either side. */
function halved(mixture: Mixture, k: number): Mixture {
  const whole = mixture.components[k]!;
  const d = whole.mean.length;
  const half = (sign: number): NormalComponent => ({
    weight: whole.weight / 2,
    mean: whole.mean.map((value, r) => value + sign * 0.8 * Math.sqrt(whole.covariance[r * d + r]!)),
    covariance: whole.covariance.map((value) => value * 0.36),
  });
  const components = [
    ...mixture.components.slice(0, k),
    half(-1),
    half(1),
    ...mixture.components.slice(k + 1),
  ];
  return { ...mixture, components, logLikelihood: Number.NEGATIVE_INFINITY };
}
