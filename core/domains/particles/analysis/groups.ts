import {
  type EstimateDraft,
  type Issue,
  isAccepted,
  type Step,
  type StudyDesign,
} from "../../../kernel/index.ts";
import {
  compareGroups,
  type GroupComparison,
  type GroupObservation,
} from "../operations/group-comparison.ts";
import { distinct, type PlacedCapture } from "./captures.ts";
import { draft, finiteInterval } from "./drafts.ts";
import type { SampleAnswer } from "./study.ts";

interface Quantity {
  readonly name: "concentration" | "d50";
  readonly unit: string;
  readonly value: (capture: PlacedCapture) => number | null;
}

const quantities: readonly Quantity[] = [
  { name: "concentration", unit: "{particles}/mL", value: ({ original }) => original },
  { name: "d50", unit: "nm", value: ({ sizes }) => sizes?.d50 ?? null },
];

/** Conditions compared on the log scale with donors as replicates, on the instrument that measured most samples. */
export function groupSteps(
  answers: readonly SampleAnswer[],
  design: StudyDesign,
  level: number,
): { readonly steps: readonly Step[]; readonly issues: readonly Issue[] } {
  const usable = onMainInstrument(answers).filter(({ sample }) => {
    const [first] = sample.captures;
    return first!.role === "sample" && first!.condition !== null;
  });
  const conditions = distinct(usable.map(({ sample }) => sample.captures[0]!.condition!));
  if (conditions.length < 2) return { steps: [], issues: [] };
  const results = quantities.map((quantity) => compareOne(quantity, usable, design, level));
  const estimates = results.flatMap((result) => result.estimates);
  const step: Step = {
    key: "groups",
    operation: { id: "particles.groupComparison", version: "1" },
    parameters: { level, reference: design.reference ?? null, donors: pairing(usable) },
    inputs: usable.map(({ key }) => key),
    estimates,
  };
  const issues = results.flatMap((result) => result.issues);
  const told = new Map(issues.map((issue) => [`${issue.code}|${issue.message.en}`, issue]));
  return { steps: estimates.length > 0 ? [step] : [], issues: [...told.values()] };
}

/** A sample that several instruments measured counts on the one that measured most samples. */
function onMainInstrument(answers: readonly SampleAnswer[]): SampleAnswer[] {
  const tally = new Map<string, number>();
  for (const { sample } of answers) {
    const instrument = sample.captures[0]!.instrument;
    tally.set(instrument, (tally.get(instrument) ?? 0) + 1);
  }
  const [main] = [...tally].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0] ?? [];
  return answers.filter(({ sample }) => sample.instrument === null || sample.instrument === main);
}

/** Paired where every condition has the same donors; else independent, which refuses donors that are shared. */
function pairing(answers: readonly SampleAnswer[]): "paired" | "independent" {
  const donors = new Map<string, Set<string>>();
  for (const { sample } of answers) {
    const { condition, donor } = sample.captures[0]!;
    if (donor === null) continue;
    donors.set(condition!, (donors.get(condition!) ?? new Set()).add(donor));
  }
  const sets = [...donors.values()].map((set) => [...set].sort().join("\n"));
  return sets.length > 1 && new Set(sets).size === 1 ? "paired" : "independent";
}

function compareOne(
  quantity: Quantity,
  answers: readonly SampleAnswer[],
  design: StudyDesign,
  level: number,
): { readonly estimates: readonly EstimateDraft[]; readonly issues: readonly Issue[] } {
  const observations = answers.flatMap(({ sample }) =>
    sample.captures.flatMap((capture): GroupObservation[] => {
      const value = quantity.value(capture);
      if (value === null || !(value > 0)) return [];
      const { condition, donor, preparation } = capture;
      return [{ group: condition!, donor: donor ?? "", preparation: preparation ?? sample.name, value }];
    }),
  );
  if (observations.length === 0) return { estimates: [], issues: [] };
  const { reference } = design;
  const compared = compareGroups(observations, {
    donors: pairing(answers),
    level,
    ...(reference === undefined ? {} : { reference }),
  });
  if (!isAccepted(compared)) return { estimates: [], issues: compared.issues.map(asWarning) };
  return {
    estimates: estimatesOf(quantity, compared.value, doubtfulGroups(answers)),
    issues: compared.warnings,
  };
}

/** A comparison that a study's design does not allow is no fault of its files. */
function asWarning(issue: Issue): Issue {
  return { ...issue, severity: "warning" };
}

/** Conditions with a sample that the instrument itself calls unusable. */
function doubtfulGroups(answers: readonly SampleAnswer[]): ReadonlySet<string> {
  const doubtful = answers.filter(({ d50, concentration }) =>
    [d50, concentration].some((estimate) => estimate?.flags.includes("instrument_fail")),
  );
  return new Set(doubtful.map(({ sample }) => sample.captures[0]!.condition!));
}

function estimatesOf(
  { name, unit }: Quantity,
  compared: GroupComparison,
  doubtful: ReadonlySet<string>,
): EstimateDraft[] {
  const assumptions = ["donors_are_replicates", ...compared.assumptions];
  const flagsFor = (...groups: readonly string[]) =>
    groups.some((group) => doubtful.has(group))
      ? [...compared.flags, "rests_on_unusable_sample"]
      : compared.flags;
  const qualifiers: Readonly<Record<string, string>> =
    name === "concentration" ? { dilutionState: "original" } : {};
  const means = compared.groups.map(({ group, donors, captures, geometricMean, interval }) =>
    draft(`particles.groupMean.${name}`, { level: "group", group }, geometricMean, unit, {
      interval: finiteInterval(interval),
      n: { technical: captures, biological: donors },
      assumptions,
      flags: flagsFor(group),
      qualifiers,
    }),
  );
  const contrasts = compared.comparisons.flatMap(({ group, reference, ratio, interval, pHolm, donors }) => {
    const subject = { level: "group", group: `${group} / ${reference}` } as const;
    const rest = {
      n: { technical: null, biological: Math.min(...donors) },
      assumptions,
      flags: flagsFor(group, reference),
    };
    return [
      draft(`particles.groupRatio.${name}`, subject, ratio, "1", {
        ...rest,
        interval: finiteInterval(interval),
      }),
      draft(`particles.groupP.${name}`, subject, pHolm, "1", rest),
    ];
  });
  return [...means, ...contrasts];
}
