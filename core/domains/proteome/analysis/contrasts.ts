import type { Issue, StudyDesign } from "../../../kernel/index.ts";
import type { DataSet } from "./data-sets.ts";
import { analysisIssues } from "./issues.ts";
import type { ContrastParameters, ProteomeParameters } from "./parameters.ts";
import { cellOf, columnNamed, columnsOf, listed } from "./samples.ts";
import { recordedCells } from "./testing/model-design.ts";

/** Two sides of a data set's samples that are to be compared. */
export interface Contrast {
  readonly name: string;
  readonly column: string;
  /** Columns of the data set: the side whose excess is positive, and the other. */
  readonly first: readonly number[];
  readonly second: readonly number[];
  readonly labels: readonly [string, string];
  readonly adjust: readonly string[];
  readonly block: string | null;
  readonly method: ProteomeParameters["method"];
}

/** Pairs of conditions that are compared where nobody names contrasts. */
const mostPairs = 10;

/**
 * The contrasts of a data set: those of study.yaml, else every condition with the reference, else every two conditions.
 * Issues: `proteome-contrast-column`, `proteome-contrast-empty`, `proteome-contrast-both-sides`,
 * `proteome-contrast-cells`, `proteome-contrasts-too-many`.
 */
export function contrastsOf(
  dataSet: DataSet,
  design: StudyDesign,
  parameters: ProteomeParameters,
): { readonly contrasts: readonly Contrast[]; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const named = Object.entries(parameters.contrasts);
  const wanted = named.length > 0 ? named : usualContrasts(dataSet, design, issues);
  const contrasts = wanted.flatMap(([name, one]) => {
    const contrast = sidesOf(name, one, dataSet, parameters.method, issues);
    if ("issue" in contrast) {
      issues.push(contrast.issue);
      return [];
    }
    return [contrast];
  });
  return { contrasts, issues };
}

function usualContrasts(
  { samples }: DataSet,
  { reference }: StudyDesign,
  issues: Issue[],
): [string, ContrastParameters][] {
  const conditions = [...new Set(samples.map(({ row }) => row.condition ?? ""))].filter((one) => one !== "");
  if (conditions.length < 2) return [];
  const others = conditions.filter((one) => one !== reference);
  const pairs: [string, string][] =
    reference !== undefined && conditions.includes(reference)
      ? others.map((one) => [one, reference])
      : conditions.flatMap((first, at) =>
          conditions.slice(at + 1).map((one): [string, string] => [one, first]),
        );
  if (pairs.length > mostPairs) {
    const parameters = { conditions: conditions.length, pairs: pairs.length, most: mostPairs };
    issues.push(analysisIssues.raise("proteome-contrasts-too-many", parameters, { file: "study.yaml" }));
    return [];
  }
  return pairs.map(([first, second]) => [
    `${first} / ${second}`,
    { column: "condition", test: [first], against: [second], adjust: [], only: {} },
  ]);
}

/** Samples that say nothing usable in a column that the model adjusts for. */
function withoutCell(
  { samples }: DataSet,
  used: readonly number[],
  adjust: readonly string[],
): ReadonlySet<number> {
  const recorded = adjust.map((column) => recordedCells(used.map((at) => cellOf(samples[at]!.row, column))));
  return new Set(used.filter((_, i) => recorded.some((column) => !column[i])));
}

function sidesOf(
  name: string,
  { column, test, against, adjust, block, only, method }: ContrastParameters,
  dataSet: DataSet,
  usual: ProteomeParameters["method"],
  issues: Issue[],
): Contrast | { readonly issue: Issue } {
  const place = { file: "study.yaml", place: { key: `parameters.proteome.contrasts.${name}` } };
  const columns = columnsOf(dataSet.samples);
  const unknown = [column, ...adjust, ...(block ? [block] : []), ...Object.keys(only)].find(
    (one) => columnNamed(columns, one) === undefined,
  );
  if (unknown !== undefined) {
    const given = { name, column: unknown, columns: listed(columns) };
    return { issue: analysisIssues.raise("proteome-contrast-column", given, place) };
  }
  const both = against?.filter((cell) => test.includes(cell)) ?? [];
  if (both.length > 0) {
    return {
      issue: analysisIssues.raise("proteome-contrast-both-sides", { name, cells: listed(both) }, place),
    };
  }
  const usable = dataSet.samples.flatMap(({ row }, at) =>
    Object.entries(only).every(([key, cells]) => cells.includes(cellOf(row, key))) ? at : [],
  );
  const cellAt = (at: number) => cellOf(dataSet.samples[at]!.row, column);
  const one = usable.filter((at) => test.includes(cellAt(at)));
  const two = usable.filter((at) =>
    against ? against.includes(cellAt(at)) : cellAt(at) !== "" && !test.includes(cellAt(at)),
  );
  const without = withoutCell(dataSet, [...one, ...two], adjust);
  if (without.size > 0) {
    const samples = listed([...without].map((at) => dataSet.samples[at]!.name));
    const given = { name, count: without.size, samples, columns: listed(adjust) };
    issues.push(analysisIssues.raise("proteome-contrast-cells", given, place));
  }
  const first = one.filter((at) => !without.has(at));
  const second = two.filter((at) => !without.has(at));
  if (first.length === 0 || second.length === 0) {
    const cells = [...new Set(usable.map(cellAt))].filter((cell) => cell !== "");
    const given = { name, first: first.length, second: second.length, column, cells: listed(cells) };
    return { issue: analysisIssues.raise("proteome-contrast-empty", given, place) };
  }
  return {
    name,
    column,
    first,
    second,
    labels: [test.join(", "), against?.join(", ") ?? "*"],
    adjust,
    block: block ?? null,
    method: method ?? usual,
  };
}
