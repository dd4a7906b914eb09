import { solveLinear } from "../linear-algebra/index.ts";
import { quantileSorted } from "../quantiles.ts";

/** Median log ratios of pairs of samples: `ratios[j * samples + k]` is sample j over sample k, NaN for none. */
export interface RatioGraph {
  readonly samples: number;
  readonly ratios: Float64Array;
  /** Sets of two or more samples that ratios connect, in order of their first sample. */
  readonly components: readonly (readonly number[])[];
}

/** The median log ratios of all pairs of samples with at least `leastShared` rows seen in both. */
export function pairGraph(rows: readonly Float64Array[], samples: number, leastShared: number): RatioGraph {
  const ratios = new Float64Array(samples * samples).fill(Number.NaN);
  for (let j = 0; j < samples; j++) {
    for (let k = j + 1; k < samples; k++) {
      const shared = Float64Array.from(rows, (row) => row[j]! - row[k]!).filter((d) => !Number.isNaN(d));
      if (shared.length < leastShared) continue;
      const median = quantileSorted(shared.sort(), 0.5);
      ratios[j * samples + k] = median;
      ratios[k * samples + j] = -median;
    }
  }
  return { samples, ratios, components: connected(ratios, samples) };
}

function connected(ratios: Float64Array, samples: number): number[][] {
  const seen = new Uint8Array(samples);
  const components: number[][] = [];
  for (let first = 0; first < samples; first++) {
    if (seen[first]) continue;
    const members = [first];
    seen[first] = 1;
    for (let next = 0; next < members.length; next++) {
      for (let k = 0; k < samples; k++) {
        if (seen[k] || Number.isNaN(ratios[members[next]! * samples + k]!)) continue;
        seen[k] = 1;
        members.push(k);
      }
    }
    if (members.length > 1) components.push(members.sort((a, b) => a - b));
  }
  return components;
}

/** Least squares of x_j - x_k = ratio over the pairs within a connected set, with its first sample at 0. */
export function profileOf({ ratios, samples }: RatioGraph, members: readonly number[]): Float64Array {
  const n = members.length - 1;
  const laplacian = new Float64Array(n * n);
  const right = new Float64Array(n);
  for (let a = 1; a <= n; a++) {
    members.forEach((k, b) => {
      const ratio = ratios[members[a]! * samples + k]!;
      if (Number.isNaN(ratio)) return;
      laplacian[(a - 1) * (n + 1)]! += 1;
      if (b > 0) laplacian[(a - 1) * n + b - 1]! -= 1;
      right[a - 1]! += ratio;
    });
  }
  const solved = solveLinear({ rows: n, columns: n, values: laplacian }, right);
  if (solved === null) throw new RangeError("the samples are not connected");
  return Float64Array.of(0, ...solved);
}
