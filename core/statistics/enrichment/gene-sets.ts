import type { Issue } from "../../kernel/index.ts";
import { enrichmentIssues } from "./issues.ts";

/** A named set of genes or proteins; a gene named twice counts once. */
export interface GeneSet {
  readonly id: string;
  readonly genes: readonly string[];
}

/** Which sets are tested: by how many of their genes were measured. */
export interface SetSizeLimits {
  /** 15 unless told. */
  readonly minSize?: number;
  /** 500 unless told. */
  readonly maxSize?: number;
}

/** A set among the genes measured. `size`: genes of the set as given; `members`: places of those measured, ascending. */
export interface MeasuredSet {
  readonly id: string;
  readonly size: number;
  readonly members: Int32Array;
}

/** A set that was not tested because too few or too many of its genes were measured. */
export interface OmittedSet {
  readonly id: string;
  readonly size: number;
  readonly measured: number;
}

export interface SetsWithin {
  readonly kept: readonly MeasuredSet[];
  readonly omitted: readonly OmittedSet[];
}

/** The sets intersected with the genes measured, `places` by gene, and cut to the size limits; in the order given. */
export function setsWithin(
  sets: readonly GeneSet[],
  places: ReadonlyMap<string, number>,
  { minSize = 15, maxSize = 500 }: SetSizeLimits,
): SetsWithin {
  if (!(minSize >= 1 && maxSize >= minSize)) throw new RangeError(`no set sizes: ${minSize} to ${maxSize}`);
  const kept: MeasuredSet[] = [];
  const omitted: OmittedSet[] = [];
  for (const { id, genes } of sets) {
    const unique = new Set(genes);
    const members = Int32Array.from([...unique].flatMap((gene) => places.get(gene) ?? [])).sort();
    const measured = members.length;
    // a set of all genes cannot be told from the rest
    const isTested = measured >= minSize && measured <= maxSize && measured < places.size;
    if (isTested) kept.push({ id, size: unique.size, members });
    else omitted.push({ id, size: unique.size, measured });
  }
  return { kept, omitted };
}

/** The issue `enrichment-no-sets`. */
export function noSets(n: number, { minSize = 15, maxSize = 500 }: SetSizeLimits): Issue {
  return enrichmentIssues.raise("enrichment-no-sets", { n, least: minSize, most: maxSize });
}
