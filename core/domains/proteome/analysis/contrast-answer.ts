import {
  draft,
  type EstimateDraft,
  type Issue,
  isAccepted,
  type Step,
  type Subject,
} from "../../../kernel/index.ts";
import { type ContaminantLoad, contaminantLoad } from "./contaminant-load.ts";
import { contrastTable } from "./contrast-table.ts";
import type { Contrast } from "./contrasts.ts";
import type { DataSet } from "./data-sets.ts";
import { type DonorCounts, donorCounts } from "./donors.ts";
import { examinedDesign, type GuardedCovariate } from "./guard.ts";
import { analysisIssues } from "./issues.ts";
import type { ProteomeParameters } from "./parameters.ts";
import { detectableDifference } from "./power.ts";
import { type DonorsInModel, donorsInModel, significantIfIndependent } from "./testing/donors-ignored.ts";
import type { FeatureTest } from "./testing/feature-test.ts";
import { type NuisanceAnswer, nuisanceAlone } from "./testing/nuisance.ts";
import { runTest } from "./testing/run-test.ts";

/** What rules and figures know of a contrast. */
export interface ContrastSummary {
  readonly name: string;
  readonly dataSet: string;
  /** What tells its estimates from those of other data sets. */
  readonly qualifiers: Readonly<Record<string, string>>;
  readonly column: string;
  readonly labels: readonly [string, string];
  readonly samples: readonly [number, number];
  readonly donors: DonorCounts;
  readonly method: Contrast["method"];
  readonly block: string | null;
  /** Where donors repeat. */
  readonly donorsInModel: DonorsInModel;
  /** Features that would be called different if samples were donors; null where that is no question. */
  readonly ifIndependent: number | null;
  readonly alpha: number;
  /** Null where the contrast was refused or could not be made. */
  readonly tested: number | null;
  readonly significant: number;
  readonly smallestQ: number;
  readonly guard: readonly GuardedCovariate[];
  readonly nuisances: readonly NuisanceAnswer[];
  readonly contaminants: ContaminantLoad | null;
}

/** A contrast that was tested, for what rests on it. */
export interface TestedContrast {
  readonly contrast: Contrast;
  readonly test: FeatureTest;
  readonly subject: Subject;
  readonly flags: readonly string[];
  /** Key of the step. */
  readonly key: string;
}

export interface ContrastAnswer {
  /** Null where the contrast was refused or could not be made. */
  readonly tested: TestedContrast | null;
  readonly steps: readonly Step[];
  readonly summary: ContrastSummary;
  readonly issues: readonly Issue[];
}

/** Donors that each side needs. */
const leastDonors = 2;

/**
 * One contrast: its design examined first, then tested, then what every covariate tied to it finds alone.
 * Refused where it is fully aliased. Issues: `proteome-contrast-aliased`, `proteome-contrast-too-small`,
 * `proteome-contrast-nothing`, `proteome-contrast-failed`.
 */
export function contrastAnswer(
  given: Contrast,
  dataSet: DataSet,
  parameters: ProteomeParameters,
  treated: string,
): ContrastAnswer {
  const donors = donorCounts(dataSet.samples, given);
  const contrast = donors.repeated && given.block === null ? { ...given, block: "donor" } : given;
  const guard = examinedDesign(contrast, dataSet, parameters);
  const summary: ContrastSummary = {
    name: contrast.name,
    dataSet: dataSet.name,
    qualifiers: dataSet.qualifiers,
    column: contrast.column,
    labels: contrast.labels,
    samples: [contrast.first.length, contrast.second.length],
    donors,
    method: contrast.method,
    block: contrast.block,
    donorsInModel: donorsInModel(contrast, dataSet),
    ifIndependent: null,
    alpha: parameters.alpha,
    tested: null,
    significant: 0,
    smallestQ: 1,
    guard,
    nuisances: [],
    contaminants: contaminantLoad(dataSet, contrast, parameters),
  };
  const place = { file: "study.yaml", place: { key: `parameters.proteome.contrasts.${contrast.name}` } };
  const refused = (issue: Issue): ContrastAnswer => ({ tested: null, steps: [], summary, issues: [issue] });
  const aliased = guard.find(({ relation }) => relation === "fully-aliased");
  if (aliased) {
    const parametersOf = { name: contrast.name, column: aliased.covariate };
    return refused(analysisIssues.raise("proteome-contrast-aliased", parametersOf, place));
  }
  if (Math.min(donors.first, donors.second) < leastDonors) {
    const counts = { name: contrast.name, first: donors.first, second: donors.second, needed: leastDonors };
    return refused(analysisIssues.raise("proteome-contrast-too-small", counts, place));
  }
  const test = runTest(dataSet, contrast, parameters);
  if (!isAccepted(test)) {
    const [why] = test.issues;
    const { name } = contrast;
    if (why?.code === "proteome-contrast-nothing")
      return refused(analysisIssues.raise("proteome-contrast-nothing", { ...why.parameters, name }, place));
    const reason = why?.message.en ?? "";
    return refused(analysisIssues.raise("proteome-contrast-failed", { name, reason }, place));
  }
  const found = new Set(
    Array.from(test.value.q.keys()).filter((row) => test.value.q[row]! < parameters.alpha),
  );
  const nuisances = guard.flatMap(({ covariate, relation }) =>
    relation === "balanced" ? [] : (nuisanceAlone(covariate, dataSet, contrast, parameters, found) ?? []),
  );
  const subject: Subject = { level: "group", group: contrast.name };
  const flags = contrastFlags(donors, guard);
  const whole = {
    ...summary,
    tested: test.value.tested,
    nuisances,
    significant: found.size,
    smallestQ: smallest(test.value.q),
    ifIndependent:
      donors.repeated && summary.donorsInModel === "joined"
        ? significantIfIndependent(contrast, dataSet, parameters)
        : null,
  };
  const step: Step = {
    key: `contrast:${dataSet.name}:${contrast.name}`,
    operation: { id: "proteome.contrast", version: "1" },
    parameters: stepParameters(contrast, dataSet, parameters),
    inputs: [treated],
    estimates: contrastEstimates(subject, whole, test.value, parameters, flags),
    tables: [contrastTable(contrast, dataSet, test.value, subject, flags)],
  };
  const tested = { contrast, test: test.value, subject, flags, key: step.key };
  return {
    tested,
    steps: [step],
    summary: whole,
    issues: test.warnings.map((issue) => ({ ...issue, ...place })),
  };
}

