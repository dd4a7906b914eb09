import type { ResultDocument } from "vesica/study";

type Samples = ResultDocument["study"]["samples"];

/** Samples by donor and condition: who was measured under what. */
export interface DesignMap {
  readonly conditions: readonly string[];
  readonly donors: readonly {
    readonly donor: string;
    /** Names of the samples under each condition. */
    readonly cells: readonly (readonly string[])[];
  }[];
  /** Donors seen under every condition: their differences can be paired. */
  readonly paired: readonly string[];
  /** Conditions of a single donor: what is of the condition and what of the donor cannot be told apart. */
  readonly single: readonly string[];
  /** Conditions that share no donor with any other. */
  readonly apart: readonly string[];
  /** Samples that name no condition or no donor. */
  readonly open: readonly string[];
  /** Blanks, calibrants and controls. */
  readonly others: readonly { readonly name: string; readonly role: string }[];
}

export function designMap(samples: Samples): DesignMap {
  const own = samples.filter(({ role }) => role === "sample");
  const placed = own.filter(({ donor, condition }) => donor !== null && condition !== null);
  const conditions = distinct(placed.map(({ condition }) => condition!));
  const names = distinct(placed.map(({ donor }) => donor!));
  const donors = names.map((donor) => ({
    donor,
    cells: conditions.map((condition) =>
      placed.flatMap((each) => (each.donor === donor && each.condition === condition ? [each.name] : [])),
    ),
  }));
  const donorsOf = (at: number) => donors.filter(({ cells }) => cells[at]!.length > 0);
  const shares = (a: number, b: number) => donorsOf(a).some(({ cells }) => cells[b]!.length > 0);
  const several = conditions.length > 1;
  return {
    conditions,
    donors,
    paired: several
      ? donors.flatMap(({ donor, cells }) => (cells.every((cell) => cell.length > 0) ? [donor] : []))
      : [],
    single: conditions.filter((_, at) => donorsOf(at).length === 1),
    apart: several
      ? conditions.filter((_, at) => !conditions.some((_, other) => other !== at && shares(at, other)))
      : [],
    open: own.flatMap(({ name, donor, condition }) => (donor === null || condition === null ? [name] : [])),
    others: samples.flatMap(({ name, role }) => (role === "sample" ? [] : [{ name, role }])),
  };
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)].sort((a, b) => (a < b ? -1 : 1));
}
