import { type ColumnBasis, columnBasis } from "../design/column-basis.ts";
import type { Matrix } from "../linear-algebra/index.ts";

/** All of a random-intercept model that does not depend on the values: the samples used, split within and between groups. */
export interface GroupedDesign {
  /** Samples used, ascending. */
  readonly used: Int32Array;
  /** Orthonormal basis of the fixed effects over the samples used. */
  readonly fixed: ColumnBasis;
  /** Number of each group's samples. */
  readonly sizes: Float64Array;
  /** Group of each sample used, from 0. */
  readonly groupOf: Int32Array;
  /** Mean of each basis column in each group: `means[group * rank + k]`. */
  readonly means: Float64Array;
  /** Cross products of the basis within groups, rank x rank. */
  readonly within: Float64Array;
}

/** The grouped design of the samples `used`; `groups` are codes of all samples. */
export function groupedDesign(design: Matrix, groups: Int32Array, used: Int32Array): GroupedDesign {
  const columns = Array.from({ length: design.columns }, (_, j) =>
    Float64Array.from(used, (i) => design.values[i * design.columns + j]!),
  );
  const fixed = columnBasis(columns);
  const { codes, sizes } = compactCodes(groups, used);
  const rank = fixed.rank;
  const means = new Float64Array(sizes.length * rank);
  const deviations = fixed.basis.map((column, k) => {
    const mean = groupMeans(column, codes, sizes);
    for (let g = 0; g < sizes.length; g++) means[g * rank + k] = mean[g]!;
    return column.map((value, i) => value - mean[codes[i]!]!);
  });
  const within = new Float64Array(rank * rank);
  for (let a = 0; a < rank; a++) {
    for (let b = 0; b < rank; b++) {
      for (let i = 0; i < used.length; i++) within[a * rank + b]! += deviations[a]![i]! * deviations[b]![i]!;
    }
  }
  return { used, fixed, sizes, groupOf: codes, means, within };
}

/** Mean of the values of each group. */
export function groupMeans(values: Float64Array, codes: Int32Array, sizes: Float64Array): Float64Array {
  const means = new Float64Array(sizes.length);
  for (let i = 0; i < values.length; i++) means[codes[i]!]! += values[i]!;
  for (let g = 0; g < means.length; g++) means[g]! /= sizes[g]!;
  return means;
}

function compactCodes(groups: Int32Array, used: Int32Array): { codes: Int32Array; sizes: Float64Array } {
  const order = new Map<number, number>();
  const codes = Int32Array.from(used, (i) => {
    const group = groups[i]!;
    if (!order.has(group)) order.set(group, order.size);
    return order.get(group)!;
  });
  const sizes = new Float64Array(order.size);
  for (const code of codes) sizes[code]! += 1;
  return { codes, sizes };
}

/** Whole-number codes of groups, from 0 in order of appearance; -1 for the empty name and for negative codes. */
export function groupCodes(groups: Int32Array | readonly string[]): Int32Array {
  if (groups instanceof Int32Array) return groups.map((code) => Math.max(-1, code));
  const order = new Map<string, number>();
  return Int32Array.from(groups, (name) => {
    if (name === "") return -1;
    if (!order.has(name)) order.set(name, order.size);
    return order.get(name)!;
  });
}