function smallest(values: Float64Array): number {
  return values.reduce((least, one) => (one < least ? one : least), 1);
}

function contrastFlags(donors: DonorCounts, guard: readonly GuardedCovariate[]): string[] {
  return [
    ...(guard.some(({ relation }) => relation === "nearly-aliased" || relation === "partly-confounded")
      ? ["confounded"]
      : []),
    ...(donors.unknown ? ["donors_not_recorded"] : []),
    ...(donors.repeated ? ["donors_repeat"] : []),
    ...(Math.min(donors.first, donors.second) < 3 ? ["few_donors"] : []),
  ];
}

function stepParameters(contrast: Contrast, { samples }: DataSet, parameters: ProteomeParameters) {
  const { alpha, minimumObserved, contaminants, level, trend, robust, rankSum } = parameters;
  const { column, labels, adjust, block, method } = contrast;
  const names = (columns: readonly number[]) => columns.map((at) => samples[at]!.name);
  const how = method === "rank-sum" ? { rankSum } : method === "moderated-t" ? { trend, robust } : {};
  const rule = { alpha, minimumObserved, contaminants, level };
  const sides = { first: names(contrast.first), second: names(contrast.second) };
  return { column, labels: [...labels], ...sides, adjust: [...adjust], block, method, ...how, ...rule };
}

function contrastEstimates(
  subject: Subject,
  { donors, guard, nuisances, significant, smallestQ, ifIndependent, qualifiers: own }: ContrastSummary,
  test: FeatureTest,
  parameters: ProteomeParameters,
  flags: readonly string[],
): EstimateDraft[] {
  const rest = {
    n: { technical: null, biological: donors.all },
    assumptions: ["donors_are_replicates", ...test.assumptions],
    flags,
  };
  const number = (id: string, value: number, qualifiers: Readonly<Record<string, string>> = {}) =>
    draft(`proteome.${id}`, subject, value, "1", { ...rest, qualifiers: { ...own, ...qualifiers } });
  const areas = test.auc.map((area) => Math.max(area, 1 - area)).filter((area) => !Number.isNaN(area));
  const detectable = detectableDifference(donors, test.residualSd, parameters.alpha);
  return [
    number("tested", test.tested),
    number("significant", significant),
    number("smallestQ", smallestQ),
    ...(ifIndependent === null ? [] : [number("significantIfIndependent", ifIndependent)]),
    ...(areas.length > 0
      ? [
          number(
            "largestAuc",
            areas.reduce((most, one) => Math.max(most, one), 0),
          ),
        ]
      : []),
    number("residualSd", test.residualSd),
    ...(detectable === null ? [] : [number("detectableDifference", detectable)]),
    ...test.notTested.map(({ reason, count }) => number("notTested", count, { reason })),
    ...guard.flatMap(({ covariate, informationLeft, relation }) =>
      relation === "balanced" || informationLeft === null
        ? []
        : [number("informationLeft", informationLeft, { covariate })],
    ),
    ...nuisances.flatMap(({ covariate, significant: alone, shared }) => [
      number("nuisanceSignificant", alone, { covariate }),
      number("nuisanceShared", shared, { covariate }),
    ]),
  ].filter(({ value }) => Number.isFinite(value));
}
