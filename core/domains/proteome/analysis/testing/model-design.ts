import type { Matrix } from "../../../../statistics/index.ts";
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

/** Whether every cell is a number; `numbers` are they. */
export function numericCells(cells: readonly string[]): Float64Array | null {
  const numbers = Float64Array.from(cells, (cell) => (cell.trim() === "" ? Number.NaN : Number(cell)));
  return numbers.every((value) => Number.isFinite(value)) && new Set(numbers).size > 2 ? numbers : null;
}

/** Treatment coding: the levels in order of first appearance, the first as the base; numbers as they are. */
export function modelDesign(
  samples: readonly StudySample[],
  first: readonly number[],
  second: readonly number[],
  adjust: readonly string[],
): ModelDesign {
  const both = [...first, ...second];
  const used = both.filter((at) => adjust.every((column) => cellOf(samples[at]!.row, column) !== ""));
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
