import {
  draft,
  type EstimateDraft,
  finiteInterval,
  type Issue,
  isAccepted,
  type Step,
  type StudyDesign,
} from "../../../kernel/index.ts";
import { holmAdjusted } from "../../../statistics/index.ts";
import type { GroupContrast, GroupObservation, GroupSummary } from "../operations/group-comparison.ts";
import { compareGroups } from "../operations/group-comparison.ts";
import { particlesIssues } from "../operations/issues.ts";
import { distinct } from "./captures.ts";
import {
  type ComparedQuantity,
  comparedQuantities,
  observationsOf,
  onOneInstrument,
} from "./group-values.ts";
import type { ParticlesParameters } from "./parameters.ts";
import type { SampleAnswer } from "./sample-answer.ts";

interface Steps {
  readonly steps: readonly Step[];
  readonly issues: readonly Issue[];
}

/** Conditions compared on the log scale with donors as replicates, on the instrument that measured most samples. */
export function groupSteps(
  answers: readonly SampleAnswer[],
  design: StudyDesign,
  parameters: ParticlesParameters,
): Steps {
  const conditioned = answers.filter(({ sample }) => {
    const [first] = sample.captures;
    return first!.role === "sample" && first!.condition !== null;
  });
  const { usable, issues: instrumentIssues } = onOneInstrument(conditioned);
  const conditions = new Set(usable.map(({ sample }) => sample.captures[0]!.condition!));
  if (conditions.size < 2) return { steps: [], issues: [] };
  const { reference } = design;
  const results = comparedQuantities.map((quantity) => compareOne(quantity, usable, reference, parameters));
  const estimates = results.flatMap((result) => result.estimates);
  const step: Step = {
    key: "groups",
    operation: { id: "particles.groupComparison", version: "1" },
    parameters: {
      level: parameters.level,
      reference: reference ?? null,
      donors: Object.fromEntries(results.flatMap(({ pairings }) => pairings)),
    },
    inputs: usable.map(({ key }) => key),
    estimates,
  };
  const issues = [...instrumentIssues, ...results.flatMap((result) => result.issues)];
  const told = new Map(issues.map((issue) => [`${issue.code}|${issue.message.en}`, issue]));
  return { steps: estimates.length > 0 ? [step] : [], issues: [...told.values()] };
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
    distinct(observations.flatMap((one) => (one.group === name ? (one.donor ?? "") : []))).join("\n");
  return donors(group) === donors(reference) ? "paired" : "independent";
}

interface Contrast extends Omit<GroupContrast, "pHolm"> {
  readonly assumptions: readonly string[];
  readonly flags: readonly string[];
}

/** The contrasts of one quantity; what cannot be compared is told, and Holm holds over those that were. */
function compareOne(
  quantity: ComparedQuantity,
  answers: readonly SampleAnswer[],
  reference: string | undefined,
  { level, donors }: ParticlesParameters,
) {
  const { observations, issues: told, flags: leftOut } = observationsOf(quantity, answers);
  const issues: Issue[] = [...told];
  const pairings: [string, string][] = [];
  const nothing = { estimates: [], pairings, issues };
  const conditions = [...new Set(observations.map(({ group }) => group))];
  if (conditions.length < 2) return nothing;
  if (reference !== undefined && !conditions.includes(reference)) {
    issues.push(asWarning(particlesIssues.raise("particles-reference-missing", { reference })));
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
  const doubtful = doubtfulConditions(answers);
  const estimates = [
    ...[...groups.values()].map((group) => meanOf(quantity, group, doubtful, leftOut)),
    ...contrastEstimates(quantity, contrasts, doubtful),
  ];
  return { estimates, pairings, issues };
}

/** A comparison that a study's design does not allow is no fault of its files. */
function asWarning(issue: Issue): Issue {
  return { ...issue, severity: "warning" };
}

/** Conditions with a sample that the instrument itself calls unusable. */
function doubtfulConditions(answers: readonly SampleAnswer[]): ReadonlySet<string> {
  const doubtful = answers.filter(({ d50, concentration }) =>
    [d50, concentration].some((estimate) => estimate?.flags.includes("instrument_fail")),
  );
  return new Set(doubtful.map(({ sample }) => sample.captures[0]!.condition!));
}

function unusable(doubtful: ReadonlySet<string>, ...conditions: readonly string[]): string[] {
  return conditions.some((condition) => doubtful.has(condition)) ? ["rests_on_unusable_sample"] : [];
}

function meanOf(
  { name, unit }: ComparedQuantity,
  { group, donors, captures, geometricMean, interval }: GroupSummary,
  doubtful: ReadonlySet<string>,
  leftOut: readonly string[],
): EstimateDraft {
  return draft(`particles.groupMean.${name}`, { level: "group", group }, geometricMean, unit, {
    interval: finiteInterval(interval),
    n: { technical: captures, biological: donors },
    assumptions: ["donors_are_replicates", "lognormal_between_donors"],
    flags: [...(donors < 3 ? ["few_donors"] : []), ...leftOut, ...unusable(doubtful, group)],
    qualifiers: name === "concentration" ? { dilutionState: "original" } : {},
  });
}

function contrastEstimates(
  { name }: ComparedQuantity,
  contrasts: readonly Contrast[],
  doubtful: ReadonlySet<string>,
): EstimateDraft[] {
  const adjusted = holmAdjusted(contrasts.map(({ p }) => p));
  return contrasts.flatMap(({ group, reference, ratio, interval, donors, assumptions, flags }, i) => {
    const subject = { level: "group", group: `${group} / ${reference}` } as const;
    const rest = {
      n: { technical: null, biological: Math.min(...donors) },
      assumptions: ["donors_are_replicates", ...assumptions],
      flags: [...flags, ...unusable(doubtful, group, reference)],
    };
    return [
      draft(`particles.groupRatio.${name}`, subject, ratio, "1", {
        ...rest,
        interval: finiteInterval(interval),
      }),
      draft(`particles.groupP.${name}`, subject, adjusted[i]!, "1", rest),
    ];
  });
}
