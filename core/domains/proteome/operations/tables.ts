import { z } from "zod";
import { accepted, field, type Interval, type Result, refused } from "../../../kernel/index.ts";
import type { Matrix } from "../../../statistics/index.ts";
import { inputIssues } from "./input-issues.ts";

/** A protein with one value a sample; null where nothing was measured. */
export interface ProteinRow {
  readonly protein: string;
  readonly values: readonly (number | null)[];
}

/** The schema of protein rows with what their values are. */
export function proteinRows(en: string, ja: string) {
  return field(
    z
      .array(
        z.object({
          protein: field(z.string(), "", "Protein", "タンパク質"),
          values: field(z.array(z.number().nullable()), "1", en, ja),
        }),
      )
      .min(1),
    "",
    "Proteins",
    "タンパク質",
  );
}

/** The matrix of rows of one length, NaN where nothing was measured; refused with `proteome-rows-differ`. */
export function matrixOfRows(
  rows: readonly { readonly values: readonly (number | null)[] }[],
  nameOf: (row: number) => string,
  columns = rows[0]!.values.length,
): Result<Matrix> {
  const values = new Float64Array(rows.length * columns);
  for (const [at, row] of rows.entries()) {
    if (row.values.length !== columns) {
      const parameters = { row: nameOf(at), n: row.values.length, expected: columns };
      return refused(inputIssues.raise("proteome-rows-differ", parameters));
    }
    values.set(
      row.values.map((value) => value ?? Number.NaN),
      at * columns,
    );
  }
  return accepted({ rows: rows.length, columns, values });
}

/** The matrix of named proteins; issues as `matrixOfRows`. */
export function matrixOfProteins(proteins: readonly ProteinRow[]): Result<Matrix> {
  return matrixOfRows(proteins, (row) => proteins[row]!.protein);
}

/** Protein rows of a matrix, null for NaN. */
export function proteinsOf(names: readonly string[], { columns, values }: Matrix): ProteinRow[] {
  return names.map((protein, row) => ({
    protein,
    values: Array.from(values.subarray(row * columns, (row + 1) * columns), orNull),
  }));
}

/** The number, null where there is none (NaN). */
export function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

/** A confidence interval, null where a limit is NaN. */
export function intervalOf(lower: number, upper: number, level: number, method: string): Interval | null {
  if (Number.isNaN(lower) || Number.isNaN(upper)) return null;
  return { kind: "confidence", level, lower, upper, method };
}
