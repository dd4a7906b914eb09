import { draft, type EstimateDraft, finiteInterval, type Issue, isAccepted } from "../../kernel/index.ts";
import { holm } from "../multiple-testing/holm.ts";
import { compareGroups, type GroupContrast, type GroupObservation, type GroupSummary } from "./compare.ts";
import { groupIssues } from "./issues.ts";

/** What conditions are compared by. */
export interface ConditionQuantity {
  /** Last part of the estimate ids: `<domain>.groupMean.<name>`, `<domain>.groupRatio.<name>`, `<domain>.groupP.<name>`. */
  readonly name: string;
  readonly unit: string;
  readonly qualifiers: Readonly<Record<string, string>>;
}

export interface ConditionOptions {
  readonly domain: string;
  /** Condition that the others are compared with; every two where it is not given. */
  readonly reference: string | undefined;
  /** How donors of two conditions belong together; by their names where it is not given. */
  readonly donors: "paired" | "independent" | undefined;
  readonly level: number;
  /** Flags that every number carries. */
  readonly flags: readonly string[];
  /** Conditions with a sample that is called unusable. */
  readonly doubtful: ReadonlySet<string>;
}

/** Every condition with the reference, or every two where the study names none. */
function pairsOf(conditions: readonly string[], reference: string | undefined): [string, string][] {
  if (reference !== undefined)
    return conditions.filter((one) => one !== reference).map((one) => [one, reference]);
  return conditions.flatMap((first, i) =>
    conditions.slice(i + 1).map((second): [string, string] => [second, first]),
  );
}

/** Paired where both conditions have exactly the same donors; else independent, which refuses donors that are shared. */
function pairing(observations: readonly GroupObservation[], [group, reference]: readonly [string, string]) {
  const donors = (name: string) =>
    [...new Set(observations.flatMap((one) => (one.group === name ? (one.donor ?? "") : [])))]
      .sort()
      .join("\n");
  return donors(group) === donors(reference) ? "paired" : "independent";
}

interface Contrast extends Omit<GroupContrast, "pHolm"> {
  readonly assumptions: readonly string[];
  readonly flags: readonly string[];
}

/** What became of the comparison of one quantity; `pairings` says for each contrast how donors were taken. */
export interface ConditionComparison {
  readonly estimates: readonly EstimateDraft[];
  readonly pairings: readonly [string, string][];
  readonly issues: readonly Issue[];
}

/**
 * Means of conditions and their ratios as estimates, with donors as the replicates, on the log scale; what cannot be
 * compared is told as a warning, and Holm holds over the comparisons that were made. Issues: those of `compareGroups`.
 */
export function compareConditions(
  quantity: ConditionQuantity,
  observations: readonly GroupObservation[],
  { domain, reference, donors, level, flags: leftOut, doubtful }: ConditionOptions,
): ConditionComparison {
  const issues: Issue[] = [];
  const pairings: [string, string][] = [];
  const nothing = { estimates: [], pairings, issues };
  const conditions = [...new Set(observations.map(({ group }) => group))];
  if (conditions.length < 2) return nothing;
  if (reference !== undefined && !conditions.includes(reference)) {
    issues.push(asWarning(groupIssues.raise("groups-reference-missing", { reference })));
    return nothing;
  }
  const contrasts: Contrast[] = [];
  const groups = new Map<string, GroupSummary>();
  for (const pair of pairsOf(conditions, reference)) {
    const own = observations.filter(({ group }) => pair.includes(group));
    const how = donors ?? pairing(own, pair);
    const compared = compareGroups(own, { donors: how, level, reference: pair[1] });
    if (!isAccepted(compared)) {
      issues.push(...compared.issues.map(asWarning));
      continue;
    }
    const { assumptions, flags, comparisons } = compared.value;
    pairings.push([`${quantity.name}: ${pair.join(" / ")}`, how]);
    for (const one of compared.value.groups) if (!groups.has(one.group)) groups.set(one.group, one);
    contrasts.push({ ...comparisons[0]!, assumptions, flags: [...flags, ...leftOut] });
  }
  const estimates = [
    ...[...groups.values()].map((group) => meanOf(domain, quantity, group, doubtful, leftOut)),
    ...contrastEstimates(domain, quantity, contrasts, doubtful),
  ];
  return { estimates, pairings, issues };
}

/** A comparison that a study's design does not allow is no fault of its files. */
function asWarning(issue: Issue): Issue {
  return { ...issue, severity: "warning" };
}

function unusable(doubtful: ReadonlySet<string>, ...conditions: readonly string[]): string[] {
  return conditions.some((condition) => doubtful.has(condition)) ? ["rests_on_unusable_sample"] : [];
}

function meanOf(
  domain: string,
  { name, unit, qualifiers }: ConditionQuantity,
  { group, donors, measurements, geometricMean, interval }: GroupSummary,
  doubtful: ReadonlySet<string>,
  leftOut: readonly string[],
): EstimateDraft {
  return draft(`${domain}.groupMean.${name}`, { level: "group", group }, geometricMean, unit, {
    interval: finiteInterval(interval),
    n: { technical: measurements, biological: donors },
    assumptions: ["donors_are_replicates", "lognormal_between_donors"],
    flags: [...(donors < 3 ? ["few_donors"] : []), ...leftOut, ...unusable(doubtful, group)],
    qualifiers,
  });
}

function contrastEstimates(
  domain: string,
  { name }: ConditionQuantity,
  contrasts: readonly Contrast[],
  doubtful: ReadonlySet<string>,
): EstimateDraft[] {
  const adjusted = holm(contrasts.map(({ p }) => p));
  return contrasts.flatMap(({ group, reference, ratio, interval, donors, assumptions, flags }, i) => {
    const subject = { level: "group", group: `${group} / ${reference}` } as const;
    const rest = {
      n: { technical: null, biological: Math.min(...donors) },
      assumptions: ["donors_are_replicates", ...assumptions],
      flags: [...flags, ...unusable(doubtful, group, reference)],
    };
    return [
      draft(`${domain}.groupRatio.${name}`, subject, ratio, "1", {
        ...rest,
        interval: finiteInterval(interval),
      }),
      draft(`${domain}.groupP.${name}`, subject, adjusted[i]!, "1", rest),
    ];
  });
}
