import {
  draft,
  finiteInterval,
  type Issue,
  isAccepted,
  type Step,
  type StudyDesign,
} from "../../../kernel/index.ts";
import { compareConditions, type GroupObservation } from "../../../statistics/groups/index.ts";
import { type DonorShare, positiveFraction } from "../operations/vesicles/donor-fractions.ts";
import { analysisIssues } from "./issues.ts";
import { oddsEstimates } from "./odds.ts";
import type { CytometryParameters } from "./parameters.ts";
import { sampleKey } from "./placed.ts";
import type { SampleAnswer } from "./sample-answer.ts";

/** Conditions compared with donors as the replicates, never particles: concentration, and the positive fraction of every marker. */
export function groupSteps(
  answers: readonly SampleAnswer[],
  { reference }: StudyDesign,
  { level }: CytometryParameters,
): { readonly steps: readonly Step[]; readonly issues: readonly Issue[] } {
  const { placed, issues: instruments } = onOneInstrument(
    answers.filter(({ sample }) => sample.sets[0]!.row.condition !== null),
  );
  const conditions = [...new Set(placed.map(conditionOf))];
  const keys = (own: readonly SampleAnswer[], part: (answer: SampleAnswer) => string) => own.map(part);
  const steps: Step[] = [];
  const issues: Issue[] = [...instruments];
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
    const lost = placed.filter(({ limited }) => limited).map(({ sample }) => sample.name);
    if (lost.length > 0)
      issues.push(analysisIssues.raise("cytometry-comparison-at-limit", { samples: lost.join(", ") }));
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
  const markers = channels.map((channel) => ({
    channel,
    conditions: new Map(
      conditions.flatMap((condition) => {
        const own = sharesOf(
          placed.filter((answer) => conditionOf(answer) === condition),
          channel,
        );
        return own.length > 0 ? [[condition, own.map(({ share }) => share)] as const] : [];
      }),
    ),
  }));
  const odds = oddsEstimates(markers, reference, level);
  issues.push(...odds.issues);
  if (odds.estimates.length > 0)
    steps.push({
      key: "groups:odds",
      operation: { id: "cytometry.groupComparison", version: "1" },
      parameters: { level, reference: reference ?? null },
      inputs: [
        ...new Set(placed.flatMap((answer) => answer.markers.map(({ step: positives }) => positives.key))),
      ],
      estimates: odds.estimates,
    });
  return { steps, issues: issues.map((issue) => ({ ...issue, severity: "warning" as const })) };
}

const conditionOf = ({ sample }: SampleAnswer): string => sample.sets[0]!.row.condition!;
const donorOf = ({ sample }: SampleAnswer): string => sample.sets[0]!.row.donor ?? "";

/** The answers of the instrument that measured most samples. Issue: `cytometry-comparison-instruments`. */
function onOneInstrument(answers: readonly SampleAnswer[]): {
  readonly placed: readonly SampleAnswer[];
  readonly issues: readonly Issue[];
} {
  const counts = new Map<string, number>();
  for (const { sample } of answers) counts.set(sample.instrument, (counts.get(sample.instrument) ?? 0) + 1);
  if (counts.size < 2) return { placed: answers, issues: [] };
  const [instrument] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]!;
  return {
    placed: answers.filter(({ sample }) => sample.instrument === instrument),
    issues: [analysisIssues.raise("cytometry-comparison-instruments", { instrument: instrument || "–" })],
  };
}

/** Positives of one marker in a condition's samples that name their donor, with the step that counted them. */
function sharesOf(
  answers: readonly SampleAnswer[],
  channel: string,
): readonly { readonly share: DonorShare; readonly key: string }[] {
  return answers.flatMap((answer) => {
    const marker = answer.markers.find((one) => one.channel === channel);
    const donor = donorOf(answer);
    if (!marker || donor === "") return [];
    const { share, control, step } = marker;
    return [
      { share: { ...share, donor, ...(control && control.total > 0 ? { control } : {}) }, key: step.key },
    ];
  });
}

/** The positive fraction of a condition over its donors. */
function conditionFraction(
  answers: readonly SampleAnswer[],
  channel: string,
  condition: string,
  level: number,
): { readonly step: Step | null; readonly issues: readonly Issue[] } {
  const own = sharesOf(answers, channel);
  if (own.length === 0) return { step: null, issues: [] };
  const found = positiveFraction(
    own.map(({ share }) => share),
    level,
  );
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
    inputs: [...new Set(own.map(({ key }) => key))],
    estimates: [estimate],
  };
  return { step, issues: found.warnings };
}
