import type { AnalysedFile, Issue, Step, StudyAnalysis, StudyDesign } from "../../../kernel/index.ts";
import { finiteSteps } from "../../../kernel/index.ts";
import { miflowcytEv } from "../rules/miflowcyt-ev.ts";
import { relativeAnalytes } from "./analytes.ts";
import { fluorescenceCalibrations } from "./calibrations.ts";
import { unknownFmo } from "./controls.ts";
import { miflowcytFacts } from "./facts.ts";
import { groupSteps } from "./groups.ts";
import { analysisIssues } from "./issues.ts";
import { detectionLimits } from "./limits.ts";
import { type CytometryParameters, parametersOf } from "./parameters.ts";
import { type PlacedDataSet, placedDataSets, type SampleSets, sampleSets } from "./placed.ts";
import { positiveConcentrations } from "./positive-concentration.ts";
import { markerAnswer } from "./positives.ts";
import { sampleConcentration } from "./sample.ts";
import type { SampleAnswer } from "./sample-answer.ts";
import { sampleChecks } from "./sample-checks.ts";
import { type ScatterCalibration, scatterCalibrations } from "./scatter-calibrations.ts";
import { sampleSizes } from "./sizes.ts";
import { asJson } from "./study-summary.ts";

/** What this room makes of all files of a study: calibrations, limits, samples with their controls, conditions, the MIFlowCyt-EV table. */
export function analyseStudy(files: readonly AnalysedFile[], design: StudyDesign): StudyAnalysis {
  const { value: parameters, issues: parameterIssues } = parametersOf(design);
  const dataSets = placedDataSets(files);
  const fluorescence = fluorescenceCalibrations(dataSets, parameters);
  const scatter = scatterCalibrations(dataSets, parameters);
  const limits = detectionLimits(dataSets, fluorescence.calibrations, scatter.calibrations, parameters);
  const samples = sampleSets(dataSets);
  const answers = samples.map((sample): SampleAnswer => {
    const detecting = detectionChannel(sample, parameters, scatter.calibrations);
    const channels = markerChannels(sample.sets[0]!, dataSets, parameters, fluorescence.calibrations);
    const watched = [...new Set([...(detecting ? [detecting] : []), ...channels])];
    const checks = sampleChecks(sample, dataSets, watched, parameters);
    const limit = limits.wordsFor(sample.sets[0]!, detecting ?? "");
    const detection = { channel: detecting ?? "", limit };
    const concentration = sampleConcentration(sample, dataSets, detection, checks.flags, parameters);
    const flags = [...new Set([...checks.flags, ...concentration.crowding])];
    const context = { all: dataSets, calibrations: fluorescence.calibrations, parameters, flags };
    const markers = channels.map((channel) => markerAnswer(sample, channel, context));
    const found = markers.flatMap(({ value }) => value ?? []);
    const positives = positiveConcentrations(sample, found, concentration, parameters);
    const analytes = relativeAnalytes(sample, dataSets, parameters);
    const sizes = sampleSizes(sample, scatter.calibrations, flags, parameters);
    return {
      sample,
      original: concentration.original,
      limited: concentration.limited,
      markers: found,
      checks,
      steps: [
        ...concentration.steps,
        ...found.map(({ step }) => step),
        ...positives,
        ...sizes.steps,
        ...checks.steps,
        ...analytes.steps,
      ],
      issues: [
        ...markers.flatMap(({ issues }) => issues),
        ...concentration.issues,
        ...checks.issues,
        ...sizes.issues,
        ...analytes.issues,
      ],
    };
  });
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

/** The channel whose limit decides which particles are counted: the trigger's, else the scatter channel. */
function detectionChannel(
  { sets, instrument }: SampleSets,
  { scatter }: CytometryParameters,
  calibrations: readonly ScatterCalibration[],
): string | null {
  const first = sets[0]!;
  const sized = calibrations.find(({ summary }) => summary.instrument === instrument)?.summary.channel;
  const names = first.channels.map(({ name }) => name);
  const triggered = names.find((name) => first.trigger.split(",")[0]?.trim() === name);
  const named = scatter ?? sized;
  if (triggered !== undefined) return triggered;
  if (named !== undefined && names.includes(named)) return named;
  return first.channels.find(({ role }) => role === "scatter")?.name ?? null;
}

/** Channels whose positives are counted: those that study.yaml names, else fluorescence with a calibration or a control. */
function markerChannels(
  dataSet: PlacedDataSet,
  all: readonly PlacedDataSet[],
  { markers, thresholds }: CytometryParameters,
  calibrations: readonly { readonly summary: { readonly channel: string } }[],
): readonly string[] {
  const names = dataSet.channels.map(({ name }) => name);
  if (markers) return markers.filter((channel) => names.includes(channel));
  const calibrated = new Set(calibrations.map(({ summary }) => summary.channel));
  const controlled = all.some(
    ({ row }) => row.control !== null && ["fmo", "isotype", "unstained"].includes(row.control),
  );
  return dataSet.channels.flatMap(({ name, role, pulse }) => {
    if (role !== "fluorescence" || pulse === "width") return [];
    if (calibrated.has(name) || Object.hasOwn(thresholds, name)) return [name];
    const twin = pulse === "height" && names.includes(`${name.slice(0, -1)}A`);
    return controlled && !twin ? [name] : [];
  });
}

function once(issues: readonly Issue[]): Issue[] {
  return [...new Map(issues.map((one) => [`${one.code}|${one.file ?? ""}|${one.message.en}`, one])).values()];
}
