import {
  draft,
  finiteInterval,
  type Issue,
  isAccepted,
  type Step,
  type StudyDesign,
} from "../../../kernel/index.ts";
import { compareConditions, type GroupObservation } from "../../../statistics/groups/index.ts";
import { positiveFraction } from "../operations/vesicles/donor-fractions.ts";
import type { CytometryParameters } from "./parameters.ts";
import { sampleKey } from "./positives.ts";
import type { SampleAnswer } from "./sample-answer.ts";

/** Conditions compared with donors as the replicates, never particles: concentration, and the positive fraction of every marker. */
export function groupSteps(
  answers: readonly SampleAnswer[],
  { reference }: StudyDesign,
  { level }: CytometryParameters,
): { readonly steps: readonly Step[]; readonly issues: readonly Issue[] } {
  const placed = answers.filter(({ sample }) => sample.sets[0]!.row.condition !== null);
  const conditions = [...new Set(placed.map(conditionOf))];
  const keys = (own: readonly SampleAnswer[], part: (answer: SampleAnswer) => string) => own.map(part);
  const steps: Step[] = [];
  const issues: Issue[] = [];
  const observations = placed.flatMap((answer): GroupObservation[] =>
    answer.original === null || !(answer.original > 0)
      ? []
      : [{ group: conditionOf(answer), donor: donorOf(answer), value: answer.original }],
  );
  if (new Set(observations.map(({ group }) => group)).size > 1) {
    const quantity = {
      name: "concentration",
      unit: "{particles}/mL",
      qualifiers: { dilutionState: "original" },
    };
    const options = {
      domain: "cytometry",
      reference,
      donors: undefined,
      level,
      flags: [],
      doubtful: new Set<string>(),
    };
    const compared = compareConditions(quantity, observations, options);
    issues.push(...compared.issues);
    if (compared.estimates.length > 0)
      steps.push({
        key: "groups:concentration",
        operation: { id: "cytometry.groupComparison", version: "1" },
        parameters: { level, reference: reference ?? null, donors: Object.fromEntries(compared.pairings) },
        inputs: keys(placed, ({ sample }) => `concentration:${sampleKey(sample)}`).filter((key) =>
          placed.some((answer) => answer.steps.some((step) => step.key === key)),
        ),
        estimates: compared.estimates,
      });
  }
  const channels = [
    ...new Set(placed.flatMap(({ markers }) => markers.map(({ channel }) => channel))),
  ].sort();
  for (const channel of channels) {
    for (const condition of conditions) {
      const own = placed.filter((answer) => conditionOf(answer) === condition);
      const found = conditionFraction(own, channel, condition, level);
      issues.push(...found.issues);
      if (found.step) steps.push(found.step);
    }
  }
  return { steps, issues: issues.map((issue) => ({ ...issue, severity: "warning" as const })) };
}

const conditionOf = ({ sample }: SampleAnswer): string => sample.sets[0]!.row.condition!;
const donorOf = ({ sample }: SampleAnswer): string => sample.sets[0]!.row.donor ?? "";

/** The positive fraction of a condition over its donors. */
function conditionFraction(
  answers: readonly SampleAnswer[],
  channel: string,
  condition: string,
  level: number,
): { readonly step: Step | null; readonly issues: readonly Issue[] } {
  const own = answers.flatMap((answer) => {
    const marker = answer.markers.find((one) => one.channel === channel);
    return marker ? [{ answer, marker }] : [];
  });
  if (own.length === 0 || own.every(({ answer }) => donorOf(answer) === ""))
    return { step: null, issues: [] };
  const shares = own.map(({ answer, marker: { share, control } }) => ({
    ...share,
    donor: donorOf(answer),
    ...(control && control.total > 0 ? { control } : {}),
  }));
  const found = positiveFraction(shares, level);
  if (!isAccepted(found)) return { step: null, issues: found.issues };
  const { value, interval, bound, n, assumptions, flags } = found.value;
  const estimate = draft("cytometry.groupFraction", { level: "group", group: condition }, value, "1", {
    interval: finiteInterval(interval),
    n,
    assumptions,
    flags,
    qualifiers: { channel },
    ...(bound ? { bound } : {}),
  });
  const step: Step = {
    key: `groups:${channel}:${condition}`,
    operation: { id: "cytometry.positiveFraction", version: "1" },
    parameters: { channel, level },
    inputs: own.map(({ marker }) => marker.step.key),
    estimates: [estimate],
  };
  return { step, issues: found.warnings };
}
