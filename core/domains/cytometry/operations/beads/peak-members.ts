import { type Column, scaled } from "./axis.ts";
import { responsibilities } from "./normal-mixture.ts";
import type { Populations } from "./populations.ts";

/** Events of one population. */
export interface PeakMembers {
  /** Sum of the weights. */
  readonly n: number;
  /** To the nearest other population, in SDs (D of Ashman, Bird and Zepf 1994); infinite where it is alone. */
  readonly distance: number;
  /** One column for each channel. */
  readonly values: readonly Float64Array[];
  /** Probability of belonging; null: 1 for each. */
  readonly weights: Float64Array | null;
}

const certain = 0.999;
const worthwhile = 0.001;

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
      distance: ashmanDistance(populations, c),
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
    return membersAt(columns, members);
  });
}

/** The events at these indices as one population. */
export function membersAt(columns: readonly Column[], members: readonly number[]): PeakMembers {
  const values = columns.map((column) => Float64Array.from(members, (i) => column[i]!));
  return { n: members.length, distance: Number.POSITIVE_INFINITY, values, weights: null };
}

function sliced(column: Column, from: number, to: number): Float64Array {
  const part = new Float64Array(to - from);
  for (let i = from; i < to; i++) part[i - from] = column[i]!;
  return part;
}

/** The least distance of a population to another one, in units of their mean SD, on the axis that tells them best. */
function ashmanDistance({ mixture }: Populations, c: number): number {
  const own = mixture.components[c]!;
  const d = own.mean.length;
  const distances = mixture.components
    .filter((other) => other !== own)
    .map((other) =>
      Array.from(own.mean.keys(), (r) => {
        const spread = Math.sqrt((own.covariance[r * d + r]! + other.covariance[r * d + r]!) / 2);
        return Math.abs(own.mean[r]! - other.mean[r]!) / spread;
      }),
    );
  return Math.min(...distances.map((perAxis) => Math.max(...perAxis)));
}

/** Two populations as one, their events one after the other. */
export function joinedMembers(a: PeakMembers, b: PeakMembers): PeakMembers {
  const ones = (m: PeakMembers) => m.weights ?? new Float64Array(m.values[0]!.length).fill(1);
  const both = (x: Float64Array, y: Float64Array) => Float64Array.from([...x, ...y]);
  return {
    n: a.n + b.n,
    distance: a.distance,
    values: a.values.map((column, c) => both(column, b.values[c]!)),
    weights: a.weights === null && b.weights === null ? null : both(ones(a), ones(b)),
  };
}
