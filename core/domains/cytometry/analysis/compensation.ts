import { type Issue, isAccepted } from "../../../kernel/index.ts";
import { nestedRows } from "../../../statistics/linear-algebra/index.ts";
import type { FcsDataSet, Spillover } from "../measurement.ts";
import { compensationOf } from "../operations/compensation/index.ts";
import type { EventCompensation } from "./events/index.ts";
import { analysisIssues } from "./issues.ts";
import type { CytometryParameters } from "./parameters.ts";

export interface AppliedCompensation {
  readonly value: EventCompensation | null;
  /** How it was decided: `none`, the file's keyword, or `study.yaml`. */
  readonly words: string;
  readonly issues: readonly Issue[];
}

/** The compensation of one data set: that of study.yaml, else the file's own unless the instrument subtracted it already. Issues: `cytometry-channel-unknown`, those of `compensationOf`. */
export function appliedCompensation(
  { channels, spillover }: FcsDataSet,
  { compensation }: CytometryParameters,
): AppliedCompensation {
  const nothing = { value: null, words: "none", issues: [] };
  if (compensation === "none") return nothing;
  if (compensation === "file") {
    if (!spillover) return nothing;
    if (spillover.applied) return { ...nothing, words: `${spillover.keyword}: subtracted by the instrument` };
    return inverted(spillover, spillover.keyword);
  }
  const names = channels.map(({ name }) => name);
  const places = compensation.channels.map((channel) => names.indexOf(channel));
  const missing = compensation.channels.find((_, i) => places[i]! < 0);
  if (missing !== undefined) {
    const parameters = { channel: missing, for: "compensation", channels: names.join(", ") };
    return { ...nothing, issues: [analysisIssues.raise("cytometry-channel-unknown", parameters)] };
  }
  const { matrix } = compensation;
  return inverted({ keyword: "study.yaml", channels: places, matrix, applied: false }, "study.yaml");
}

function inverted(spillover: Spillover, words: string): AppliedCompensation {
  const found = compensationOf(spillover);
  if (!isAccepted(found)) return { value: null, words: "none", issues: found.issues };
  const { channels, inverse } = found.value;
  return { value: { channels, inverse: nestedRows(inverse) }, words, issues: found.warnings };
}
