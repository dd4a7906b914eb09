import type { AnalysedFile, Issue, Step, StudyAnalysis, StudyDesign } from "../../../kernel/index.ts";
import { finiteSteps } from "../../../kernel/index.ts";
import { miflowcytEv } from "../rules/miflowcyt-ev.ts";
import { fluorescenceCalibrations } from "./calibrations.ts";
import { unknownFmo } from "./controls.ts";
import { miflowcytFacts } from "./facts.ts";
import { groupSteps } from "./groups.ts";
import { analysisIssues } from "./issues.ts";
import { detectionLimits } from "./limits.ts";
import { parametersOf } from "./parameters.ts";
import { placedDataSets, sampleSets } from "./placed.ts";
import { sampleAnswer } from "./sample-answer.ts";
import { scatterCalibrations } from "./scatter-calibrations.ts";
import { asJson } from "./study-summary.ts";

/** What this room makes of all files of a study: calibrations, limits, samples with their controls, conditions, the MIFlowCyt-EV table. */
export function analyseStudy(files: readonly AnalysedFile[], design: StudyDesign): StudyAnalysis {
  const { value: parameters, issues: parameterIssues } = parametersOf(design);
  const dataSets = placedDataSets(files);
  const fluorescence = fluorescenceCalibrations(dataSets, parameters);
  const scatter = scatterCalibrations(dataSets, parameters);
  const limits = detectionLimits(dataSets, fluorescence.calibrations, scatter.calibrations, parameters);
  const samples = sampleSets(dataSets);
  const known = {
    all: dataSets,
    fluorescence: fluorescence.calibrations,
    scatter: scatter.calibrations,
    limits,
    parameters,
  };
  const answers = samples.map((sample) => sampleAnswer(sample, known));
  const groups = groupSteps(answers, design, parameters);
  const steps: Step[] = [
    ...fluorescence.steps,
    ...scatter.steps,
    ...limits.steps,
    ...answers.flatMap((answer) => answer.steps),
    ...groups.steps,
  ];
  const finite = finiteSteps(steps, (id) => analysisIssues.raise("cytometry-number-not-finite", { id }));
  const series = answers.flatMap(({ checks }) => checks.series ?? []);
  const summaries = {
    fluorescence: fluorescence.calibrations.map(({ summary }) => summary),
    scatter: scatter.calibrations.map(({ summary }) => summary),
    series,
  };
  const estimates = finite.steps.flatMap((step) => step.estimates);
  return {
    steps: finite.steps,
    summary: asJson({
      ...summaries,
      markers: answers.flatMap(({ markers }) => markers.map(({ summary }) => summary)),
      checks: answers.flatMap(({ checks }) => checks.checks),
      miflowcyt:
        samples.length === 0
          ? []
          : miflowcytEv(
              miflowcytFacts({ dataSets, estimates, ...summaries, samples: samples.length, parameters }),
            ),
    }),
    issues: once([
      ...parameterIssues,
      ...fluorescence.issues,
      ...scatter.issues,
      ...unknownFmo(dataSets),
      ...answers.flatMap(({ issues }) => issues),
      ...groups.issues,
      ...finite.issues,
    ]),
  };
}

function once(issues: readonly Issue[]): Issue[] {
  return [...new Map(issues.map((one) => [`${one.code}|${one.file ?? ""}|${one.message.en}`, one])).values()];
}
