import type { Contrast } from "./contrasts.ts";
import type { StudySample } from "./samples.ts";

/** Which n of a contrast is biology. */
export interface DonorCounts {
  readonly first: number;
  readonly second: number;
  /** Different donors of both sides: a donor on both counts once. */
  readonly all: number;
  /** Some sample has no donor: its samples are counted as donors, with that doubt. */
  readonly unknown: boolean;
  /** A donor has several samples among those compared. */
  readonly repeated: boolean;
}

export function donorCounts(
  samples: readonly StudySample[],
  { first, second }: Pick<Contrast, "first" | "second">,
): DonorCounts {
  const donor = (at: number) => samples[at]!.row.donor ?? `sample ${samples[at]!.name}`;
  const one = new Set(first.map(donor));
  const two = new Set(second.map(donor));
  const all = [...first, ...second];
  return {
    first: one.size,
    second: two.size,
    all: new Set(all.map(donor)).size,
    unknown: all.some((at) => samples[at]!.row.donor === undefined),
    repeated: new Set(all.map(donor)).size < all.length,
  };
}
