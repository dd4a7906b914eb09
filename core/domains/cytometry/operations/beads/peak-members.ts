import { type Column, scaled } from "./axis.ts";
import { responsibilities } from "./normal-mixture.ts";
import type { Populations } from "./populations.ts";

/** Events of one population. */
export interface PeakMembers {
  /** Sum of the weights. */
  readonly n: number;
  readonly split: boolean;
  /** One column for each channel. */
  readonly values: readonly Float64Array[];
  /** Probability of belonging; null: 1 for each. */
  readonly weights: Float64Array | null;
}

const certain = 0.999;
const worthwhile = 0.001;

/** Below this distance of two means in their mean SD two populations do not stand apart (Ashman, Bird and Zepf 1994). */
const leastAshman = 2;

/** Every event given to its population, with its probability where two share it. */
export function assigned(columns: readonly Column[], populations: Populations): PeakMembers[] {
  const { mixture, cofactors } = populations;
  const count = mixture.components.length;
  const n = columns[0]!.length;
  const indices = Array.from({ length: count }, () => [] as number[]);
  const weights = Array.from({ length: count }, () => [] as number[]);
  const share = new Float64Array(count + 1);
  const assign = responsibilities(mixture);
  const block = 65_536;
  for (let from = 0; from < n; from += block) {
    const to = Math.min(n, from + block);
    const axes = columns.map((column, c) => scaled(sliced(column, from, to), cofactors[c]!));
    for (let i = 0; i < to - from; i++) {
      assign(axes, i, share);
      for (let c = 0; c < count; c++) {
        const weight = share[c]!;
        if (weight < worthwhile) continue;
        indices[c]!.push(from + i);
        weights[c]!.push(weight > certain ? 1 : weight);
      }
    }
  }
  return indices.map((members, c) => {
    const own = Float64Array.from(weights[c]!);
    return {
      n: own.reduce((sum, weight) => sum + weight, 0),
      split: populations.split[c]! && isMerged(populations, c),
      values: columns.map((column) => Float64Array.from(members, (i) => column[i]!)),
      weights: own.every((weight) => weight === 1) ? null : own,
    };
  });
}

/** Every event inside each of the windows (`lower <= x < upper` in the first channel). */
export function windowed(
  columns: readonly Column[],
  windows: readonly (readonly [number, number])[],
): PeakMembers[] {
  const first = columns[0]!;
  return windows.map(([lower, upper]) => {
    const members: number[] = [];
    for (let i = 0; i < first.length; i++) if (first[i]! >= lower && first[i]! < upper) members.push(i);
    const values = columns.map((column) => Float64Array.from(members, (i) => column[i]!));
    return { n: members.length, split: false, values, weights: null };
  });
}

function sliced(column: Column, from: number, to: number): Float64Array {
  const part = new Float64Array(to - from);
  for (let i = from; i < to; i++) part[i - from] = column[i]!;
  return part;
}

function isMerged({ mixture, split }: Populations, c: number): boolean {
  const other = split[c + 1] && !(c > 0 && split[c - 1]) ? c + 1 : c - 1;
  const a = mixture.components[c]!;
  const b = mixture.components[other]!;
  const d = a.mean.length;
  const best = Array.from(a.mean.keys(), (r) => {
    const spread = Math.sqrt((a.covariance[r * d + r]! + b.covariance[r * d + r]!) / 2);
    return Math.abs(a.mean[r]! - b.mean[r]!) / spread;
  });
  return Math.max(...best) < leastAshman;
}
