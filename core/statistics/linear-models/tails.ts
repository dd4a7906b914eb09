import { fSf } from "../distributions/f.ts";
import { tSf } from "../distributions/t.ts";
import { fTailFromTable, fTailTable, type TailTable, tailFromTable, tTailTable } from "./smooth-tails.ts";

/** From this many tails on a table of their distribution pays. */
const worthwhile = 500;
const mostTables = 48;

/** One table for each of few degrees of freedom that many tails share; null where direct evaluation is due. */
function tablesFor(
  df: Float64Array,
  width: number,
  make: (df: number) => TailTable,
): Map<number, TailTable> | null {
  const distinct = new Set<number>();
  for (const one of df) {
    if (one > 0) distinct.add(one);
    if (distinct.size > mostTables) return null;
  }
  if (df.length * width < worthwhile * distinct.size) return null;
  return new Map([...distinct].map((one) => [one, make(one)]));
}

/** Two-sided tails of `t` (features x columns, by rows) with each feature's degrees of freedom; NaN where they are 0. */
export function tTails(t: Float64Array, df: Float64Array, columns: number): Float64Array {
  const tables = tablesFor(df, columns, tTailTable);
  const tails = new Float64Array(t.length);
  for (let g = 0; g < df.length; g++) {
    const table = tables?.get(df[g]!);
    if (table) tailRow(table, t, tails, g * columns, columns);
    else for (let j = g * columns; j < (g + 1) * columns; j++) tails[j] = 2 * tSf(Math.abs(t[j]!), df[g]!);
  }
  return tails;
}

function tailRow(
  table: TailTable,
  t: Float64Array,
  tails: Float64Array,
  start: number,
  columns: number,
): void {
  for (let j = start; j < start + columns; j++) tails[j] = tailFromTable(table, t[j]!);
}

/** Upper tails of `f` with `df1` and each feature's `df2` degrees of freedom. */
export function fTails(f: Float64Array, df1: number, df2: Float64Array): Float64Array {
  const tables = tablesFor(df2, 1, (df) => fTailTable(df1, df));
  return f.map((value, g) => {
    const table = tables?.get(df2[g]!);
    return table ? fTailFromTable(table, value) : fSf(value, df1, df2[g]!);
  });
}
