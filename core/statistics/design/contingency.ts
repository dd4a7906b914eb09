import { createRandom, portable } from "../../kernel/index.ts";
import { logGamma } from "../special/index.ts";
import { dot } from "./column-basis.ts";

export type TableMethod = "fisher-exact" | "chi-square-permutation" | "none";

export interface TableTest {
  /** NaN where a table has fewer than two rows or columns that hold anything. */
  readonly p: number;
  readonly method: TableMethod;
  readonly chiSquare: number;
  /** Cramer's V: 0 without association, 1 where each column knows its row or each row its column. */
  readonly cramersV: number;
}

const mostTables = 200000;
const permutations = 9999;

/**
 * Association of a table of counts, `counts[row][column]`: Cramer's V (Cramer 1946) and the exact p-value conditional on both margins
 * (Fisher 1934; Freeman and Halton 1951, doi:10.1093/biomet/38.1-2.141) where the table has two rows or two columns and
 * at most 200,000 tables share its margins; else the p-value of chi-square over 9,999 permutations from a fixed seed.
 */
export function tableTest(counts: readonly (readonly number[])[]): TableTest {
  const held = dense(counts);
  const rows = held.length;
  const columns = held[0]?.length ?? 0;
  if (rows < 2 || columns < 2) return { p: Number.NaN, method: "none", chiSquare: 0, cramersV: Number.NaN };
  const chiSquare = chiSquareOf(held);
  const cramersV = associationOf(held, chiSquare);
  const two = rows === 2 ? held : columns === 2 ? transposed(held) : null;
  const exact = two && fisherExact(two[0]!, two[1]!);
  if (exact !== null) return { p: exact, method: "fisher-exact", chiSquare, cramersV };
  return { p: permuted(held, chiSquare), method: "chi-square-permutation", chiSquare, cramersV };
}

/** Cramer's V of a table of counts without its p-value; NaN where fewer than two rows or columns hold anything. */
export function cramersV(counts: readonly (readonly number[])[]): number {
  const held = dense(counts);
  if (held.length < 2 || held[0]!.length < 2) return Number.NaN;
  return associationOf(held, chiSquareOf(held));
}

function associationOf(held: readonly (readonly number[])[], chiSquare: number): number {
  const n = held.flat().reduce((sum, count) => sum + count, 0);
  return Math.sqrt(Math.min(1, chiSquare / (n * (Math.min(held.length, held[0]!.length) - 1))));
}

/** Sum of the probabilities of the tables that are no likelier than the one found (to 1e-7, as R). Null: too many. */
function fisherExact(first: readonly number[], second: readonly number[]): number | null {
  const totals = first.map((count, j) => count + second[j]!);
  const wanted = first.reduce((sum, count) => sum + count, 0);
  if (tablesWith(totals, wanted) > mostTables) return null;
  const logChoose = totals.map((total) =>
    Float64Array.from(
      { length: total + 1 },
      (_, k) => logGamma(total + 1) - logGamma(k + 1) - logGamma(total - k + 1),
    ),
  );
  const n = totals.reduce((sum, total) => sum + total, 0);
  const logAll = logGamma(n + 1) - logGamma(wanted + 1) - logGamma(n - wanted + 1);
  const found = first.reduce((sum, count, j) => sum + logChoose[j]![count]!, 0) - logAll;
  const roomAfter = totals.map((_, j) => totals.slice(j + 1).reduce((sum, total) => sum + total, 0));
  let p = 0;
  const visit = (j: number, left: number, log: number): void => {
    if (j === totals.length) {
      if (log <= found + 1e-7) p += portable.exp(log);
      return;
    }
    for (let k = Math.max(0, left - roomAfter[j]!); k <= Math.min(left, totals[j]!); k++) {
      visit(j + 1, left - k, log + logChoose[j]![k]!);
    }
  };
  visit(0, wanted, -logAll);
  return Math.min(1, p);
}

/** Number of ways to take `wanted` from columns that hold `totals`. */
function tablesWith(totals: readonly number[], wanted: number): number {
  let ways = new Float64Array(wanted + 1);
  ways[0] = 1;
  for (const total of totals) {
    const next = new Float64Array(wanted + 1);
    for (let sum = 0; sum <= wanted; sum++) {
      for (let k = 0; k <= Math.min(total, sum); k++) next[sum]! += ways[sum - k]!;
    }
    ways = next;
  }
  return ways[wanted]!;
}

function permuted(counts: readonly (readonly number[])[], chiSquare: number): number {
  const rowOf: number[] = [];
  const columnOf: number[] = [];
  counts.forEach((row, i) => {
    row.forEach((count, j) => {
      for (let k = 0; k < count; k++) {
        rowOf.push(i);
        columnOf.push(j);
      }
    });
  });
  const random = createRandom(1).split("design-table");
  let asFar = 0;
  for (let turn = 0; turn < permutations; turn++) {
    const order = random.permutation(rowOf.length);
    const table = counts.map((row) => row.map(() => 0));
    for (let i = 0; i < order.length; i++) table[rowOf[i]!]![columnOf[order[i]!]!]! += 1;
    if (chiSquareOf(table) >= chiSquare * (1 - 1e-7)) asFar += 1;
  }
  return (asFar + 1) / (permutations + 1);
}

function chiSquareOf(counts: readonly (readonly number[])[]): number {
  const rowSums = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columnSums = counts[0]!.map((_, j) => counts.reduce((sum, row) => sum + row[j]!, 0));
  const n = rowSums.reduce((sum, count) => sum + count, 0);
  let total = 0;
  counts.forEach((row, i) => {
    const expected = columnSums.map((sum) => (sum * rowSums[i]!) / n);
    const parts = row.map((count, j) => (count - expected[j]!) / Math.sqrt(expected[j]!));
    total += dot(parts, parts);
  });
  return total;
}

function dense(counts: readonly (readonly number[])[]): number[][] {
  const rows = counts.filter((row) => row.some((count) => count > 0));
  const columns = [...(rows[0] ?? []).keys()].filter((j) => rows.some((row) => row[j]! > 0));
  return rows.map((row) => columns.map((j) => row[j]!));
}

function transposed(counts: readonly (readonly number[])[]): number[][] {
  return counts[0]!.map((_, j) => counts.map((row) => row[j]!));
}
