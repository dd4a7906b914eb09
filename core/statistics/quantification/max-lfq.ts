import { accepted, portable, type Result } from "../../kernel/index.ts";
import { withUsable } from "../feature-matrix.ts";
import type { Matrix } from "../linear-algebra/index.ts";
import { normalisationIssues } from "../normalisation/issues.ts";
import { requireLength } from "../values.ts";
import { pairGraph, profileOf } from "./ratio-graph.ts";

export interface MaxLfqOptions {
  /** Peptides that a pair of samples has to share for a ratio; 2 where it is not given. */
  readonly leastShared?: number;
  /**
   * What fixes the level of a profile: `total` keeps the summed linear intensity of the peptides, `mean` makes the mean
   * of the profile the mean of the peptides' logarithms. `total` where it is not given.
   */
  readonly level?: "total" | "mean";
}

export interface ProteinProfiles {
  /** Groups x samples, log2; NaN where no ratio ties a sample to another. */
  readonly data: Matrix;
  /** Groups x samples: which set of connected samples a value belongs to, counted from 0; -1 where there is none. */
  readonly components: Int32Array;
}

/**
 * Protein profiles from log2 peptide intensities (precursors x samples, NaN missing) by delayed normalisation: the
 * medians of the peptide ratios of all pairs of samples, solved by least squares over the graph of pairs. Sets of samples
 * that no ratio connects are solved and levelled apart. `groupOf` is each precursor's protein group from 0, negative for
 * none. Cox et al. 2014 (10.1074/mcp.M113.031591). Issues: `matrix-infinite`, `matrix-nothing-observed`,
 * `matrix-empty-samples`, `quantification-disconnected`.
 */
export function maxLfq(
  peptides: Matrix,
  groupOf: Int32Array,
  options: MaxLfqOptions = {},
): Result<ProteinProfiles> {
  requireLength("groupOf", groupOf, peptides.rows);
  const leastShared = options.leastShared ?? 2;
  if (!(leastShared >= 1)) throw new RangeError(`no number of shared peptides: ${leastShared}`);
  return withUsable(peptides, () => {
    const { columns } = peptides;
    const members = rowsByGroup(groupOf);
    const values = new Float64Array(members.length * columns).fill(Number.NaN);
    const components = new Int32Array(members.length * columns).fill(-1);
    let apart = 0;
    members.forEach((rows, group) => {
      const block = rows.map((row) => peptides.values.subarray(row * columns, (row + 1) * columns));
      const graph = pairGraph(block, columns, leastShared);
      graph.components.forEach((samples, c) => {
        const profile = profileOf(graph, samples);
        const level = (options.level === "mean" ? meanLevel : totalLevel)(block, samples, profile);
        samples.forEach((sample, k) => {
          values[group * columns + sample] = profile[k]! + level;
          components[group * columns + sample] = c;
        });
      });
      if (graph.components.length > 1) apart++;
    });
    const warnings =
      apart > 0 ? [normalisationIssues.raise("quantification-disconnected", { n: apart })] : [];
    return accepted({ data: { rows: members.length, columns, values }, components }, warnings);
  });
}

function rowsByGroup(groupOf: Int32Array): number[][] {
  const groups = groupOf.reduce((most, group) => Math.max(most, group + 1), 0);
  const members: number[][] = Array.from({ length: groups }, () => []);
  groupOf.forEach((group, row) => {
    members[group]?.push(row);
  });
  return members;
}

type Level = (
  block: readonly Float64Array[],
  samples: readonly number[],
  profile: ArrayLike<number>,
) => number;

const totalLevel: Level = (block, samples, profile) => {
  const observed = observedIn(block, samples);
  return logOfSum(observed) - logOfSum(Array.from(profile));
};

const meanLevel: Level = (block, samples, profile) => {
  const average = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  return average(observedIn(block, samples)) - average(Array.from(profile));
};

function observedIn(block: readonly Float64Array[], samples: readonly number[]): number[] {
  return block.flatMap((row) => samples.map((j) => row[j]!)).filter((value) => !Number.isNaN(value));
}

/** log2 of the sum of 2^value. */
function logOfSum(values: readonly number[]): number {
  const most = values.reduce((greatest, value) => Math.max(greatest, value), Number.NEGATIVE_INFINITY);
  return most + portable.log2(values.reduce((sum, value) => sum + portable.pow(2, value - most), 0));
}
