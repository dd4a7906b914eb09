import { type EstimateDraft, type Issue, isAccepted, type Step } from "../../../kernel/index.ts";
import { compareInstruments, type InstrumentRun } from "../operations/instrument-comparison.ts";
import { draft, finiteInterval } from "./drafts.ts";
import type { SampleAnswer } from "./study.ts";
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

function pairsOf(answers: readonly SampleAnswer[]): [SampleAnswer, SampleAnswer][] {
  return answers.flatMap((first, i) =>
    answers
      .slice(i + 1)
      .filter((second) => second.sample.name === first.sample.name)
      .map((second): [SampleAnswer, SampleAnswer] => [first, second]),
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
    assumptions: ["common_window"],
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

/** A sample on one instrument, in the state that its concentration has; its bins say what it sees at most. */
function runOf({ sample, concentration, detectionLimit }: SampleAnswer): InstrumentRun {
  const original = concentration?.qualifiers.dilutionState === "original";
  const captures = sample.captures.flatMap(({ bins, asMeasured, original: whole }) => {
    if (bins === null) return [];
    const scale = original && whole !== null && asMeasured ? whole / asMeasured : 1;
    return [padded(bins, scale)];
  });
  const ends = captures.map(({ edges }) => edges.at(-1)!);
  return {
    name: sample.instrument ?? sample.name,
    lowerLimit: detectionLimit,
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
