import { type Counted, type Exposure, volumeOfFlow } from "../operations/vesicles/exposure.ts";
import type { CytometryParameters } from "./parameters.ts";
import type { PlacedDataSet } from "./placed.ts";
import type { DataSetSummary } from "./summary.ts";

/** What a data set's counts are divided by: counting beads where the study has them, else the acquired volume; null where neither is known. */
export function exposureOf(
  dataSet: Pick<DataSetSummary, "gates" | "volume" | "seconds">,
  { beads, flowRate }: CytometryParameters,
): Exposure | null {
  for (const set of Object.values(beads)) {
    if (set.kind !== "counting") continue;
    const gate = dataSet.gates.find(({ id }) => id === set.gate);
    if (gate && gate.count > 0) return { kind: "beads", beads: gate.count, concentration: set.concentration };
  }
  const { volume, seconds } = dataSet;
  if (volume) return { kind: "volume", microlitres: volume.value, source: volume.from };
  if (flowRate === undefined || seconds === null || !(seconds > 0)) return null;
  return { kind: "volume", microlitres: volumeOfFlow(flowRate, seconds), source: "flow rate" };
}

/** Relative standard uncertainty of what counts are divided by: of the concentration of the counting beads, or of the volume. */
export function exposureUncertainty(
  exposure: Exposure,
  { beads, volumeUncertainty }: CytometryParameters,
): number {
  if (exposure.kind === "volume") return volumeUncertainty;
  const used = Object.values(beads).flatMap((set) =>
    set.kind === "counting" && set.concentration === exposure.concentration ? [set.relativeUncertainty] : [],
  );
  return Math.max(0, ...used);
}

/** Counted events of a data set with what they are divided by; null where either is not known. */
export function countedOf(dataSet: PlacedDataSet, parameters: CytometryParameters): Counted | null {
  const exposure = exposureOf(dataSet, parameters);
  return exposure && dataSet.counted !== null ? { events: dataSet.counted, exposure } : null;
}

/** Several data sets of one control as one: events and volumes, or beads, added up; null where they are not of one kind. */
export function pooledCount(
  dataSets: readonly PlacedDataSet[],
  parameters: CytometryParameters,
): Counted | null {
  const counted = dataSets.flatMap((dataSet) => countedOf(dataSet, parameters) ?? []);
  const [first] = counted;
  if (!first || counted.length < dataSets.length) return null;
  let events = 0;
  let microlitres = 0;
  let beads = 0;
  for (const { events: own, exposure } of counted) {
    if (exposure.kind !== first.exposure.kind) return null;
    events += own;
    if (exposure.kind === "volume") microlitres += exposure.microlitres;
    else beads += exposure.beads;
  }
  const exposure =
    first.exposure.kind === "volume" ? { ...first.exposure, microlitres } : { ...first.exposure, beads };
  return { events, exposure };
}
