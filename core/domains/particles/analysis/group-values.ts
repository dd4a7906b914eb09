import type { Issue } from "../../../kernel/index.ts";
import type { ConditionQuantity, GroupObservation } from "../../../statistics/groups/index.ts";
import { distinct, type PlacedCapture } from "./captures.ts";
import { analysisIssues } from "./issues.ts";
import type { SampleAnswer } from "./sample-answer.ts";

/** What conditions are compared by. */
export interface ComparedQuantity extends ConditionQuantity {
  readonly value: (capture: PlacedCapture) => number | null;
}

export const comparedQuantities: readonly ComparedQuantity[] = [
  {
    name: "concentration",
    unit: "{particles}/mL",
    qualifiers: { dilutionState: "original" },
    value: ({ original }) => original,
  },
  { name: "d50", unit: "nm", qualifiers: {}, value: ({ sizes }) => sizes?.d50 ?? null },
];

function listed(names: readonly string[]): string {
  return names.length > 12 ? `${names.slice(0, 12).join(", ")} …` : names.join(", ");
}

/** The samples on the instrument that measured most of them; those that it did not measure are told. */
export function onOneInstrument(answers: readonly SampleAnswer[]): {
  readonly usable: readonly SampleAnswer[];
  readonly issues: readonly Issue[];
} {
  const instrumentOf = ({ sample }: SampleAnswer) => sample.captures[0]!.instrument;
  const tally = new Map<string, number>();
  for (const answer of answers) tally.set(instrumentOf(answer), (tally.get(instrumentOf(answer)) ?? 0) + 1);
  const [main] = [...tally].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0] ?? [];
  const usable = answers.filter((answer) => instrumentOf(answer) === main);
  const kept = new Set(usable.map(({ sample }) => sample.name));
  const left = distinct(answers.map(({ sample }) => sample.name).filter((name) => !kept.has(name)));
  const parameters = { instrument: main ?? "", n: left.length, samples: listed(left) };
  const issue = analysisIssues.raise("particles-comparison-one-instrument", parameters);
  return { usable, issues: left.length > 0 ? [issue] : [] };
}

/**
 * One value for each capture with its condition, donor and preparation; a sample without named preparations is one.
 * Samples without a value, and captures of 0, are left out and told; the latter make the rest read high, and are flagged.
 */
export function observationsOf(
  { name, value }: ComparedQuantity,
  answers: readonly SampleAnswer[],
): {
  readonly observations: readonly GroupObservation[];
  readonly issues: readonly Issue[];
  readonly flags: readonly string[];
} {
  const observations: GroupObservation[] = [];
  const unknown: string[] = [];
  const zero: string[] = [];
  for (const { sample } of answers) {
    const values = sample.captures.map(value);
    if (values.every((one) => one === null)) unknown.push(sample.name);
    sample.captures.forEach(({ condition, donor, preparation }, i) => {
      const one = values[i]!;
      if (one === null) return;
      if (!(one > 0)) zero.push(sample.name);
      else {
        const within = `${sample.name}\n${preparation ?? ""}`;
        observations.push({ group: condition!, donor: donor ?? "", preparation: within, value: one });
      }
    });
  }
  const missing = { n: unknown.length, samples: listed(distinct(unknown)) };
  const empty = { n: zero.length, samples: listed(distinct(zero)) };
  return {
    observations,
    issues: [
      ...(unknown.length > 0 && name === "concentration"
        ? [analysisIssues.raise("particles-comparison-without-original", missing)]
        : []),
      ...(zero.length > 0 ? [analysisIssues.raise("particles-comparison-zero", empty)] : []),
    ],
    flags: zero.length > 0 ? ["empty_captures_left_out"] : [],
  };
}
