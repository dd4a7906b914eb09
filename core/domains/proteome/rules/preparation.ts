import { type Finding, fillText, type Subject } from "../../../kernel/index.ts";
import type { ContrastSummary } from "../analysis/contrast-answer.ts";
import type { DataSetSummary, ProteomeStudySummary } from "../analysis/study-summary.ts";
import { ruleWords as words } from "./words.ts";

/** What was done to the numbers before they were compared, and whether that fits. */
export function preparationFindings({ dataSets, contrasts }: ProteomeStudySummary): Finding[] {
  return [
    ...dataSets.flatMap((dataSet) => [
      ...notNormalised(dataSet, contrasts),
      ...missing(dataSet, contrasts),
      ...noReplicates(dataSet),
    ]),
    ...contrasts.flatMap((contrast) => unequalLoad(contrast, dataSets)),
  ];
}

const study: Subject = { level: "study" };

function notNormalised(
  { name, quantity, normalised, normalisation }: DataSetSummary,
  contrasts: readonly ContrastSummary[],
): Finding[] {
  if (normalised !== "no" || normalisation !== "none") return [];
  if (!contrasts.some((one) => one.dataSet === name && one.tested !== null)) return [];
  return [
    {
      rule: "proteome.not_normalised",
      status: "not met",
      severity: "caution",
      subject: study,
      message: fillText(words.notNormalised, { dataSet: name, quantity }),
      remedy: words.normalise,
      clause: "Callister et al. 2006, 10.1021/pr050300l",
      estimates: [],
    },
  ];
}

/** Share of missing values from which their treatment decides results. */
const muchMissing = 0.1;

function missing(
  { name, missing: share, missingness, imputation }: DataSetSummary,
  contrasts: readonly ContrastSummary[],
): Finding[] {
  if (share < muchMissing || !contrasts.some((one) => one.dataSet === name && one.tested !== null)) return [];
  const percent = Math.round(100 * share);
  const base = { subject: study, estimates: [], clause: "Lazar et al. 2016, 10.1021/acs.jproteome.5b00981" };
  if (imputation !== "none")
    return [
      {
        ...base,
        rule: "proteome.imputed",
        status: "doubtful",
        severity: "caution",
        message: fillText(words.imputed, { dataSet: name, percent, imputation }),
        remedy: words.compareWithout,
      },
    ];
  const censored = missingness === "consistent with left-censoring";
  return [
    {
      ...base,
      rule: "proteome.missing",
      status: censored ? "doubtful" : "met",
      severity: "caution",
      message: fillText(censored ? words.censored : words.missing, { dataSet: name, percent }),
      remedy: censored ? words.lookAtOnOff : words.nothing,
    },
  ];
}

function noReplicates({ name, conditions, mostSamples }: DataSetSummary): Finding[] {
  if (conditions < 2 || mostSamples > 1) return [];
  return [
    {
      rule: "proteome.no_replicates",
      status: "not met",
      severity: "caution",
      subject: study,
      message: fillText(words.noReplicates, { dataSet: name }),
      remedy: words.replicate,
      clause: "Lazic 2010, 10.1186/1471-2202-11-5",
      estimates: [],
    },
  ];
}

/** Normalisations that take most of the proteins for unchanged. */
const wholeProteome: readonly string[] = ["none", "median", "quantile", "cyclic-loess", "vsn"];
const loadLimit = 0.05;
const loadRatio = 1.5;
/** What the co-isolated proteins leave for all others, as a ratio of the sides, from which it moves a log2 difference by 0.1. */
const dilutionRatio = 1.072;

function unequalLoad(
  { name, dataSet, contaminants, tested }: ContrastSummary,
  dataSets: readonly DataSetSummary[],
): Finding[] {
  const method = dataSets.find((one) => one.name === dataSet)?.normalisation ?? "none";
  if (contaminants === null || tested === null || !wholeProteome.includes(method)) return [];
  const { first, second, p } = contaminants;
  const ratio = Math.max(first / second, second / first);
  const dilution = (1 - Math.min(first, second)) / (1 - Math.max(first, second));
  if (!(p < loadLimit && ratio >= loadRatio && dilution >= dilutionRatio)) return [];
  const percent = (share: number) => String(Number((100 * share).toPrecision(2)));
  return [
    {
      rule: "proteome.contaminant_load",
      status: "doubtful",
      severity: "caution",
      subject: { level: "group", group: name },
      message: fillText(words.load, { name, first: percent(first), second: percent(second) }),
      remedy: words.coreSet,
      clause: "MISEV2023, 10.1002/jev2.12404 (co-isolated components)",
      estimates: [],
    },
  ];
}
