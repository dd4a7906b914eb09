export { code, run, value } from "../../../../testing/results.test-support.ts";

import type { Counted } from "./exposure.ts";

/** Events from a volume in uL that the sheet gives. */
export function inVolume(events: number, microlitres: number): Counted {
  return { events, exposure: { kind: "volume", microlitres, source: "sheet" } };
}

/** Events beside counting beads of a concentration in 1/mL. */
export function besideBeads(events: number, beads: number, concentration: number): Counted {
  return { events, exposure: { kind: "beads", beads, concentration } };
}

/** Largest relative distance of `found` from `want`, absolute where 0 is wanted. */
export function distance(found: readonly number[], want: readonly number[]): number {
  return Math.max(...want.map((one, i) => Math.abs(found[i]! - one) / (Math.abs(one) || 1)));
}
