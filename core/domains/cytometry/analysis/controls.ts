import type { ControlKind } from "../operations/vesicles/controls.ts";
import type { PlacedDataSet } from "./placed.ts";

/** How closely a control belongs to a sample: by sample, donor and condition, condition, or to the whole study. */
function closeness({ row }: PlacedDataSet, of: PlacedDataSet): number {
  if (row.sample === of.row.sample) return 4;
  const sameDonor = row.donor !== null && row.donor === of.row.donor;
  const sameCondition = row.condition !== null && row.condition === of.row.condition;
  if (sameDonor && sameCondition) return 3;
  if (row.donor === null && sameCondition) return 2;
  return row.donor === null && row.condition === null ? 1 : 0;
}

/**
 * The controls of a kind that are for a sample's data set, on the same instrument: those that name the sample itself,
 * else its donor and condition, else its condition, else none of them (a control of the whole study).
 */
export function controlsFor(
  of: PlacedDataSet,
  kind: ControlKind,
  dataSets: readonly PlacedDataSet[],
): readonly PlacedDataSet[] {
  const kinds = dataSets.filter(
    ({ row, instrument }) => row.control === kind && instrument === of.instrument,
  );
  const ranked = kinds.map((control) => ({ control, rank: closeness(control, of) }));
  const best = Math.max(0, ...ranked.map(({ rank }) => rank));
  return best === 0 ? [] : ranked.filter(({ rank }) => rank === best).map(({ control }) => control);
}

/** As `controlsFor`; where none is for the sample, those of other samples on the instrument: how bright nothing is. */
export function controlsOfKind(
  of: PlacedDataSet,
  kind: ControlKind,
  dataSets: readonly PlacedDataSet[],
): { readonly controls: readonly PlacedDataSet[]; readonly borrowed: boolean } {
  const own = controlsFor(of, kind, dataSets);
  if (own.length > 0) return { controls: own, borrowed: false };
  const others = dataSets.filter(
    ({ row, instrument }) => row.control === kind && instrument === of.instrument,
  );
  return { controls: others, borrowed: others.length > 0 };
}
