import type { Issue } from "../../../kernel/index.ts";
import type { FcsDataSet } from "../measurement.ts";
import { picturedChannels, summarisedChannels } from "./channels.ts";
import { type AppliedCompensation, appliedCompensation } from "./compensation.ts";
import type { EventQuestion } from "./event-pass.ts";
import { type AppliedGates, applyGates } from "./gates.ts";
import { analysisIssues } from "./issues.ts";
import type { CytometryParameters } from "./parameters.ts";
import type { CytometryRow } from "./sheet.ts";
import { populationName } from "./study-gates.ts";

/** Events kept in memory for peaks, clusters and limits of calibrants and controls. */
const mostKept = 200_000;

/** What a study asks of the events of one data set, and how it was decided. */
export interface StudyQuestion {
  readonly asked: EventQuestion;
  readonly compensation: AppliedCompensation;
  readonly gates: AppliedGates;
  /** Name of the gate to be counted; null: all events. */
  readonly wanted: string | null;
  /** The population that study.yaml names is not there: nothing is counted. */
  readonly uncounted: boolean;
  readonly issues: readonly Issue[];
}

/** Compensation, gates, population and channels of one data set, as sheet and parameters say. Issues: those of `appliedCompensation` and `applyGates`, `cytometry-population-missing`. */
export function questionOf(
  dataSet: FcsDataSet,
  row: CytometryRow | null,
  parameters: CytometryParameters,
): StudyQuestion {
  const compensation = appliedCompensation(dataSet, parameters);
  const gates = applyGates(dataSet, parameters);
  const wanted = populationName(parameters);
  const population = gates.gates.findIndex(({ id }) => id === wanted);
  const missing = parameters.population !== null && population < 0;
  const calibrant = row?.role === "calibrant";
  const uncounted = missing && !calibrant;
  const lost = uncounted
    ? [analysisIssues.raise("cytometry-population-missing", { gate: parameters.population! })]
    : [];
  const asked = {
    compensation: compensation.value,
    gates: gates.resolved,
    population: missing || calibrant ? -1 : population,
    channels: summarisedChannels(dataSet, parameters),
    pictured: picturedChannels(dataSet, parameters),
    time: dataSet.channels.findIndex(({ role }) => role === "time"),
    kept: keepsEvents(row, parameters) ? Math.min(mostKept, dataSet.data.events) : 0,
  };
  const issues = [...compensation.issues, ...gates.issues, ...lost];
  return { asked, compensation, gates, wanted, uncounted, issues };
}

function keepsEvents(row: CytometryRow | null, { multiplex }: CytometryParameters): boolean {
  return (
    row?.role === "calibrant" || row?.calibrant != null || row?.control != null || multiplex !== undefined
  );
}
