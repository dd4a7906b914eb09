import { fSf } from "../distributions/f.ts";
import { tSf } from "../distributions/t.ts";
import { type TailTable, tailTable, writeTails } from "./smooth-tails.ts";

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
  eachRun(df, (start, end) => {
    const table = tables?.get(df[start]!);
    if (table) writeTails(table, t, tails, start * columns, end * columns, true);
    else
      for (let i = start * columns; i < end * columns; i++) tails[i] = 2 * tSf(Math.abs(t[i]!), df[start]!);
  });
  return tails;
}

/** Upper tails of `f` with `df1` and each feature's `df2` degrees of freedom. */
export function fTails(f: Float64Array, df1: number, df2: Float64Array): Float64Array {
  const tables = tablesFor(df1, df2, 1);
  const tails = new Float64Array(f.length);
  eachRun(df2, (start, end) => {
    const table = tables?.get(df2[start]!);
    if (table) writeTails(table, f, tails, start, end, false);
    else for (let i = start; i < end; i++) tails[i] = fSf(f[i]!, df1, df2[start]!);
  });
  return tails;
}

/** Calls `use` for each run of equal degrees of freedom. */
function eachRun(df: Float64Array, use: (start: number, end: number) => void): void {
  let start = 0;
  for (let g = 1; g <= df.length; g++) {
    if (g < df.length && df[g] === df[start]) continue;
    use(start, g);
    start = g;
  }
}
