import { portable } from "../../kernel/index.ts";
import type { Matrix } from "../linear-algebra/index.ts";
import { logGamma } from "../special/index.ts";
import { requireLength } from "../values.ts";
import { aliasing, besideEachOther, indicatorColumns } from "./aliasing.ts";
import { type Association, association, type NumericSummary } from "./association.ts";
import { type Factor, type FactorKind, factorOf } from "./factor.ts";
import { type SharedLevels, sharedLevels } from "./shared-levels.ts";

export type Relation =
  | "fully-aliased"
  | "nearly-aliased"
  | "partly-confounded"
  | "cannot-be-told"
  | "balanced";

export interface RecordedCovariate {
  readonly name: string;
  /** One cell per sample. */
  readonly cells: readonly (string | number | null | undefined)[];
  readonly kind?: "numeric" | "categorical";
}

export interface GuardFinding {
  readonly covariate: string;
  readonly kind: FactorKind;
  readonly relation: Relation;
  /** Why: the rule of `guardRules` that decided; null where it is balanced. */
  readonly reason:
    | "not-estimable"
    | "little-information"
    | "few-shared-samples"
    | "no-overlap"
    | "information-lost"
    | "associated"
    | "samples-apart"
    | "too-many-missing"
    | "own-value-each"
    | null;
  /** Share of the contrast's information left beside the covariate, the least over its columns; NaN where not told. */
  readonly efficiencyLeft: number;
  /** Counts by level or means by group, with the strength of association and its p-value. */
  readonly association: Association | null;
  readonly p: number;
  /** Categories: where all groups have samples. */
  readonly shared: SharedLevels | null;
  /** Samples of each group of the contrast, and how many of them have the covariate recorded. */
  readonly recorded: readonly { readonly group: string; readonly n: number; readonly recorded: number }[];
}

export interface GuardFindings {
  /** The gravest first; balanced last. */
  readonly findings: readonly GuardFinding[];
  /** All covariates with a relation that is told and not balanced, in one model; null where there are fewer than two. */
  readonly together: {
    readonly covariates: readonly string[];
    readonly samples: number;
    /** By the information left alone; not told where a group has no sample with all of them recorded. */
    readonly relation: Relation;
    readonly efficiencyLeft: number;
    readonly residualDf: number;
  } | null;
}

/** Thresholds: a quarter of the information doubles a standard error, four fifths raise it by 12 %. */
export const guardRules = {
  nearlyAliasedBelow: 0.25,
  fewestSharedSamples: 3,
  partlyConfoundedBelow: 0.8,
  associatedBelow: 0.05,
  apartFrom: 0.25,
  leastRecordedShare: 0.5,
  fewestRecorded: 2,
} as const;

const gravity: readonly Relation[] = [
  "fully-aliased",
  "nearly-aliased",
  "partly-confounded",
  "cannot-be-told",
  "balanced",
];

/**
 * How each recorded covariate stands to a contrast, the gravest first. `groups` gives each sample's group, null for
 * samples outside the contrast; two groups or more. Nothing is tested on outcomes. Throws a RangeError below two groups.
 */
export function guardFindings(
  groups: readonly (string | null)[],
  covariates: readonly RecordedCovariate[],
): GuardFindings {
  const members = [...groups.keys()].filter((i) => groups[i] !== null);
  const names = members.map((i) => groups[i]!);
  if (new Set(names).size < 2) throw new RangeError("a contrast needs two groups");
  const read = covariates.map(({ name, cells, kind }) => {
    requireLength(name, cells, groups.length);
    const factor = factorOf(
      members.map((i) => cells[i]),
      kind ? { kind } : {},
    );
    return { name, factor, finding: findingOf(name, names, factor) };
  });
  const findings = read
    .map(({ finding }) => finding)
    .sort(
      (a, b) =>
        gravity.indexOf(a.relation) - gravity.indexOf(b.relation) ||
        orLast(a.efficiencyLeft) - orLast(b.efficiencyLeft) ||
        orLast(a.p) - orLast(b.p),
    );
  const tied = read.filter(({ finding }) => !["balanced", "cannot-be-told"].includes(finding.relation));
  return { findings, together: tied.length < 2 ? null : togetherOf(names, tied) };
}

