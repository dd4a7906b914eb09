import type { CloudAxis, Text } from "../../../../kernel/index.ts";
import type { ParticlesMeasurement } from "../../measurement.ts";
import { numbersOf } from "../positions.ts";

/** What a file holds of each particle, one column for each axis. */
export interface ParticleColumns {
  readonly name: string;
  readonly axes: readonly CloudAxis[];
  readonly columns: readonly Float64Array[];
}

const titles = {
  size: { en: "Diameter", ja: "粒径" },
  trackLength: { en: "Track length", ja: "トラック長" },
} as const satisfies Readonly<Record<string, Text>>;

function axis(id: keyof typeof titles, unit: string): CloudAxis {
  return { id, label: "", title: titles[id], unit, compensated: false };
}

/** The single particles of a file: of tracks those that the instrument includes in its distribution; none where it lists no particles. */
export function particleColumns(measurement: ParticlesMeasurement): readonly ParticleColumns[] {
  if (measurement.kind === "tracks") {
    const included = numbersOf(measurement.table, "included");
    const own = (name: string) => numbersOf(measurement.table, name).filter((_, i) => included[i] === 1);
    const axes = [axis("size", "nm"), axis("trackLength", "{frames}")];
    return [{ name: "", axes, columns: axes.map(({ id }) => own(id)) }];
  }
  if (measurement.kind !== "distribution") return [];
  const several = measurement.captures.length > 1;
  return measurement.captures.flatMap(({ name, diameters }) =>
    diameters === undefined
      ? []
      : [{ name: several ? name : "", axes: [axis("size", "nm")], columns: [diameters] }],
  );
}
