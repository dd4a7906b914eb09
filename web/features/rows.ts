import type { FeatureTable } from "vesica/kernel";
import { rowCount } from "vesica/report";

type Column = FeatureTable["columns"][number];

export interface Sorting {
  /** Place of the column in the table. */
  readonly column: number;
  readonly direction: "ascending" | "descending";
}

const inOrder = new Intl.Collator("en", { numeric: true });

/** The table's rows sorted by a column, as they are where `sorting` is null; cells without an answer come last either way, equals stay as they are. */
export function sortedRows(table: FeatureTable, sorting: Sorting | null): Uint32Array {
  const rows = Uint32Array.from({ length: rowCount(table) }, (_, row) => row);
  const column = sorting && table.columns[sorting.column];
  if (!sorting || !column) return rows;
  const compare = comparison(column);
  const sign = sorting.direction === "ascending" ? 1 : -1;
  const isEmpty = (row: number) => column.values[row] === null || column.values[row] === "";
  const split = rows.filter((row) => !isEmpty(row)).sort((a, b) => sign * compare(a, b) || a - b);
  const sorted = new Uint32Array(rows.length);
  sorted.set(split);
  sorted.set(rows.filter(isEmpty), split.length);
  return sorted;
}

function comparison(column: Column): (a: number, b: number) => number {
  if (column.kind === "text") {
    const { values } = column;
    return (a, b) => inOrder.compare(values[a]!, values[b]!);
  }
  const { values } = column;
  return (a, b) => values[a]! - values[b]!;
}

const plain = (text: string): string => text.normalize("NFKC").toLowerCase();

/** What every row says in words, as `foundRows` looks for it. */
export function rowTexts(table: FeatureTable): string[] {
  const words = table.columns.filter(({ kind }) => kind === "text");
  return Array.from({ length: rowCount(table) }, (_, row) =>
    plain(words.map(({ values }) => values[row]).join("\n")),
  );
}

/** Those of `rows` that hold every word of `wanted`, in small or capital letters. */
export function foundRows(rows: Uint32Array, texts: readonly string[], wanted: string): Uint32Array {
  const parts = plain(wanted).split(/\s+/).filter(Boolean);
  return rows.filter((row) => parts.every((part) => texts[row]!.includes(part)));
}

/** What a click on a column's head does: ascending, descending, then the table's own order. */
export function nextSorting(sorting: Sorting | null, column: number): Sorting | null {
  if (sorting?.column !== column) return { column, direction: "ascending" };
  return sorting.direction === "ascending" ? { column, direction: "descending" } : null;
}
