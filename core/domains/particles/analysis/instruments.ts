import {
  draft,
  type EstimateDraft,
  finiteInterval,
  type Issue,
  isAccepted,
  type Step,
} from "../../../kernel/index.ts";
import { compareInstruments, type InstrumentRun } from "../operations/instrument-comparison.ts";
import { limitAssumptions } from "./model.ts";
import type { SampleAnswer } from "./sample-answer.ts";
import type { BinSummary } from "./summary.ts";

/** Samples measured on two instruments, compared only inside the diameters that both see. */
export function instrumentSteps(
  answers: readonly SampleAnswer[],
  level: number,
): { readonly steps: readonly Step[]; readonly issues: readonly Issue[] } {
  const compared = pairsOf(answers).map(([first, second]) => comparePair(first, second, level));
  return {
    steps: compared.flatMap(({ step }) => step ?? []),
    issues: compared.flatMap(({ issues }) => issues),
  };
}

/** Samples of one name on different instruments; blanks and calibrants are not compared. */
function pairsOf(answers: readonly SampleAnswer[]): [SampleAnswer, SampleAnswer][] {
  const byName = new Map<string, SampleAnswer[]>();
  for (const answer of answers) {
    const { name, captures } = answer.sample;
    if (!["sample", "control"].includes(captures[0]!.role)) continue;
    const same = byName.get(name);
    if (same) same.push(answer);
    else byName.set(name, [answer]);
  }
  return [...byName.values()].flatMap((same) =>
    same.flatMap((first, i) =>
      same.slice(i + 1).map((second): [SampleAnswer, SampleAnswer] => [first, second]),
    ),
  );
}

function comparePair(
  first: SampleAnswer,
  second: SampleAnswer,
  level: number,
): { readonly step: Step | null; readonly issues: readonly Issue[] } {
  const result = compareInstruments(runOf(first), runOf(second), level);
  if (!isAccepted(result)) {
    return { step: null, issues: result.issues.map((issue) => ({ ...issue, severity: "warning" })) };
  }
  const { concentration, d50, window, flags } = result.value;
  const subject = { level: "sample", sample: first.sample.name } as const;
  const names = `${first.sample.instrument} / ${second.sample.instrument}`;
  const rest = {
    n: { technical: first.sample.captures.length + second.sample.captures.length, biological: null },
    assumptions: ["common_window", ...new Set([first, second].flatMap((one) => limitAssumptions(one.limit)))],
    flags,
    qualifiers: { instruments: names, window: `${window.lower}–${window.upper} nm` },
  };
  const estimates: EstimateDraft[] = [
    draft("particles.instrumentRatio.concentration", subject, concentration.ratio, "1", {
      ...rest,
      interval: finiteInterval(concentration.interval),
    }),
    draft("particles.instrumentRatio.d50", subject, d50.ratio, "1", {
      ...rest,
      interval: finiteInterval(d50.interval),
    }),
  ];
  const step: Step = {
    key: `instruments:${first.key}:${second.key}`,
    operation: { id: "particles.instrumentComparison", version: "1" },
    parameters: { level, window: { lower: window.lower, upper: window.upper } },
    inputs: [first.key, second.key],
    estimates,
  };
  return { step, issues: result.warnings };
}

/**
 * A sample on one instrument, in the state that its concentration has, from the captures of that state; its bins say what
 * it sees at most.
 */
function runOf({ sample, concentration, limit }: SampleAnswer): InstrumentRun {
  const original = concentration?.qualifiers.dilutionState === "original";
  const captures = sample.captures.flatMap(({ bins, asMeasured, original: whole }) => {
    const total = original ? whole : asMeasured;
    if (bins === null || total === null || !(total > 0)) return [];
    const held = bins.concentration.reduce((sum, value) => sum + value, 0);
    return [padded(bins, total / held)];
  });
  const ends = captures.map(({ edges }) => edges.at(-1)!);
  return {
    name: sample.instrument ?? sample.name,
    lowerLimit: limit?.value ?? null,
    upperLimit: ends.length > 0 ? Math.min(...ends) : null,
    state: original ? "original" : "as measured",
    captures,
  };
}

/** The bins with the empty ones at both ends as one bin each: what an instrument looked at and did not find. */
function padded(
  { range, edges, concentration }: BinSummary,
  scale: number,
): InstrumentRun["captures"][number] {
  const below = range[0] < edges[0]! ? [range[0]] : [];
  const above = range[1] > edges.at(-1)! ? [range[1]] : [];
  const scaled = concentration.map((value) => value * scale);
  return {
    edges: [...below, ...edges, ...above],
    concentration: [...below.map(() => 0), ...scaled, ...above.map(() => 0)],
  };
}
