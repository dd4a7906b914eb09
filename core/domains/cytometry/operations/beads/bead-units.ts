import { accepted, type Result, refused } from "../../../../kernel/index.ts";
import { beadIssues } from "./issues.ts";

/**
 * What a bead's assigned value is of. None stands for another: MESF molecules of equivalent soluble fluorochrome, ERF
 * equivalent reference fluorophores, MEF molecules of equivalent fluorophore, ABC antibody binding capacity, `nm2` the
 * surface area of a membrane dye standard.
 */
export const beadUnits = ["MESF", "ERF", "MEF", "ABC", "nm2"] as const;
export type BeadUnit = (typeof beadUnits)[number];

/** UCUM code of a bead unit. */
export function unitCode(unit: BeadUnit): string {
  return unit === "nm2" ? unit : `{${unit}}`;
}

/** A calibrated value that knows its unit. */
export interface Calibrated {
  readonly value: number;
  readonly unit: BeadUnit;
}

/** The value where it is in `unit`; refused with `cytometry-calibration-unit-mixed`, since bead units do not convert. */
export function inUnit({ value, unit }: Calibrated, wanted: BeadUnit): Result<number> {
  return unit === wanted
    ? accepted(value)
    : refused(beadIssues.raise("cytometry-calibration-unit-mixed", { from: unit, to: wanted }));
}

/**
 * Bound antibodies from MESF and the fluorophores per antibody (F:P): ABC = MESF / (F:P), one antibody for each epitope
 * at saturation. Issues: `cytometry-calibration-unit-mixed`, `cytometry-bead-value-invalid`.
 */
export function antibodiesBound(mesf: Calibrated, fluorophoresPerAntibody: number): Result<Calibrated> {
  const value = inUnit(mesf, "MESF");
  if ("issues" in value) return value;
  if (!(fluorophoresPerAntibody > 0 && Number.isFinite(fluorophoresPerAntibody))) {
    const parameters = { name: "F:P", value: fluorophoresPerAntibody };
    return refused(beadIssues.raise("cytometry-bead-value-invalid", parameters));
  }
  return accepted({ value: value.value / fluorophoresPerAntibody, unit: "ABC" });
}

/** Diameter in nm of a sphere with this surface in nm2: d = sqrt(SA / pi). */
export function surfaceDiameter(area: number): number {
  return Math.sqrt(area / Math.PI);
}
