import type { Estimate } from "../kernel/index.ts";
import { groupBy } from "./group.ts";

/** One quantity of one subject: what Vesica derived beside what the instrument stated. */
export interface Pair {
  /** The derived estimate's id; the stated one's without `.stated` where nothing was derived. */
  readonly id: string;
  readonly derived: Estimate | null;
  readonly stated: Estimate | null;
}

/** `particles.d50` for `particles.stated.d50`. */
export const quantityId = (id: string): string => id.replace(".stated.", ".");

/** Qualifiers that both name must agree, and a dilution state is never paired with an unnamed one. */
function comparable(a: Estimate, b: Estimate): boolean {
  if (a.unit !== b.unit || a.qualifiers.dilutionState !== b.qualifiers.dilutionState) return false;
  return Object.entries(a.qualifiers).every(
    ([name, value]) => b.qualifiers[name] === undefined || b.qualifiers[name] === value,
  );
}

/** Estimates of one subject, each derived one with the stated one that may be compared with it. Order is kept. */
export function pairStated(estimates: readonly Estimate[]): readonly Pair[] {
  const stated = groupBy(
    estimates.filter(({ basis }) => basis === "stated"),
    ({ id }) => quantityId(id),
  );
  const taken = new Set<Estimate>();
  const pairs: Pair[] = [];
  for (const derived of estimates) {
    if (derived.basis === "stated") continue;
    const partner = stated
      .get(quantityId(derived.id))
      ?.find((candidate) => !taken.has(candidate) && comparable(derived, candidate));
    if (partner) taken.add(partner);
    pairs.push({ id: derived.id, derived, stated: partner ?? null });
  }
  for (const estimate of estimates) {
    if (estimate.basis !== "stated" || taken.has(estimate)) continue;
    pairs.push({ id: quantityId(estimate.id), derived: null, stated: estimate });
  }
  return pairs;
}
