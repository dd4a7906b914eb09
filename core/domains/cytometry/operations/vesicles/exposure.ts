import { accepted, type Result, refused } from "../../../../kernel/index.ts";
import { type Limited, poissonRate, poissonRatio } from "./intervals.ts";
import { vesicleIssues } from "./issues.ts";

/** What the volume of an acquisition is known from. */
export type Exposure =
  | {
      readonly kind: "volume";
      /** Acquired volume in uL. */
      readonly microlitres: number;
      readonly source: "file" | "sheet" | "flow rate";
    }
  | {
      readonly kind: "beads";
      /** Counting beads found in their gate. */
      readonly beads: number;
      /** Counting beads in the acquired tube, in 1/mL. */
      readonly concentration: number;
    };

/** Events in a gate of one file, and the volume they came from. */
export interface Counted {
  readonly events: number;
  readonly exposure: Exposure;
}

/** The acquired volume in uL of a flow rate in uL/min held for so many seconds. */
export function volumeOfFlow(microlitresPerMinute: number, seconds: number): number {
  return (microlitresPerMinute * seconds) / 60;
}

const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0;
const isPositive = (value: number) => value > 0 && Number.isFinite(value);

/** The same counting, refused where a number in it is impossible. Issues: `cytometry-value-invalid`, `cytometry-no-counting-beads`. */
export function usable(counted: Counted): Result<Counted> {
  const { events, exposure } = counted;
  const wrong = (name: string, value: number) =>
    refused(vesicleIssues.raise("cytometry-value-invalid", { name, value }));
  if (!isCount(events)) return wrong("events", events);
  if (exposure.kind === "volume") {
    return isPositive(exposure.microlitres) ? accepted(counted) : wrong("microlitres", exposure.microlitres);
  }
  if (!isCount(exposure.beads)) return wrong("beads", exposure.beads);
  if (!isPositive(exposure.concentration)) return wrong("beadConcentration", exposure.concentration);
  return exposure.beads > 0 ? accepted(counted) : refused(vesicleIssues.raise("cytometry-no-counting-beads"));
}

/** The acquired volume in mL: as stated, or counting beads over their concentration. */
export function millilitres(exposure: Exposure): number {
  return exposure.kind === "volume" ? exposure.microlitres / 1000 : exposure.beads / exposure.concentration;
}

/**
 * Events per mL of the acquired tube with exact counting limits: of a Poisson count for a volume, conditional on both
 * counts for beads. What is uncertain in the volume or in the bead concentration is not in them.
 */
export function eventsPerMillilitre({ events, exposure }: Counted, level: number): Limited {
  if (exposure.kind === "volume") return poissonRate(events, exposure.microlitres / 1000, level);
  const { beads, concentration } = exposure;
  return poissonRatio(events, 1 / concentration, beads, 1, level);
}

/** How the counting limits of `eventsPerMillilitre` were made. */
export function countingMethod({ kind }: Exposure): string {
  return kind === "volume" ? "poisson-exact" : "poisson-ratio-exact";
}
