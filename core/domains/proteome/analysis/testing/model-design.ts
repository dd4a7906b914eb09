import { factorOf, type Matrix } from "../../../../statistics/index.ts";
import { cellOf, type StudySample } from "../samples.ts";

/** The design of a contrast with what it adjusts for: intercept, side, then the covariates. */
export interface ModelDesign {
  /** Samples x coefficients. */
  readonly matrix: Matrix;
  readonly coefficients: readonly string[];
  /** Samples used: those with every cell that is needed. */
  readonly samples: readonly number[];
  /** Samples left out for an empty cell. */
  readonly without: number;
}

/** The numbers of a column whose cells are quantities; null where they are words, or numbers that name a batch or group. */
export function numericCells(cells: readonly string[]): Float64Array | null {
  const { kind, numbers } = factorOf(cells);
  return kind === "numeric" ? numbers : null;
}

/** Whether a cell of the column was recorded, by sample. */
export function recordedCells(cells: readonly string[]): boolean[] {
  return [...factorOf(cells).codes].map((code) => code >= 0);
}

/** Whether a column that the model adjusts for tells all blocks apart, so that it stands for them. */
export function standsForBlocks(cells: readonly string[], blocks: readonly string[]): boolean {
  if (numericCells(cells) !== null) return false;
  const blockOf = new Map(cells.map((cell, at) => [cell, blocks[at]]));
  return cells.every((cell, at) => blockOf.get(cell) === blocks[at]);
}

/** Treatment coding: the levels in order of first appearance, the first as the base; numbers as they are. */
export function modelDesign(
  samples: readonly StudySample[],
  first: readonly number[],
  second: readonly number[],
  adjust: readonly string[],
): ModelDesign {
  const both = [...first, ...second];
  const recorded = adjust.map((column) => recordedCells(both.map((at) => cellOf(samples[at]!.row, column))));
  const used = both.filter((_, i) => recorded.every((column) => column[i]));
  const isFirst = new Set(first);
  const columns: number[][] = [used.map(() => 1), used.map((at) => (isFirst.has(at) ? 1 : 0))];
  const names = ["intercept", "side"];
  for (const column of adjust) {
    const cells = used.map((at) => cellOf(samples[at]!.row, column));
    const numbers = numericCells(cells);
    if (numbers) {
      const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
      columns.push([...numbers].map((value) => value - mean));
      names.push(column);
      continue;
    }
    for (const level of [...new Set(cells)].slice(1)) {
      columns.push(cells.map((cell) => (cell === level ? 1 : 0)));
      names.push(`${column}=${level}`);
    }
  }
  const values = new Float64Array(used.length * columns.length);
  columns.forEach((column, j) => {
    column.forEach((value, i) => {
      values[i * columns.length + j] = value;
    });
  });
  const matrix = { rows: used.length, columns: columns.length, values };
  return { matrix, coefficients: names, samples: used, without: both.length - used.length };
}
