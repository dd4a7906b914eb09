import {
  draft,
  type EstimateDraft,
  type FileAnalysis,
  type FileContext,
  finiteSteps,
  type Issue,
  type Json,
  readStep,
  rowOfCapture,
  type Step,
} from "../../../kernel/index.ts";
import type { CytometryMeasurement } from "../measurement.ts";
import { analyseDataSet } from "./data-set.ts";
import { distinctSets, subjectOf } from "./distinct-sets.ts";
import { analysisIssues } from "./issues.ts";
import { parametersOf } from "./parameters.ts";
import type { CytometrySummary } from "./summary.ts";

/** What this room makes of one FCS file: counts in gates, medians, bead peaks and detection limits of every data set. */
export async function analyseFile(
  measurement: CytometryMeasurement,
  context: FileContext,
): Promise<FileAnalysis> {
  const { value: parameters } = parametersOf(context.design);
  const several = measurement.captures.length > 1;
  const steps: Step[] = [];
  const issues: Issue[] = [];
  const stated: EstimateDraft[] = [];
  const dataSets: CytometrySummary["dataSets"][number][] = [];
  const instrument = `${measurement.instrument.vendor} ${measurement.instrument.model}`.trim();
  const used = distinctSets(measurement.captures, context);
  issues.push(...used.issues);
  for (const dataSet of used.value) {
    const row = rowOfCapture(context.rows, dataSet.name);
    const subject = subjectOf(measurement, dataSet, context);
    if (dataSet.volume)
      stated.push(
        draft("cytometry.stated.volume", subject, dataSet.volume.microlitres, "uL", {
          basis: "stated",
          printed: dataSet.volume.words,
        }),
      );
    const key = several ? `${dataSet.name}:` : "";
    const analysed = await analyseDataSet(dataSet, { row, subject, key, parameters, instrument });
    steps.push(...analysed.steps);
    issues.push(...analysed.issues);
    dataSets.push(analysed.summary);
  }
  const summary: CytometrySummary = {
    kind: "events",
    dataSets,
    instrumentWarnings: measurement.instrumentWarnings.map(({ key, words, severity }) => ({
      key,
      words,
      severity,
    })),
  };
  const finite = finiteSteps([readStep(measurement.format, stated), ...steps], (id) =>
    analysisIssues.raise("cytometry-number-not-finite", { id }),
  );
  return {
    file: context.file,
    format: measurement.format,
    steps: finite.steps,
    summary: summary as unknown as Json,
    issues: [...once(issues), ...finite.issues],
  };
}

function once(issues: readonly Issue[]): Issue[] {
  return [...new Map(issues.map((issue) => [`${issue.code}|${issue.message.en}`, issue])).values()];
}
