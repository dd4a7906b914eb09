import { portable } from "../kernel/index.ts";
import { type NestedLevel, sumsByUnit } from "./nesting.ts";
import type { Values } from "./values.ts";

export interface VarianceComponent {
  readonly level: string;
  /** Units of this level. */
  readonly units: number;
  /** Units less units of the level above. */
  readonly df: number;
  /** As estimated, and so possibly negative; null where `df` is 0. */
  readonly estimated: number | null;
  /** The estimate, or 0 where it is negative. */
  readonly truncated: number | null;
  /** Levels whose variance is in it because they are not replicated; itself first. */
  readonly includes: readonly string[];
}

/**
 * Variance components of a nested random-effects design from the sums of squares of type I, equated to their
 * expectations with the coefficients of the unbalanced design (Henderson's method 1; Searle, Casella and McCulloch
 * 1992, 5.3). A level without replication is not separable: its variance is in the nearest replicated level above it.
 */
export function varianceComponents(levels: readonly NestedLevel[], values: Values): VarianceComponent[] {
  const n = values.length;
  const df = levels.map((level, i) => level.units - (i === 0 ? 1 : levels[i - 1]!.units));
  const kept = levels.map((_, i) => i).filter((i) => df[i]! > 0);
  const estimates = new Map<number, number>();
  for (const row of [...kept].reverse()) {
    let explained = sumOfSquares(levels, row, values);
    for (const deeper of kept) {
      if (deeper > row) explained -= coefficient(levels, row, deeper, n) * estimates.get(deeper)!;
    }
    estimates.set(row, explained / coefficient(levels, row, row, n));
  }
  return levels.map((level, i) => {
    const estimated = estimates.get(i) ?? null;
    const next = kept.find((k) => k > i) ?? levels.length;
    const includes = estimated === null ? [] : levels.slice(i, next).map((one) => one.name);
    const truncated = estimated === null ? null : Math.max(0, estimated);
    return { level: level.name, units: level.units, df: df[i]!, estimated, truncated, includes };
  });
}

/** Sum over the units of level `i` of n (mean of the unit - mean of its parent)^2. */
function sumOfSquares(levels: readonly NestedLevel[], i: number, values: Values): number {
  const level = levels[i]!;
  const sizes = sizesOf(level, values.length);
  const means = sumsByUnit(level, values).map((sum, unit) => sum / sizes[unit]!);
  const above = levels[i - 1];
  const aboveSizes = above ? sizesOf(above, values.length) : Float64Array.of(values.length);
  const aboveMeans = new Float64Array(aboveSizes.length);
  for (let unit = 0; unit < level.units; unit++) {
    const parent = level.parentOf[unit]!;
    aboveMeans[parent]! += (means[unit]! * sizes[unit]!) / aboveSizes[parent]!;
  }
  let sum = 0;
  for (let unit = 0; unit < level.units; unit++) {
    sum += sizes[unit]! * portable.square(means[unit]! - aboveMeans[level.parentOf[unit]!]!);
  }
  return sum;
}

/** Coefficient of the variance of level `deep` in the expected sum of squares of level `row`, `deep >= row`. */
function coefficient(levels: readonly NestedLevel[], row: number, deep: number, n: number): number {
  return share(levels[row], levels[deep]!, n) - share(levels[row - 1], levels[deep]!, n);
}

/** Sum over the units u of `coarse` of (sum over the units v of `fine` in u of n_v^2) / n_u; all observations above the top. */
function share(coarse: NestedLevel | undefined, fine: NestedLevel, n: number): number {
  const sizes = sizesOf(fine, n);
  const whole = coarse ? sizesOf(coarse, n) : Float64Array.of(n);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    sum += sizes[fine.unitOf[i]!]! / whole[coarse ? coarse.unitOf[i]! : 0]!;
  }
  return sum;
}

function sizesOf(level: NestedLevel, n: number): Float64Array {
  return sumsByUnit(level, new Float64Array(n).fill(1));
}
