import type { Issue, Step, StudyDesign } from "../../../kernel/index.ts";
import { compareConditions } from "../../../statistics/groups/index.ts";
import { comparedQuantities, observationsOf, onOneInstrument } from "./group-values.ts";
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
  const { level, donors } = parameters;
  const doubtful = doubtfulConditions(usable);
  const results = comparedQuantities.map((quantity) => {
    const { observations, issues, flags } = observationsOf(quantity, usable);
    const options = { domain: "particles", reference, donors, level, flags, doubtful };
    const compared = compareConditions(quantity, observations, options);
    return { ...compared, issues: [...issues, ...compared.issues] };
  });
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

/** Conditions with a sample that the instrument itself calls unusable. */
function doubtfulConditions(answers: readonly SampleAnswer[]): ReadonlySet<string> {
  const doubtful = answers.filter(({ d50, concentration }) =>
    [d50, concentration].some((estimate) => estimate?.flags.includes("instrument_fail")),
  );
  return new Set(doubtful.map(({ sample }) => sample.captures[0]!.condition!));
}
