import { type Issue, isAccepted } from "../../../kernel/index.ts";
import { nestedRows } from "../../../statistics/linear-algebra/index.ts";
import type { FcsDataSet, Spillover } from "../measurement.ts";
import { compensationOf } from "../operations/compensation/index.ts";
import { channelNames } from "./channels.ts";
import type { EventCompensation } from "./events/index.ts";
import { analysisIssues } from "./issues.ts";
import type { CytometryParameters } from "./parameters.ts";

type CompensationCode =
  | "not_compensated"
  | "spillover_from_file"
  | "spillover_from_study"
  | "spillover_subtracted_by_instrument";

export interface AppliedCompensation {
  readonly value: EventCompensation | null;
  /** How it was decided: `none`, the file's keyword, or `study.yaml`. */
  readonly words: string;
  /** What numbers of the channels that it holds for assume; those of other fluorescence channels are `not_compensated`. */
  readonly assumption: CompensationCode;
  /** Indices of the channels that it holds for. */
  readonly channels: readonly number[];
  readonly issues: readonly Issue[];
}

/** The compensation of one data set: that of study.yaml, else the file's own unless the instrument subtracted it already. Issues: `cytometry-channel-unknown`, those of `compensationOf`. */
export function appliedCompensation(
  { channels, spillover }: FcsDataSet,
  { compensation }: CytometryParameters,
): AppliedCompensation {
  const nothing = notCompensated([]);
  if (compensation === "none") return nothing;
  if (compensation === "file") {
    if (!spillover) return nothing;
    if (spillover.applied)
      return {
        ...nothing,
        words: `${spillover.keyword}: subtracted by the instrument`,
        assumption: "spillover_subtracted_by_instrument",
        channels: spillover.channels,
      };
    return inverted(spillover, spillover.keyword, "spillover_from_file");
  }
  const names = channels.map(({ name }) => name);
  const places = compensation.channels.map((channel) => names.indexOf(channel));
  const missing = compensation.channels.find((_, i) => places[i]! < 0);
  if (missing !== undefined) {
    const parameters = { channel: missing, for: "compensation", channels: channelNames(channels) };
    return { ...nothing, issues: [analysisIssues.raise("cytometry-channel-unknown", parameters)] };
  }
  const { matrix } = compensation;
  return inverted(
    { keyword: "study.yaml", channels: places, matrix, applied: false },
    "study.yaml",
    "spillover_from_study",
  );
}

function notCompensated(issues: readonly Issue[]): AppliedCompensation {
  return { value: null, words: "none", assumption: "not_compensated", channels: [], issues };
}

let last: { readonly spillover: Spillover; readonly found: ReturnType<typeof compensationOf> } | null = null;

/** As `compensationOf`; the same matrix as the last one, which the files of a study mostly share, is not inverted again. */
function compensationOnce(spillover: Spillover): ReturnType<typeof compensationOf> {
  if (last === null || !isSame(last.spillover, spillover))
    last = { spillover, found: compensationOf(spillover) };
  return last.found;
}

function isSame(one: Spillover, other: Spillover): boolean {
  const isEqual = (a: readonly number[], b: readonly number[]) =>
    a.length === b.length && a.every((value, i) => Object.is(value, b[i]));
  return (
    isEqual(one.channels, other.channels) &&
    one.matrix.length === other.matrix.length &&
    one.matrix.every((row, i) => isEqual(row, other.matrix[i]!))
  );
}

function inverted(spillover: Spillover, words: string, assumption: CompensationCode): AppliedCompensation {
  const found = compensationOnce(spillover);
  if (!isAccepted(found)) return notCompensated(found.issues);
  const { channels, inverse } = found.value;
  return {
    value: { channels, inverse: nestedRows(inverse) },
    words,
    assumption,
    channels,
    issues: found.warnings,
  };
}
