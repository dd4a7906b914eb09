import {
  type AnalysedFile,
  finiteSteps,
  type Issue,
  type Json,
  type Step,
  type StudyAnalysis,
  type StudyDesign,
} from "../../../kernel/index.ts";
import type { ProteomeContent } from "../measurement.ts";
import { contrastAnswer } from "./contrast-answer.ts";
import { contrastsOf } from "./contrasts.ts";
import { type DataSet, dataSets, type QuantityFile } from "./data-sets.ts";
import { enrichment } from "./enrichment.ts";
import { identity } from "./identity/index.ts";
import { analysisIssues } from "./issues.ts";
import { missingness } from "./missingness.ts";
import { overviewOf } from "./overview/overview.ts";
import { type ProteomeParameters, parametersOf } from "./parameters.ts";
import { sampleEstimates } from "./sample-estimates.ts";
import type { DataSetSummary, ProteomeStudySummary } from "./study-summary.ts";
import { summaryContent } from "./summary.ts";
import { treated } from "./treatment.ts";

/** What this room makes of all files of a study: data sets, purity, contrasts behind their design guard, enrichment. */
export function analyseStudy(files: readonly AnalysedFile[], design: StudyDesign): StudyAnalysis {
  const { value: parameters, issues: parameterIssues } = parametersOf(design);
  const contents = files.map(({ file, format, summary }) => ({
    file,
    format,
    content: summaryContent(summary),
  }));
  const sets = dataSets(contents.filter(isQuantities), design, parameters);
  const geneSets = contents.flatMap(({ file, content }) =>
    content.kind === "gene sets" ? { file, sets: content.sets } : [],
  );
  const issues: Issue[] = [...parameterIssues, ...sets.issues];
  const steps: Step[] = [];
  const summary: { -readonly [K in keyof ProteomeStudySummary]: ProteomeStudySummary[K] } = {
    dataSets: [],
    contrasts: [],
    overviews: [],
  };
  for (const dataSet of sets.dataSets) {
    const joined = joinStep(dataSet);
    steps.push(joined);
    const known = identity(dataSet, contents, parameters, joined.key);
    steps.push(...known.steps);
    issues.push(...known.issues);
    const treatment = treated(dataSet, design, parameters, joined.key);
    steps.push(...treatment.steps);
    issues.push(...treatment.issues);
    const wanted = contrastsOf(dataSet, design, parameters);
    issues.push(...wanted.issues);
    const answers = wanted.contrasts.map((contrast) =>
      contrastAnswer(contrast, treatment.dataSet, parameters, treatment.key),
    );
    for (const answer of answers) {
      const enriched = answer.tested
        ? enrichment(answer.tested, treatment.dataSet, geneSets, design, parameters)
        : none;
      steps.push(...answer.steps, ...enriched.steps);
      issues.push(...answer.issues, ...enriched.issues);
    }
    const missing = missingness(dataSet, wanted.contrasts, parameters, joined.key);
    steps.push(missing);
    summary.dataSets = [...summary.dataSets, dataSetSummary(dataSet, missing, parameters)];
    const tests = answers.flatMap(({ tested }) => tested ?? []);
    summary.overviews = [...summary.overviews, overviewOf(dataSet, treatment.dataSet, tests, parameters)];
    summary.contrasts = [...summary.contrasts, ...answers.map((answer) => answer.summary)];
  }
  const finite = finiteSteps(steps, (id) => analysisIssues.raise("proteome-number-not-finite", { id }));
  return {
    steps: finite.steps,
    summary: summary as unknown as Json,
    issues: [...issues, ...finite.issues],
  };
}

const none = { steps: [], issues: [] } as const;

function isQuantities(one: {
  readonly file: string;
  readonly format: string;
  readonly content: ProteomeContent;
}): one is QuantityFile {
  return one.content.kind === "quantities";
}

function dataSetSummary(
  { name, layer, samples, features }: DataSet,
  missing: Step,
  { normalisation, imputation }: ProteomeParameters,
): DataSetSummary {
  const sizes = new Map<string, number>();
  for (const { row } of samples)
    if (row.condition !== undefined) sizes.set(row.condition, (sizes.get(row.condition) ?? 0) + 1);
  return {
    name,
    quantity: layer.name,
    normalised: layer.normalised,
    normalisation,
    imputation,
    samples: samples.length,
    proteins: features.length,
    conditions: sizes.size,
    mostSamples: [...sizes.values()].reduce((most, one) => Math.max(most, one), 0),
    missing: missing.estimates.find(({ id }) => id === "proteome.missingOverall")?.value ?? 0,
    missingness: String((missing.parameters as { verdict?: string }).verdict ?? ""),
  };
}

function joinStep(dataSet: DataSet): Step {
  const { name, layer, rolledUp, samples } = dataSet;
  return {
    key: `data:${name}:${layer.name}`,
    operation: { id: "proteome.dataSet", version: "1" },
    parameters: {
      quantity: layer.name,
      scale: layer.scale,
      rolledUp,
      samples: samples.map((one) => one.name),
    },
    inputs: dataSet.files.map((file) => `${file}#read`),
    estimates: sampleEstimates(dataSet),
  };
}
