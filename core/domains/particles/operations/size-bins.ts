import { accepted, type Issue, type Result, refused } from "../../../kernel/index.ts";
import type { Values } from "../../../statistics/values.ts";
import { particlesIssues } from "./issues.ts";

/** Why bins cannot be used, or null: edges in nm ascend and are one more than the weights, weights are not negative. */
export function binsIssue(edges: Values, weights: Values): Issue | null {
  const because = (reason: string) => particlesIssues.raise("particles-bins-invalid", { reason });
  if (edges.length !== weights.length + 1)
    return because(`edges.length = ${edges.length}, weights.length = ${weights.length}`);
  if (!(edges[0]! >= 0 && Number.isFinite(edges[edges.length - 1]!)))
    return because(`edges[0] = ${edges[0]}, edges[${edges.length - 1}] = ${edges[edges.length - 1]}`);
  let total = 0;
  for (let i = 0; i < weights.length; i++) {
    if (!(edges[i]! < edges[i + 1]!)) return because(`edges[${i + 1}] = ${edges[i + 1]}`);
    const weight = weights[i]!;
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) return because(`weights[${i}] = ${weight}`);
    total += weight;
  }
  return total > 0 ? null : particlesIssues.raise("particles-no-particles");
}

/** The bins from the first to the last that hold particles, with one empty neighbour on each side where there is one. */
export function occupiedBins(
  edges: Values,
  weights: Values,
): { readonly edges: Float64Array; readonly weights: Float64Array } {
  let first = 0;
  let end = weights.length;
  while (first < end && weights[first] === 0) first++;
  while (end > first && weights[end - 1] === 0) end--;
  first = Math.max(0, first - 1);
  end = Math.min(weights.length, end + 1);
  return { edges: part(edges, first, end + 1), weights: part(weights, first, end) };
}

function part(values: Values, first: number, end: number): Float64Array {
  return values instanceof Float64Array
    ? values.subarray(first, end)
    : Float64Array.from(values.slice(first, end));
}

/** Least and greatest bin width in nm. */
export function binWidths(edges: Values): { readonly least: number; readonly greatest: number } {
  let least = Number.POSITIVE_INFINITY;
  let greatest = 0;
  for (let i = 1; i < edges.length; i++) {
    const width = edges[i]! - edges[i - 1]!;
    least = Math.min(least, width);
    greatest = Math.max(greatest, width);
  }
  return { least, greatest };
}

/** Total weight between two diameters in nm; a bin that a limit cuts counts by its share of width. */
export function weightBetween(edges: Values, weights: Values, lower: number, upper: number): number {
  return within(edges, weights, lower, upper).reduce((sum, weight) => sum + weight, 0);
}

/** Weights of the parts of the bins between two diameters in nm, on the same edges. */
export function within(edges: Values, weights: Values, lower: number, upper: number): Float64Array {
  const kept = new Float64Array(weights.length);
  for (let i = 0; i < weights.length; i++) {
    const from = Math.max(edges[i]!, lower);
    const to = Math.min(edges[i + 1]!, upper);
    if (to > from) kept[i] = (weights[i]! * (to - from)) / (edges[i + 1]! - edges[i]!);
  }
  return kept;
}

/** Edges and weights cut to a window in nm. */
export function cutBins(
  edges: Values,
  weights: Values,
  lower: number,
  upper: number,
): Result<{ readonly edges: Float64Array; readonly weights: Float64Array }> {
  const kept = within(edges, weights, lower, upper);
  const cutEdges: number[] = [];
  const cutWeights: number[] = [];
  for (let i = 0; i < kept.length; i++) {
    const from = Math.max(edges[i]!, lower);
    const to = Math.min(edges[i + 1]!, upper);
    if (!(to > from)) continue;
    if (cutEdges.length === 0) cutEdges.push(from);
    cutEdges.push(to);
    cutWeights.push(kept[i]!);
  }
  if (!cutWeights.some((weight) => weight > 0))
    return refused(particlesIssues.raise("particles-no-particles"));
  return accepted({ edges: Float64Array.from(cutEdges), weights: Float64Array.from(cutWeights) });
}
