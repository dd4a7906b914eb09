import {
  draft,
  type Issue,
  isAccepted,
  portable,
  type Result,
  type Step,
  type StudyDesign,
} from "../../../kernel/index.ts";
import {
  cyclicLoessNormalised,
  downShifted,
  factorNormalised,
  kNearest,
  type Matrix,
  medianNormalised,
  minProb,
  type Normalised,
  qrilc,
  quantileNormalised,
  subsetNormalised,
  vsnNormalised,
} from "../../../statistics/index.ts";
import type { DataSet } from "./data-sets.ts";
import { analysisIssues } from "./issues.ts";
import { categoryOfGroup } from "./markers/assign.ts";
import type { ProteomeParameters } from "./parameters.ts";
import { particlesOf } from "./sheet.ts";

/** A data set as contrasts take it, with the steps that made it so. */
export interface Treatment {
  readonly dataSet: DataSet;
  readonly steps: readonly Step[];
  /** Key of the last step. */
  readonly key: string;
  readonly issues: readonly Issue[];
}

/** Normalised and imputed as study.yaml asks; what cannot be done is told (`proteome-treatment-failed`) and left out. */
export function treated(
  dataSet: DataSet,
  { seed }: Pick<StudyDesign, "seed">,
  parameters: ProteomeParameters,
  from: string,
): Treatment {
  const steps: Step[] = [];
  const issues: Issue[] = [];
  let { values } = dataSet;
  let mask: Uint8Array | null = null;
  let key = from;
  const { normalisation, imputation } = parameters;
  if (normalisation !== "none") {
    const normalised = normalisedBy(normalisation, dataSet, parameters.markers);
    if (isAccepted(normalised)) {
      values = normalised.value.data;
      const offsets = normalised.value.offsets;
      const estimates = dataSet.samples.flatMap((sample, column) =>
        offsets === null
          ? []
          : draft("proteome.offset", { level: "sample", sample: sample.name }, offsets[column]!, "1", {
              assumptions: normalised.value.assumes,
              qualifiers: dataSet.qualifiers,
            }),
      );
      steps.push(step(`normalised:${dataSet.name}`, "proteome.normalise", { normalisation }, key, estimates));
      key = steps.at(-1)!.key;
    } else issues.push(failed({ en: "Normalisation", ja: "正規化" }, normalisation, normalised, dataSet));
  }
  if (imputation !== "none") {
    const imputed = imputedBy(imputation, values, seed);
    if (isAccepted(imputed)) {
      values = imputed.value.data;
      mask = imputed.value.mask;
      const count = mask.reduce((sum, one) => sum + one, 0);
      const share = draft("proteome.imputedFraction", { level: "study" }, count / mask.length, "1", {
        qualifiers: dataSet.qualifiers,
      });
      steps.push(step(`imputed:${dataSet.name}`, "proteome.impute", { imputation, seed }, key, [share]));
      key = steps.at(-1)!.key;
    } else issues.push(failed({ en: "Imputation", ja: "補完" }, imputation, imputed, dataSet));
  }
  return { dataSet: { ...dataSet, values, ...(mask === null ? {} : { imputed: mask }) }, steps, key, issues };
}

/** What vesicles of every origin are expected to carry. */
const coreCategories: ReadonlySet<string> = new Set(["1a", "1b", "2a"]);

function step(
  key: string,
  id: string,
  parameters: Step["parameters"],
  input: string,
  estimates: Step["estimates"],
): Step {
  return { key, operation: { id, version: "1" }, parameters, inputs: [input], estimates };
}

function failed(
  what: { readonly en: string; readonly ja: string },
  method: string,
  result: Result<unknown>,
  { files }: DataSet,
): Issue {
  const reason = "issues" in result ? (result.issues[0]?.message.en ?? "") : "";
  const parameters = { treatment: `${what.en} (${method})`, treatmentJa: `${what.ja}（${method}）`, reason };
  return analysisIssues.raise("proteome-treatment-failed", parameters, { file: files[0] ?? "" });
}

function normalisedBy(
  method: Exclude<ProteomeParameters["normalisation"], "none">,
  { values, features, samples }: DataSet,
  markers: ProteomeParameters["markers"],
): Result<Normalised> {
  switch (method) {
    case "median":
      return medianNormalised(values);
    case "quantile":
      return quantileNormalised(values);
    case "cyclic-loess":
      return cyclicLoessNormalised(values);
    case "vsn":
      return vsnNormalised({ ...values, values: values.values.map((log) => portable.pow(2, log)) });
    case "core-set":
      return subsetNormalised(
        values,
        features.flatMap(({ genes }, row) =>
          coreCategories.has(categoryOfGroup(genes, markers).category ?? "") ? row : [],
        ),
      );
    case "particle-number":
      return factorNormalised(
        values,
        Float64Array.from(samples, ({ row }) => particlesOf(row)),
      );
  }
}

function imputedBy(
  method: Exclude<ProteomeParameters["imputation"], "none">,
  values: Matrix,
  seed: number,
): Result<{ readonly data: Matrix; readonly mask: Uint8Array }> {
  switch (method) {
    case "down-shifted":
      return downShifted(values, { seed });
    case "min-prob":
      return minProb(values, { seed });
    case "qrilc":
      return qrilc(values, { seed });
    case "k-nearest":
      return kNearest(values);
  }
}
