import { fSf } from "../distributions/f.ts";
import { tQuantileUpper, tSf } from "../distributions/t.ts";
import { tailQuantile, writeTails } from "./smooth-tails.ts";
import { binsBetween, type TailTable, tailTable } from "./tail-table.ts";

/** A table pays where it has at least so many tails to give, and one for so many bins. */
const worthwhile = 500;
const binsToOne = 5;
const mostTables = 48;
const mostDf = 1e6;

/** Tables by the degrees of freedom (of F: those below the line); null where direct evaluation is due. */
export type TailTables = ReadonlyMap<number, TailTable> | null;

/** One table for each of few degrees of freedom that many tails share. */
function tablesFor(df1: number, df: Float64Array, width: number, least: number, most: number): TailTables {
  const distinct = distinctDf(df);
  if (distinct.length > mostTables) return null;
  const { first, end } = binsBetween(df1, Math.max(...distinct), least, most);
  const worth = Math.max(worthwhile, (end - first) / binsToOne);
  if (df.length * width < worth * distinct.length) return null;
  return new Map(distinct.map((df2) => [df2, tailTable(df1, df2, least, most)]));
}

function distinctDf(df: Float64Array): number[] {
  const distinct = new Set<number>();
  let last = 0;
  for (let g = 0; g < df.length && distinct.size <= mostTables; g++) {
    if (df[g] === last) continue;
    last = df[g]!;
    if (last > 0.01 && last < mostDf) distinct.add(last);
  }
  return [...distinct];
}

/** The least and the greatest size of the numbers, NaN left out. */
function sizeRange(values: Float64Array): readonly [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (let i = 0; i < values.length; i++) {
    const size = Math.abs(values[i]!);
    if (size < least) least = size;
    if (size > most) most = size;
  }
  return [least, most];
}

/** What `tTails` and `tQuantile` of the same `t` (features x columns, by rows) share. */
export function tTables(t: Float64Array, df: Float64Array, columns: number): TailTables {
  const [least, most] = sizeRange(t);
  return tablesFor(1, df, columns, least * least, most * most);
}

/** Two-sided tails of `t` (features x columns, by rows) with each feature's degrees of freedom; NaN where they are 0. */
export function tTails(
  t: Float64Array,
  df: Float64Array,
  columns: number,
  tables: TailTables = tTables(t, df, columns),
): Float64Array {
  const tails = new Float64Array(t.length);
  eachRun(df, (start, end) => {
    const table = tables?.get(df[start]!);
    if (table) writeTails(table, t, tails, start * columns, end * columns, true);
    else
      for (let i = start * columns; i < end * columns; i++) tails[i] = 2 * tSf(Math.abs(t[i]!), df[start]!);
  });
  return tails;
}

/** The t > 0 with two-sided tail `tail`. */
export function tSizeOf(tail: number, df: number, tables: TailTables): number {
  const table = tables?.get(df);
  const square = table ? tailQuantile(table, tail) : Number.NaN;
  return Number.isNaN(square) ? tQuantileUpper(tail / 2, df) : Math.sqrt(square);
}

/** Upper tails of `f` with `df1` and each feature's `df2` degrees of freedom. */
export function fTails(f: Float64Array, df1: number, df2: Float64Array): Float64Array {
  const tables = tablesFor(df1, df2, 1, ...sizeRange(f));
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
