import { type FileContext, type Issue, rowOfCapture, type Subject } from "../../../kernel/index.ts";
import type { CytometryMeasurement, FcsDataSet } from "../measurement.ts";
import { analysisIssues } from "./issues.ts";

/** What the numbers of a data set are of. */
export function subjectOf(
  { captures }: CytometryMeasurement,
  { name }: FcsDataSet,
  { file, rows }: FileContext,
): Subject {
  const row = rowOfCapture(rows, name);
  return {
    ...(captures.length > 1 ? { level: "capture", file, capture: name } : { level: "file", file }),
    ...(row ? { sample: row.sample } : {}),
  };
}

/** Data sets of equally many events are one acquisition written twice, unless the sheet tells them apart: only the last counts. Issue: `cytometry-data-sets-same`. */
export function distinctSets(
  captures: readonly FcsDataSet[],
  { rows }: FileContext,
): { readonly value: readonly FcsDataSet[]; readonly issues: readonly Issue[] } {
  const told = rows.some(({ capture }) => capture !== undefined);
  const value = told
    ? captures
    : captures.filter(({ data }, i) =>
        captures.slice(i + 1).every((later) => later.data.events !== data.events),
      );
  const left = captures.length - value.length;
  const parameters = { left, used: value.map(({ name }) => name).join(", ") };
  const issues = left > 0 ? [analysisIssues.raise("cytometry-data-sets-same", parameters)] : [];
  return { value, issues };
}
