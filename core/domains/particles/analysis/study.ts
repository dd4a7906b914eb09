import {
  type AnalysedFile,
  type EstimateDraft,
  type Json,
  type Step,
  type StudyAnalysis,
  type StudyDesign,
  warningFlags,
} from "../../../kernel/index.ts";
import { blankAnswer, blanksFor } from "./blanks.ts";
import {
  everyCapture,
  type PlacedCapture,
  type SampleCaptures,
  sampleGroups,
  stepsBehind,
  withoutCopies,
} from "./captures.ts";
import { type Check, captureChecks, type Flag, flagsOf, variationCheck } from "./checks.ts";
import { dilutionAnswer, seriesLimits } from "./dilutions.ts";
import { finiteSteps } from "./finite.ts";
import { groupSteps } from "./groups.ts";
import { instrumentSteps } from "./instruments.ts";
import { analysisIssues } from "./issues.ts";
import { sizedByDiffusion } from "./methods.ts";
import { type DetectionLimit, modelAnswer } from "./model.ts";
import { packIssues } from "./packs.ts";
import { type ParticlesParameters, parametersOf } from "./parameters.ts";
import type { SampleAnswer } from "./sample-answer.ts";
import { sampleConcentration, sampleSizes } from "./samples.ts";
import { asJson } from "./study-summary.ts";

/** What this room makes of all files of a study: samples over their captures, blanks, dilutions, groups, instruments. */
export function analyseStudy(files: readonly AnalysedFile[], design: StudyDesign): StudyAnalysis {
  const { value: parameters, issues: parameterIssues } = parametersOf(design);
  const { captures, copies } = withoutCopies(everyCapture(files));
  const blanks = captures.filter(({ role }) => role === "blank");
  const answers = sampleGroups(captures).map((sample) => analyseSample(sample, blanks, parameters));
  const compared = groupSteps(answers, design, parameters);
  const instruments = instrumentSteps(answers, parameters.level);
  const all = [...answers.flatMap(({ steps }) => steps), ...compared.steps, ...instruments.steps];
  const { steps, issues: beyond } = finiteSteps(all);
  return {
    steps,
    summary: asJson({
      samples: answers.map(({ sample, checks, limit }) => ({
        name: sample.name,
        instrument: sample.instrument,
        role: sample.captures[0]!.role,
        detectionLimit: limit,
        checks,
      })),
    }),
    issues: [
      ...parameterIssues,
      ...copies.map(({ capture, first }) => {
        const { name, sample, file } = capture;
        const parameters = { capture: name, first, sample: sample ?? "" };
        return analysisIssues.raise("particles-capture-twice", parameters, { file });
      }),
      ...answers.flatMap(({ issues }) => issues),
      ...compared.issues,
      ...instruments.issues,
      ...packIssues(files),
      ...beyond,
    ],
  };
}

function analyseSample(
  sample: SampleCaptures,
  blanks: readonly PlacedCapture[],
  parameters: ParticlesParameters,
): SampleAnswer {
  const { level } = parameters;
  const own = sample.captures[0]!.role === "sample" ? blanksFor(sample, blanks) : [];
  const blank = blankAnswer(sample, own, parameters);
  const dilution = dilutionAnswer(sample, level);
  const variation = variationCheck(sample, parameters);
  const plain = sampleConcentration(sample, level, []);
  const model = modelAnswer(sample, plain, parameters);
  const checks = [
    ...captureChecks(sample, parameters),
    blank.check,
    variation.check,
    dilution.check,
    model.check,
  ];
  const flags = flagsOf(checks);
  const heard = warningFlags(sample.captures.flatMap(({ instrumentWarnings }) => instrumentWarnings));
  const concentration = plain && {
    ...plain,
    flags: [...flags.concentration, ...dilution.flags, ...heard, ...plain.flags],
  };
  const sizes = sampleSizes(sample, level, [...flags.sizes, ...heard], sizeAssumptions(sample, checks));
  const key = `sample:${sample.name}${sample.instrument === null ? "" : `@${sample.instrument}`}`;
  const step = (name: string, operation: string, words: Json, estimates: readonly EstimateDraft[]): Step => ({
    key: `${key}:${name}`,
    operation: { id: `particles.${operation}`, version: "1" },
    parameters: words,
    inputs: [key, ...(name === "blank" ? stepsBehind(own) : [])],
    estimates,
  });
  const base: Step = {
    key,
    operation: { id: "particles.replicateSummary", version: "1" },
    parameters: { level },
    inputs: stepsBehind(sample.captures),
    estimates: [...sizes, ...(concentration ? [concentration] : []), ...variation.estimates],
  };
  const parts = [
    step("blank", "blankSubtraction", { level }, blank.estimates),
    step("dilution", "dilutionLinearity", { level, ...seriesLimits }, dilution.estimates),
    step(
      "model",
      "detectedFraction",
      { level, detectionLimit: asParameter(model.detectionLimit) },
      model.estimates,
    ),
  ];
  return {
    sample,
    key,
    steps: [base, ...parts.filter(({ estimates }) => estimates.length > 0)],
    checks: checks.filter(({ flag }) => checkedFor(sample.captures[0]!.role, flag)),
    issues: dilution.issues,
    concentration,
    d50: sizes.find(({ id }) => id === "particles.d50") ?? null,
    limit: model.detectionLimit,
  };
}

function asParameter(limit: DetectionLimit | null): Json {
  return limit === null ? null : { value: limit.value, from: limit.from };
}

/** Few tracks are what a blank should have, and the spread and the model of few tracks say nothing of it. */
function checkedFor(role: string, flag: Flag): boolean {
  const ofSamples: readonly Flag[] = [
    "low_count",
    "CV>20%",
    "truncated_below_dmin",
    "blank>10%",
    "nonlinear",
  ];
  return role !== "blank" || !ofSamples.includes(flag);
}

/** What all sizes of a sample rest on. */
function sizeAssumptions({ captures }: SampleCaptures, checks: readonly Check[]): string[] {
  if (!sizedByDiffusion(captures[0]!.method)) return [];
  const water = checks.some(({ flag, status }) => flag === "viscosity_assumed" && status === "not met");
  return [
    "spheres_stokes_einstein",
    ...(water ? ["viscosity_assumed"] : []),
    ...(captures.some(({ smoothed }) => smoothed) ? ["distribution_smoothed_by_software"] : []),
  ];
}
