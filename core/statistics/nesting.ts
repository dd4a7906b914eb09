import { requireLength } from "./values.ts";

/** One level of a nested design: which unit each observation is in, and which unit of the level above holds each unit. */
export interface NestedLevel {
  readonly name: string;
  readonly units: number;
  /** Unit of each observation. */
  readonly unitOf: Int32Array;
  /** Unit of the level above for each unit; 0 at the top. */
  readonly parentOf: Int32Array;
}

/** A factor of a nested design: one label for each observation; a label counts within its parent only. */
export interface NestedFactor {
  readonly name: string;
  readonly labels: readonly string[];
}

/** The levels of a nested design from the top, with the observations themselves as the last level. */
export function nesting(factors: readonly NestedFactor[], observationName: string, n: number): NestedLevel[] {
  const levels: NestedLevel[] = [];
  let above = new Int32Array(n);
  for (const { name, labels } of factors) {
    requireLength(name, labels, n);
    if (levels.every((level) => level.units === 1) && labels.every((label) => label === labels[0])) {
      levels.push({
        name,
        units: Math.min(1, n),
        unitOf: new Int32Array(n),
        parentOf: new Int32Array(Math.min(1, n)),
      });
      continue;
    }
    const seen = new Map<string, number>();
    const parentOf: number[] = [];
    const unitOf = new Int32Array(n);
    for (let i = 0; i < n; i++) {
      const key = `${above[i]}/${labels[i]}`;
      let unit = seen.get(key);
      if (unit === undefined) {
        unit = seen.size;
        seen.set(key, unit);
        parentOf.push(above[i]!);
      }
      unitOf[i] = unit;
    }
    levels.push({ name, units: seen.size, unitOf, parentOf: Int32Array.from(parentOf) });
    above = unitOf;
  }
  levels.push({
    name: observationName,
    units: n,
    unitOf: Int32Array.from({ length: n }, (_, i) => i),
    parentOf: above,
  });
  return levels;
}

/** Sums of `values` (one for each observation) by unit. */
export function sumsByUnit(level: NestedLevel, values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(level.units);
  for (let i = 0; i < values.length; i++) sums[level.unitOf[i]!]! += values[i]!;
  return sums;
}

/** Means of `values` (one for each unit of `level`) by unit of the level above, each unit counting once. */
export function meansByParent(level: NestedLevel, values: ArrayLike<number>, parents: number): Float64Array {
  const sums = new Float64Array(parents);
  const counts = new Float64Array(parents);
  for (let unit = 0; unit < level.units; unit++) {
    sums[level.parentOf[unit]!]! += values[unit]!;
    counts[level.parentOf[unit]!]!++;
  }
  return sums.map((sum, parent) => sum / counts[parent]!);
}
