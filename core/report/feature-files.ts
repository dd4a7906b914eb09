import type { FeatureTable } from "../kernel/index.ts";
import { type CsvCell, csvTable } from "./csv.ts";

/** Rows of a table of features. */
export function rowCount({ columns }: FeatureTable): number {
  return columns[0]?.values.length ?? 0;
}

/** Names of the CSV files of tables, in their order: `proteome-contrast-1.csv`. */
export function featureFileNames(tables: readonly FeatureTable[]): string[] {
  const counts = new Map<string, number>();
  return tables.map(({ id }) => {
    const number = (counts.get(id) ?? 0) + 1;
    counts.set(id, number);
    return `${id.replaceAll(/[^A-Za-z0-9]+/g, "-")}-${number}.csv`;
  });
}

/** A table of features as CSV: its name, then all columns; heads are the columns' names, with the unit where there is one. */
export function featureCsv({ name, columns }: FeatureTable): string {
  const heads = columns.map((column) =>
    column.kind === "number" && column.unit !== "1" ? `${column.name} (${column.unit})` : column.name,
  );
  const rows = Array.from({ length: columns[0]?.values.length ?? 0 }, (_, row): CsvCell[] => [
    name,
    ...columns.map(({ values }) => values[row]),
  ]);
  return csvTable([["table", ...heads], ...rows]);
}
