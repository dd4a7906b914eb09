/** What one method identified. */
export interface IdentifiedSet {
  readonly name: string;
  /** Proteins or genes; repeated ones count once. */
  readonly ids: readonly string[];
}

export interface ExclusiveIntersection {
  /** Methods that have these and none of the others. */
  readonly names: readonly string[];
  readonly ids: readonly string[];
}

export interface Overlap {
  readonly counts: readonly { readonly name: string; readonly count: number }[];
  /** Jaccard index |A and B| / |A or B| of each pair; NaN where both are empty. */
  readonly pairs: readonly {
    readonly names: readonly [string, string];
    readonly shared: number;
    readonly union: number;
    readonly jaccard: number;
  }[];
  /** Each id in exactly one of them; the largest first, then those of fewer methods, then in the methods' order. */
  readonly intersections: readonly ExclusiveIntersection[];
  readonly union: number;
}

/**
 * Overlap of what methods identified: counts, Jaccard indices and exclusive intersections (as UpSet plots show them, Lex
 * et al. 2014, 10.1109/TVCG.2014.2346248). Throws a RangeError where two sets have one name.
 */
export function overlapOf(sets: readonly IdentifiedSet[]): Overlap {
  if (new Set(sets.map(({ name }) => name)).size < sets.length) throw new RangeError("sets of one name");
  const unique = sets.map(({ ids }) => new Set(ids));
  const owners = new Map<string, number[]>();
  unique.forEach((ids, i) => {
    for (const id of ids) {
      const known = owners.get(id);
      if (known) known.push(i);
      else owners.set(id, [i]);
    }
  });
  const groups = new Map<string, { owners: readonly number[]; ids: string[] }>();
  for (const [id, owned] of owners) {
    const key = owned.join();
    const group = groups.get(key);
    if (group) group.ids.push(id);
    else groups.set(key, { owners: owned, ids: [id] });
  }
  const sorted = [...groups.values()].sort(
    (a, b) => b.ids.length - a.ids.length || a.owners.length - b.owners.length || inOrder(a.owners, b.owners),
  );
  const pairs = unique.flatMap((first, i) =>
    unique.slice(i + 1).map((second, k) => {
      const shared = [...first].filter((id) => second.has(id)).length;
      const union = first.size + second.size - shared;
      const names: readonly [string, string] = [sets[i]!.name, sets[i + 1 + k]!.name];
      return { names, shared, union, jaccard: union === 0 ? Number.NaN : shared / union };
    }),
  );
  return {
    counts: sets.map(({ name }, i) => ({ name, count: unique[i]!.size })),
    pairs,
    intersections: sorted.map((group) => ({ names: group.owners.map((i) => sets[i]!.name), ids: group.ids })),
    union: owners.size,
  };
}

function inOrder(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((owner, i) => owner !== b[i]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}
