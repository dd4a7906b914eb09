import type { Estimate } from "../kernel/index.ts";
import { groupBy } from "./group.ts";

/** One quantity of one subject: what Vesica derived beside what the instrument stated. */
export interface Pair {
  readonly derived: Estimate | null;
  readonly stated: Estimate | null;
}

/** The derived quantity that a stated one may be compared with, and the dilution state that its id says. */
function counterpart({ id, qualifiers }: Estimate): {
  readonly id: string;
  readonly dilutionState: string | undefined;
} {
  const name = id.replace(".stated.", ".");
  const original = /^(.*\.)original([A-Z])(.*)$/.exec(name);
  if (original === null) return { id: name, dilutionState: qualifiers.dilutionState };
  const [, room = "", first = "", rest = ""] = original;
  return {
    id: `${room}${first.toLowerCase()}${rest}`,
    dilutionState: qualifiers.dilutionState ?? "original",
  };
}

/** Qualifiers that both name must agree, and a dilution state is never paired with an unnamed one. */
function comparable(derived: Estimate, stated: Estimate): boolean {
  if (
    derived.unit !== stated.unit ||
    derived.qualifiers.dilutionState !== counterpart(stated).dilutionState
  ) {
    return false;
  }
  return Object.entries(derived.qualifiers).every(
    ([name, value]) => stated.qualifiers[name] === undefined || stated.qualifiers[name] === value,
  );
}

/** Estimates of one subject, each derived one with the stated one that may be compared with it. Order is kept. */
export function pairStated(estimates: readonly Estimate[]): readonly Pair[] {
  const stated = groupBy(
    estimates.filter(({ basis }) => basis === "stated"),
    (estimate) => counterpart(estimate).id,
  );
  const taken = new Set<Estimate>();
  const pairs: Pair[] = [];
  for (const derived of estimates) {
    if (derived.basis === "stated") continue;
    const partner = stated
      .get(derived.id)
      ?.find((candidate) => !taken.has(candidate) && comparable(derived, candidate));
    if (partner) taken.add(partner);
    pairs.push({ derived, stated: partner ?? null });
  }
  for (const estimate of estimates) {
    if (estimate.basis !== "stated" || taken.has(estimate)) continue;
    pairs.push({ derived: null, stated: estimate });
  }
  return pairs;
}