function findingOf(covariate: string, groups: readonly string[], factor: Factor): GuardFinding {
  const order = [...new Set(groups)];
  const recorded = order.map((group) => {
    const own = [...groups.keys()].filter((i) => groups[i] === group);
    return { group, n: own.length, recorded: own.filter((i) => factor.codes[i]! >= 0).length };
  });
  const base = { covariate, kind: factor.kind, recorded };
  const untold = { ...base, relation: "cannot-be-told", efficiencyLeft: Number.NaN, p: Number.NaN } as const;
  const few = recorded.some(
    (group) =>
      group.recorded < Math.min(guardRules.fewestRecorded, group.n) ||
      group.recorded < guardRules.leastRecordedShare * group.n,
  );
  const found = factor.kind === "empty" ? null : association(groups, factor);
  const shared = found?.kind === "categorical" ? sharedLevels(found) : null;
  if (few) return { ...untold, reason: "too-many-missing", association: found, shared };
  if (factor.kind === "identifier")
    return { ...untold, reason: "own-value-each", association: null, shared: null };
  const told = [...groups.keys()].filter((i) => factor.codes[i]! >= 0);
  const { efficiency } = aliasing(contrastOf(groups, told), covariateOf(factor, told));
  const efficiencyLeft = efficiency.reduce((least, share) => Math.min(least, share), 1);
  const p = found!.p;
  const [relation, reason] = relationOf(efficiencyLeft, p, found!, shared);
  return { ...base, relation, reason, efficiencyLeft, association: found, p, shared };
}

function relationOf(
  efficiency: number,
  p: number,
  found: Association,
  shared: SharedLevels | null,
): readonly [Exclude<Relation, "cannot-be-told">, GuardFinding["reason"]] {
  if (efficiency === 0) return ["fully-aliased", "not-estimable"];
  if (efficiency < guardRules.nearlyAliasedBelow) return ["nearly-aliased", "little-information"];
  const associated = p < guardRules.associatedBelow;
  const outside = shared?.samples.some(
    (count, g) => count < guardRules.fewestSharedSamples && count < shared.samplesOutside[g]!,
  );
  if (outside) return ["nearly-aliased", "few-shared-samples"];
  if (
    found.kind === "numeric" &&
    found.separation === 1 &&
    chanceOfNoOverlap(found) < guardRules.associatedBelow
  ) {
    return ["nearly-aliased", "no-overlap"];
  }
  if (efficiency < guardRules.partlyConfoundedBelow) return ["partly-confounded", "information-lost"];
  if (associated) return ["partly-confounded", "associated"];
  const apart = shared?.samples.some((count, g) => {
    const outside = shared.samplesOutside[g]!;
    return outside >= guardRules.apartFrom * (count + outside);
  });
  if (apart) return ["partly-confounded", "samples-apart"];
  return ["balanced", null];
}

/** Of all ways to deal the samples to two groups, those that leave no overlap: 2 of n! / (n1! n2!). */
function chanceOfNoOverlap({ groups }: NumericSummary): number {
  const [first, second] = [groups[0]!.n, groups[1]!.n];
  return 2 * portable.exp(logGamma(first + 1) + logGamma(second + 1) - logGamma(first + second + 1));
}

function togetherOf(
  groups: readonly string[],
  tied: readonly { readonly name: string; readonly factor: Factor }[],
): GuardFindings["together"] {
  const told = [...groups.keys()].filter((i) => tied.every(({ factor }) => factor.codes[i]! >= 0));
  const left = new Set(told.map((i) => groups[i]!)).size === new Set(groups).size;
  const covariates = tied.map(({ name }) => name);
  if (!left) {
    const residualDf = Number.NaN;
    return {
      covariates,
      samples: told.length,
      relation: "cannot-be-told",
      efficiencyLeft: Number.NaN,
      residualDf,
    };
  }
  const beside = besideEachOther(
    tied.map(({ factor }) => covariateOf(factor, told)),
    told.length,
  );
  const { efficiency, residualDf } = aliasing(contrastOf(groups, told), beside);
  const efficiencyLeft = efficiency.reduce((least, share) => Math.min(least, share), 1);
  const relation =
    efficiencyLeft === 0
      ? "fully-aliased"
      : efficiencyLeft < guardRules.nearlyAliasedBelow
        ? "nearly-aliased"
        : efficiencyLeft < guardRules.partlyConfoundedBelow
          ? "partly-confounded"
          : "balanced";
  return { covariates, samples: told.length, relation, efficiencyLeft, residualDf };
}

function contrastOf(groups: readonly string[], told: readonly number[]): Matrix {
  const order = [...new Set(groups)];
  return indicatorColumns(told.map((i) => order.indexOf(groups[i]!)));
}

function covariateOf(factor: Factor, told: readonly number[]): Matrix {
  if (factor.kind !== "numeric" && factor.kind !== "date") {
    return indicatorColumns(told.map((i) => factor.codes[i]!));
  }
  return { rows: told.length, columns: 1, values: Float64Array.from(told, (i) => factor.numbers[i]!) };
}

function orLast(value: number): number {
  return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
}
