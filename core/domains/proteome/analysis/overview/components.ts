import { isAccepted } from "../../../../kernel/index.ts";
import { completeRows, explainedBy, principalComponents } from "../../../../statistics/index.ts";
import type { DataSet } from "../data-sets.ts";
import { cellsOf, type RecordedColumn } from "./recorded.ts";

/** Principal components of the samples on the proteins that all samples have. */
export interface ComponentsOverview {
  /** Proteins without a missing value, of how many. */
  readonly proteins: number;
  readonly of: number;
  /** Share of the variance by component. */
  readonly explained: readonly number[];
  /** By sample, then component. */
  readonly scores: readonly (readonly number[])[];
  /** Share of each component's variance that a column of the sheet explains; null where it cannot be told. */
  readonly columns: readonly {
    readonly column: string;
    readonly shares: readonly (number | null)[];
    readonly p: readonly (number | null)[];
  }[];
}

const components = 3;
const leastProteins = 3;

/** Null where fewer than three proteins are complete, or they do not vary. */
export function componentsOverview(
  { values, features }: DataSet,
  columns: readonly RecordedColumn[],
): ComponentsOverview | null {
  const { data } = completeRows(values);
  if (data.rows < leastProteins || data.columns < leastProteins) return null;
  const found = principalComponents(data, { components });
  if (!isAccepted(found)) return null;
  const { scores, explained } = found.value;
  return {
    proteins: data.rows,
    of: features.length,
    explained: [...explained],
    scores: Array.from({ length: scores.rows }, (_, at) => [
      ...scores.values.subarray(at * scores.columns, (at + 1) * scores.columns),
    ]),
    columns: columns.flatMap(({ name, factor }) => {
      const shares = explainedBy(scores, cellsOf(factor));
      if (!isAccepted(shares)) return [];
      const finite = (value: number) => (Number.isFinite(value) ? value : null);
      return {
        column: name,
        shares: shares.value.map(({ share }) => finite(share)),
        p: shares.value.map(({ p }) => finite(p)),
      };
    }),
  };
}
