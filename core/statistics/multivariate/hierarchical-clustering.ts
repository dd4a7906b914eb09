import { accepted, type Result, refused } from "../../kernel/index.ts";
import { statisticsIssues } from "../issues.ts";
import { type Distances, pairAt } from "./distances.ts";

/** How far clusters are apart: least, greatest or mean distance, or Ward's criterion on squared distances (Ward.D2). */
export type Linkage = "single" | "complete" | "average" | "ward";

/** A tree of n things. */
export interface ClusterTree {
  /**
   * n - 1 pairs, in the order of merging: -1 - i is thing i, k >= 0 the cluster made by merge k. R's `merge` has -1 - i as
   * well, and k + 1.
   */
  readonly merges: readonly (readonly [number, number])[];
  readonly heights: Float64Array;
  /** The things from left to right, so that no branches cross. */
  readonly order: Int32Array;
}

/**
 * Agglomerative clustering with lists of nearest neighbours (Murtagh 1983, doi:10.1093/comjnl/26.4.354; Lance and Williams
 * 1967, doi:10.1093/comjnl/9.4.373; Ward as Murtagh and Legendre 2014, doi:10.1007/s00357-014-9161-z). Of equal distances
 * the pair that comes first is merged, and a cluster stands where its first member stood, as in R's hclust.
 * Issues: `statistics-too-few-values` (2 things), `statistics-not-finite`.
 */
export function hierarchicalClustering({ n, values }: Distances, linkage: Linkage): Result<ClusterTree> {
  if (values.length !== (n * (n - 1)) / 2) throw new RangeError(`${values.length} distances of ${n} things`);
  if (n < 2) return refused(statisticsIssues.raise("statistics-too-few-values", { n, needed: 2 }));
  const distances = linkage === "ward" ? values.map((value) => value * value) : Float64Array.from(values);
  if (!distances.every(Number.isFinite)) return refused(statisticsIssues.raise("statistics-not-finite"));
  const state = beginning(n, distances);
  /** What stands at each place: a thing or a merge, by `merges`' numbers. */
  const standing = Array.from({ length: n }, (_, i) => -1 - i);
  const merges: [number, number][] = [];
  const heights = new Float64Array(n - 1);
  for (let step = 0; step < n - 1; step++) {
    const one = closest(state);
    const two = state.neighbour[one]!;
    const height = state.nearest[one]!;
    heights[step] = linkage === "ward" ? Math.sqrt(height) : height;
    merges.push(inOrder(standing[one]!, standing[two]!));
    standing[one] = step;
    join(state, one, two, linkage);
  }
  return accepted({ merges, heights, order: leaves(merges) });
}

/** Groups of a tree cut into `count`: for each thing its group from 0, numbered by their first things. */
export function cutTree({ merges }: ClusterTree, count: number): Int32Array {
  const n = merges.length + 1;
  if (!(Number.isInteger(count) && count >= 1 && count <= n)) throw new RangeError(`${count} groups of ${n}`);
  const group = new Int32Array(n).fill(-1);
  const members: number[][] = [];
  const of = (one: number) => (one < 0 ? [-1 - one] : members[one]!);
  for (const [left, right] of merges.slice(0, n - count)) members.push([...of(left), ...of(right)]);
  const together = Array.from({ length: n }, (_, i) => [i]);
  for (const cluster of members) for (const thing of cluster) together[thing] = cluster;
  let next = 0;
  for (let i = 0; i < n; i++) {
    if (group[i] !== -1) continue;
    for (const thing of together[i]!) group[thing] = next;
    next += 1;
  }
  return group;
}

interface State {
  readonly n: number;
  readonly distances: Float64Array;
  readonly isLive: Uint8Array;
  readonly sizes: Float64Array;
  /** The first of the nearest clusters that stand after each, and how near. */
  readonly neighbour: Int32Array;
  readonly nearest: Float64Array;
}

function beginning(n: number, distances: Float64Array): State {
  const state = {
    n,
    distances,
    isLive: new Uint8Array(n).fill(1),
    sizes: new Float64Array(n).fill(1),
    neighbour: new Int32Array(n).fill(-1),
    nearest: new Float64Array(n).fill(Number.POSITIVE_INFINITY),
  };
  for (let i = 0; i < n; i++) lookAfter(state, i);
  return state;
}

function lookAfter({ n, distances, isLive, neighbour, nearest }: State, i: number): void {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let j = i + 1; j < n; j++) {
    const distance = distances[pairAt(n, i, j)]!;
    if (isLive[j] && distance < least) {
      least = distance;
      best = j;
    }
  }
  neighbour[i] = best;
  nearest[i] = least;
}

function closest({ n, isLive, nearest }: State): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < n; i++) {
    if (isLive[i] && nearest[i]! < least) {
      least = nearest[i]!;
      best = i;
    }
  }
  return best;
}

function join(state: State, one: number, two: number, linkage: Linkage): void {
  const { n, distances, isLive, sizes, neighbour, nearest } = state;
  isLive[two] = 0;
  const between = distances[pairAt(n, one, two)]!;
  for (let k = 0; k < n; k++) {
    if (!isLive[k] || k === one) continue;
    const at = pairAt(n, Math.min(one, k), Math.max(one, k));
    const other = distances[pairAt(n, Math.min(two, k), Math.max(two, k))]!;
    distances[at] = updated(linkage, distances[at]!, other, between, sizes[one]!, sizes[two]!, sizes[k]!);
    if (k < one && distances[at]! < nearest[k]!) {
      nearest[k] = distances[at]!;
      neighbour[k] = one;
    }
  }
  sizes[one]! += sizes[two]!;
  for (let i = 0; i < n; i++) {
    if (isLive[i] && (i === one || neighbour[i] === one || neighbour[i] === two)) lookAfter(state, i);
  }
}

/** The distance of k from the union of two clusters (Lance and Williams). */
function updated(
  linkage: Linkage,
  one: number,
  two: number,
  between: number,
  n1: number,
  n2: number,
  nk: number,
): number {
  if (linkage === "single") return Math.min(one, two);
  if (linkage === "complete") return Math.max(one, two);
  if (linkage === "average") return (n1 * one + n2 * two) / (n1 + n2);
  return ((n1 + nk) * one + (n2 + nk) * two - nk * between) / (n1 + n2 + nk);
}

/** A thing before a cluster, otherwise the earlier first. */
function inOrder(a: number, b: number): [number, number] {
  if (a < 0 && b < 0) return a > b ? [a, b] : [b, a];
  return a < b ? [a, b] : [b, a];
}

function leaves(merges: readonly (readonly [number, number])[]): Int32Array {
  const order: number[] = [];
  const open = [merges.length - 1];
  while (open.length > 0) {
    const next = open.pop()!;
    if (next < 0) order.push(-1 - next);
    else open.push(merges[next]![1], merges[next]![0]);
  }
  return Int32Array.from(order);
}
