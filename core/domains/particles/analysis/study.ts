import type {
  AnalysedFile,
  EstimateDraft,
  Issue,
  Step,
  StudyAnalysis,
  StudyDesign,
} from "../../../kernel/index.ts";
import { blankAnswer, blanksFor } from "./blanks.ts";
import { type PlacedCapture, placedCaptures, type SampleCaptures, sampleGroups } from "./captures.ts";
import { type Check, captureChecks, flagsOf, variationCheck } from "./checks.ts";
import { dilutionAnswer } from "./dilutions.ts";
import { groupSteps } from "./groups.ts";
import { instrumentSteps } from "./instruments.ts";
import { modelAnswer } from "./model.ts";
import { packIssues } from "./packs.ts";
import { type ParticlesParameters, parametersOf } from "./parameters.ts";
import { sampleConcentration, sampleSizes } from "./samples.ts";
import { asJson } from "./study-summary.ts";

/** What this room makes of all files of a study: samples over their captures, blanks, dilutions, groups, instruments. */
export function analyseStudy(files: readonly AnalysedFile[], design: StudyDesign): StudyAnalysis {
  const { value: parameters } = parametersOf(design);
  const captures = placedCaptures(files);
  const blanks = captures.filter(({ role }) => role === "blank");
  const answers = sampleGroups(captures).map((sample) => analyseSample(sample, blanks, parameters));
  const compared = groupSteps(answers, design, parameters.level);
  const instruments = instrumentSteps(answers, parameters.level);
  return {
    steps: [...answers.flatMap(({ steps }) => steps), ...compared.steps, ...instruments.steps],
    summary: asJson({
      samples: answers.map(({ sample, checks, detectionLimit }) => ({
        name: sample.name,
        instrument: sample.instrument,
        detectionLimit,
        checks,
      })),
    }),
    issues: [
      ...answers.flatMap(({ issues }) => issues),
      ...compared.issues,
      ...instruments.issues,
      ...packIssues(files),
    ],
  };
}

/** A sample with everything that was found of it; `key` is that of its summary step. */
export interface SampleAnswer {
  readonly sample: SampleCaptures;
  readonly key: string;
  readonly steps: readonly Step[];
  readonly checks: readonly Check[];
  readonly issues: readonly Issue[];
  readonly concentration: EstimateDraft | null;
  readonly d50: EstimateDraft | null;
  /** In nm. */
  readonly detectionLimit: number | null;
}

function analyseSample(
  sample: SampleCaptures,
  blanks: readonly PlacedCapture[],
  parameters: ParticlesParameters,
): SampleAnswer {
  const { level } = parameters;
  const isSample = sample.captures[0]!.role === "sample";
  const own = sampleConcentration(sample, level, []);
  const blank = blankAnswer(sample, isSample ? blanksFor(sample, blanks) : [], parameters);
  const dilution = dilutionAnswer(sample, level);
  const variation = variationCheck(sample, parameters);
  const model = modelAnswer(sample, own, parameters);
  const checks = [
    ...captureChecks(sample, parameters),
    blank.check,
    variation.check,
    dilution.check,
    model.check,
  ];
  const flags = flagsOf(checks);
  const heard = instrumentFlags(sample);
  const concentration = sampleConcentration(sample, level, [...flags.concentration, ...heard]);
  const sizes = sampleSizes(sample, level, [...flags.sizes, ...heard], sizeAssumptions(checks));
  const key = `sample:${sample.name}${sample.instrument === null ? "" : `@${sample.instrument}`}`;
  const inputs = [...new Set(sample.captures.map(({ file }) => file))];
  const measured = [...sizes, ...(concentration ? [concentration] : []), ...variation.estimates];
  const steps: Step[] = [
    {
      key,
      operation: { id: "particles.replicateSummary", version: "1" },
      parameters: { level },
      inputs: inputs.flatMap((file) => partsOf(file, sample)),
      estimates: measured,
    },
    step(`${key}:blank`, "particles.blankSubtraction", key, blankInputs(blanks, sample), blank.estimates),
    step(`${key}:dilution`, "particles.dilutionLinearity", key, [], dilution.estimates),
    step(`${key}:model`, "particles.detectedFraction", key, [], model.estimates),
  ].filter(({ estimates }) => estimates.length > 0);
  return {
    sample,
    key,
    steps,
    checks: isSample ? checks : checks.filter(({ flag }) => flag !== "low_count"),
    issues: dilution.issues,
    concentration,
    d50: sizes.find(({ id }) => id === "particles.d50") ?? null,
    detectionLimit: model.detectionLimit,
  };
}

/** What all sizes of a sample rest on. */
function sizeAssumptions(checks: readonly Check[]): string[] {
  const water = checks.some(({ flag, status }) => flag === "viscosity_assumed" && status === "not met");
  return ["spheres_stokes_einstein", ...(water ? ["viscosity_assumed"] : [])];
}

/** The steps of a file's analysis that a sample rests on. */
function partsOf(file: string, { captures }: SampleCaptures): string[] {
  const own = captures.filter((capture) => capture.file === file);
  const sized = own.some(({ sizes }) => sizes !== null);
  const counted = own.some(({ asMeasured, original }) => asMeasured !== null || original !== null);
  const parts = [...(sized ? [`${file}#sizes`] : []), ...(counted ? [`${file}#concentrations`] : [])];
  return parts.length > 0 ? parts : [`${file}#file`];
}

function blankInputs(blanks: readonly PlacedCapture[], sample: SampleCaptures): string[] {
  return [...new Set(blanksFor(sample, blanks).map(({ file }) => `${file}#concentrations`))];
}

function step(
  key: string,
  id: string,
  base: string,
  inputs: readonly string[],
  estimates: readonly EstimateDraft[],
): Step {
  return { key, operation: { id, version: "1" }, parameters: {}, inputs: [base, ...inputs], estimates };
}

function instrumentFlags({ captures }: SampleCaptures): string[] {
  const severities = new Set(
    captures.flatMap(({ instrumentWarnings }) => instrumentWarnings.map(({ severity }) => severity)),
  );
  return [
    ...(severities.has("fail") ? ["instrument_fail"] : []),
    ...(severities.has("caution") ? ["instrument_caution"] : []),
  ];
}
