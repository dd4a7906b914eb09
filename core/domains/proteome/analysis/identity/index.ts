import type { Issue, Step } from "../../../../kernel/index.ts";
import type { ProteomeContent } from "../../measurement.ts";
import type { DataSet } from "../data-sets.ts";
import { analysisIssues } from "../issues.ts";
import type { ProteomeParameters } from "../parameters.ts";
import { catalogueSteps } from "./catalogue-step.ts";
import { markersFound } from "./marker-table.ts";
import { identifiedOverlap } from "./overlap-step.ts";
import { purity } from "./purity.ts";
import { sourceComparisons } from "./source-comparison.ts";

interface Read {
  readonly file: string;
  readonly content: ProteomeContent;
}

/** What a data set says about vesicles, their markers and what else is in the preparation. */
export function identity(
  dataSet: DataSet,
  files: readonly Read[],
  parameters: ProteomeParameters,
  from: string,
): { readonly steps: readonly Step[]; readonly issues: readonly Issue[] } {
  const libraries = files.flatMap(({ file, content }) =>
    content.kind === "contaminants" ? { file, library: content } : [],
  );
  const experiments = files.flatMap(({ content }) =>
    content.kind === "catalogue experiments" ? content : [],
  );
  const catalogues = files.flatMap(({ file, content }) =>
    content.kind === "catalogue"
      ? {
          file,
          catalogue: content,
          experiments: experiments.find(({ name }) => name === content.name) ?? null,
        }
      : [],
  );
  const named = dataSet.features.some(({ genes }) => genes.length > 0);
  const unnamed = named
    ? []
    : [analysisIssues.raise("proteome-no-genes", { dataSet: dataSet.name }, { file: dataSet.files[0]! })];
  const compared = sourceComparisons(dataSet, libraries, parameters, from);
  const matched = catalogueSteps(dataSet, catalogues, parameters, from);
  const steps = [
    purity(dataSet, libraries, parameters, from),
    markersFound(dataSet, parameters, from),
    identifiedOverlap(dataSet, from),
    ...compared.map(({ step }) => step),
    ...matched.steps,
  ];
  return {
    steps: steps.filter((step) => step !== null),
    issues: [...unnamed, ...compared.flatMap((one) => one.issues), ...matched.issues],
  };
}
