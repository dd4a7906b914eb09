import { fSf } from "../distributions/f.ts";
import { tSf } from "../distributions/t.ts";
import { type TailTable, tailFromTable, tailTable } from "./smooth-tails.ts";

/** From this many tails on a table of their distribution pays. */
const worthwhile = 500;
const mostTables = 48;
const mostDf = 1e6;

/** One table for each of few degrees of freedom that many tails share; null where direct evaluation is due. */
function tablesFor(df1: number, df: Float64Array, width: number): Map<number, TailTable> | null {
  const distinct = new Set<number>();
  let last = 0;
  for (let g = 0; g < df.length && distinct.size <= mostTables; g++) {
    if (df[g] === last) continue;
    last = df[g]!;
    if (last > 0.01 && last < mostDf) distinct.add(last);
  }
  if (distinct.size > mostTables || df.length * width < worthwhile * distinct.size) return null;
  return new Map([...distinct].map((df2) => [df2, tailTable(df1, df2)]));
}

/** Two-sided tails of `t` (features x columns, by rows) with each feature's degrees of freedom; NaN where they are 0. */
export function tTails(t: Float64Array, df: Float64Array, columns: number): Float64Array {
  const tables = tablesFor(1, df, columns);
  const tails = new Float64Array(t.length);
  for (let g = 0; g < df.length; g++) {
    const table = tables?.get(df[g]!);
    const [start, end] = [g * columns, (g + 1) * columns];
    if (table) for (let j = start; j < end; j++) tails[j] = tailFromTable(table, t[j]! * t[j]!);
    else for (let j = start; j < end; j++) tails[j] = 2 * tSf(Math.abs(t[j]!), df[g]!);
  }
  return tails;
}

/** Upper tails of `f` with `df1` and each feature's `df2` degrees of freedom. */
export function fTails(f: Float64Array, df1: number, df2: Float64Array): Float64Array {
  const tables = tablesFor(df1, df2, 1);
  const tails = new Float64Array(f.length);
  for (let g = 0; g < f.length; g++) {
    const table = tables?.get(df2[g]!);
    tails[g] = table ? tailFromTable(table, f[g]!) : fSf(f[g]!, df1, df2[g]!);
  }
  return tails;
}
