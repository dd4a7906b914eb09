import type { QuantityLayer } from "../../measurement.ts";
import type { WideLayer } from "./wide.ts";

/** A kind of column whose name has the run's name in it, as the first group of `pattern`. */
export interface ColumnKind extends Omit<QuantityLayer, "values"> {
  readonly pattern: RegExp;
}

/**
 * Runs and layers of columns that carry a run's name: runs in the order of the kinds, a name that stands twice
 * in one kind twice, to be refused. A column belongs to the first kind that matches.
 */
export function layersByPattern(
  header: readonly string[],
  kinds: readonly ColumnKind[],
  nameOf: (match: string) => string = (match) => match,
): { readonly runs: readonly string[]; readonly layers: readonly WideLayer[] } {
  const found = kinds.map((): { run: string; column: number }[] => []);
  header.forEach((cell, column) => {
    const which = kinds.findIndex(({ pattern }) => pattern.test(cell));
    if (which < 0) return;
    const run = nameOf(kinds[which]!.pattern.exec(cell)![1]!.trim());
    if (run !== "") found[which]!.push({ run, column });
  });
  const runs: string[] = [];
  const all = new Set<string>();
  for (const columns of found) {
    const here = new Set<string>();
    for (const { run } of columns) {
      if (!all.has(run) || here.has(run)) runs.push(run);
      all.add(run);
      here.add(run);
    }
  }
  const layers = kinds.flatMap(({ pattern: _, ...kind }, which): WideLayer[] => {
    if (found[which]!.length === 0) return [];
    const at = new Map(found[which]!.map(({ run, column }) => [run, column]));
    return [{ ...kind, columns: runs.map((run) => at.get(run) ?? -1) }];
  });
  return { runs, layers };
}
