import { type Factor, factorOf } from "../../../../statistics/index.ts";
import type { ProteomeParameters } from "../parameters.ts";
import { cellOf, columnsOf, type StudySample } from "../samples.ts";

/** A column of the sheet in which samples differ. */
export interface RecordedColumn {
  readonly name: string;
  readonly factor: Factor;
}

/** Columns that figures show. */
const mostColumns = 12;

/** The sheet's columns that can be compared with others: no replicate numbers, and none that nearly names each sample. */
export function recordedColumns(
  samples: readonly StudySample[],
  { covariates }: Pick<ProteomeParameters, "covariates">,
): readonly RecordedColumn[] {
  const names = covariates ? ["condition", ...covariates] : columnsOf(samples);
  return [...new Set(names)]
    .filter((name) => name !== "replicate")
    .map((name) => ({ name, factor: factorOf(samples.map(({ row }) => cellOf(row, name))) }))
    .filter(({ factor }) => {
      if (factor.kind === "numeric" || factor.kind === "date") return true;
      const recorded = samples.length - factor.missing;
      return factor.kind === "categorical" && factor.levels.length <= recorded / 2;
    })
    .slice(0, mostColumns);
}

/** A column as numbers, or as the names of its levels with null where nothing was recorded. */
export function cellsOf({ kind, numbers, codes, levels }: Factor): Float64Array | (string | null)[] {
  return kind === "numeric" || kind === "date"
    ? numbers
    : Array.from(codes, (code) => (code < 0 ? null : levels[code]!));
}
