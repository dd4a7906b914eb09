import { fSf } from "../distributions/index.ts";
import { requireLength } from "../values.ts";
import { tableTest } from "./contingency.ts";
import type { Factor } from "./factor.ts";

export interface LevelTable {
  readonly kind: "categorical";
  readonly groups: readonly string[];
  readonly levels: readonly string[];
  /** `counts[group][level]` of the samples with a group and a recorded level. */
  readonly counts: readonly (readonly number[])[];
  readonly cramersV: number;
  readonly p: number;
  readonly method: "fisher-exact" | "chi-square-permutation" | "none";
}

export interface GroupOfNumbers {
  readonly group: string;
  readonly n: number;
  readonly mean: number;
  /** NaN below two values. */
  readonly sd: number;
  readonly least: number;
  readonly greatest: number;
}

export interface NumericSummary {
  readonly kind: "numeric";
  readonly groups: readonly GroupOfNumbers[];
  /** Share of the covariate's variance that lies between the groups. */
  readonly etaSquared: number;
  /**
   * Of two groups: probability that a sample of the one lies beyond a sample of the other, ties half, the greater of
   * both directions; 1 where the groups do not overlap. Null for more groups.
   */
  readonly separation: number | null;
  readonly p: number;
  readonly method: "one-way-f" | "none";
}

export type Association = LevelTable | NumericSummary;

/**
 * How strongly a covariate is tied to the groups of a contrast; samples whose group is null or whose covariate is
 * missing are left out. Categories: counts, Cramer's V, Fisher's exact or a permutation p-value (`tableTest`). Numbers
 * and dates: means, eta squared, separation (Mann and Whitney 1947, doi:10.1214/aoms/1177730491) and the one-way F test's p-value.
 */
export function association(groups: readonly (string | null)[], covariate: Factor): Association {
  requireLength("groups", groups, covariate.codes.length);
  const names = [...new Set(groups.filter((group) => group !== null))];
  if (covariate.kind === "numeric" || covariate.kind === "date") {
    return numericAssociation(
      names,
      names.map((name) => covariate.numbers.filter((value, i) => groups[i] === name && !Number.isNaN(value))),
    );
  }
  const counts = names.map((name) =>
    covariate.levels.map(
      (_, level) => covariate.codes.filter((code, i) => code === level && groups[i] === name).length,
    ),
  );
  const occurring = [...covariate.levels.keys()].filter((level) => counts.some((row) => row[level]! > 0));
  const table = counts.map((row) => occurring.map((level) => row[level]!));
  const { p, method, cramersV } = tableTest(table);
  const levels = occurring.map((level) => covariate.levels[level]!);
  return { kind: "categorical", groups: names, levels, counts: table, cramersV, p, method };
}

function numericAssociation(names: readonly string[], values: readonly Float64Array[]): NumericSummary {
  const means = values.map((some) => some.reduce((sum, value) => sum + value, 0) / some.length);
  const held = values.filter((some) => some.length > 0);
  const n = held.reduce((sum, some) => sum + some.length, 0);
  const all = held.reduce((sum, some) => sum + some.reduce((part, value) => part + value, 0), 0) / n;
  let within = 0;
  let between = 0;
  const summaries = values.map((some, g) => {
    const mean = means[g]!;
    const squares = some.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
    within += squares;
    if (some.length > 0) between += some.length * (mean - all) * (mean - all);
    return {
      group: names[g]!,
      n: some.length,
      mean,
      sd: some.length > 1 ? Math.sqrt(squares / (some.length - 1)) : Number.NaN,
      least: some.length > 0 ? some.reduce((a, b) => Math.min(a, b)) : Number.NaN,
      greatest: some.length > 0 ? some.reduce((a, b) => Math.max(a, b)) : Number.NaN,
    };
  });
  const between1 = held.length - 1;
  const within1 = n - held.length;
  const testable = between1 > 0 && within1 > 0 && within + between > 0;
  return {
    kind: "numeric",
    groups: summaries,
    etaSquared: between / (within + between),
    separation: values.length === 2 ? separationOf(values[0]!, values[1]!) : null,
    p: testable ? fSf(between / between1 / (within / within1), between1, within1) : Number.NaN,
    method: testable ? "one-way-f" : "none",
  };
}

function separationOf(first: Float64Array, second: Float64Array): number {
  let beyond = 0;
  for (const a of first) for (const b of second) beyond += a > b ? 1 : a === b ? 0.5 : 0;
  const share = beyond / (first.length * second.length);
  return Math.max(share, 1 - share);
}
