import type { LevelTable } from "./association.ts";

export interface SharedLevels {
  /** Levels in which every group of the contrast has a sample, most samples first. */
  readonly levels: readonly { readonly level: string; readonly counts: readonly number[] }[];
  /** Groups in the order of `counts`. */
  readonly groups: readonly string[];
  /** Samples of each group within those levels. */
  readonly samples: readonly number[];
  /** Samples of each group in levels where some group has none: without an assumption they do not inform the contrast. */
  readonly samplesOutside: readonly number[];
}

/** Where a contrast can be seen within a level of a categorical covariate. */
export function sharedLevels({ groups, levels, counts }: LevelTable): SharedLevels {
  const shared = levels
    .map((level, j) => ({ level, counts: counts.map((row) => row[j]!) }))
    .filter((one) => one.counts.length > 1 && one.counts.every((count) => count > 0));
  const size = (one: { counts: readonly number[] }) => one.counts.reduce((sum, count) => sum + count, 0);
  const ordered = [...shared].sort((a, b) => size(b) - size(a));
  const samples = groups.map((_, g) => ordered.reduce((sum, one) => sum + one.counts[g]!, 0));
  const samplesOutside = counts.map((row, g) => row.reduce((sum, count) => sum + count, 0) - samples[g]!);
  return { levels: ordered, groups, samples, samplesOutside };
}
