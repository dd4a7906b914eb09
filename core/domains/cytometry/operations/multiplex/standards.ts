import type { BeadClass } from "./multiplex-beads.ts";

/** One well with a known dilution of the standards. */
export interface StandardWell {
  /** Concentration of each analyte in the well, in the kit's unit; analytes without one are left out. */
  readonly concentrations: Readonly<Record<string, number>>;
  readonly classes: readonly BeadClass[];
}

/** One point of a standard curve, for a curve fit elsewhere. */
export interface StandardPoint {
  readonly analyte: string;
  readonly concentration: number;
  readonly median: number;
  readonly n: number;
}

/** Standard wells as a table, by analyte and then by concentration; beads without a name or a concentration are left out. */
export function standardTable(wells: readonly StandardWell[]): StandardPoint[] {
  const points = wells.flatMap(({ concentrations, classes }) =>
    classes.flatMap(({ analyte, median, n }) =>
      analyte !== "" && Object.hasOwn(concentrations, analyte)
        ? [{ analyte, concentration: concentrations[analyte]!, median, n }]
        : [],
    ),
  );
  return points.sort(
    (a, b) =>
      (a.analyte < b.analyte ? -1 : a.analyte > b.analyte ? 1 : 0) || a.concentration - b.concentration,
  );
}
