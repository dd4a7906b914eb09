import { accepted, type Issue, type Result, refused } from "../../../../kernel/index.ts";
import {
  conditionNumber,
  inverseMatrix,
  type Matrix,
  matrixOf,
} from "../../../../statistics/linear-algebra/index.ts";
import type { Spillover } from "../../measurement.ts";
import { compensationIssues } from "./issues.ts";
import { type Column, mixColumns } from "./mix-columns.ts";

/** A spillover matrix made ready to be taken out of events. */
export interface Compensation {
  /** Index from 0 in the data set of each row and column. */
  readonly channels: readonly number[];
  /** Spillover as applied: row = fluorochrome, column = detector. */
  readonly spillover: Matrix;
  /** true = observed x inverse, events as rows. */
  readonly inverse: Matrix;
  /** 2-norm condition number of the spillover as applied. */
  readonly condition: number;
  /** Whether rows were divided by their diagonal. */
  readonly normalised: boolean;
}

export const compensationLimits = { condition: 1e3, singular: 1e12, offDiagonal: 1 } as const;

/** A condition number for a message; that of a matrix without an inverse is infinite. */
export function conditionWords(condition: number): number | string {
  return Number.isFinite(condition) ? condition : "∞";
}

/** The first entry that is not finite, counted from 1, as an issue. */
export function notFiniteEntry(matrix: readonly (readonly number[])[]): Issue | null {
  for (const [i, row] of matrix.entries()) {
    const j = row.findIndex((value) => !Number.isFinite(value));
    if (j >= 0) return compensationIssues.raise("cytometry-spillover-number", { row: i + 1, column: j + 1 });
  }
  return null;
}

function wrongShape({ channels, matrix }: Spillover): Issue | null {
  const n = channels.length;
  if (n === 0 || matrix.length !== n || matrix.some((row) => row.length !== n)) {
    const shape = `${matrix.length} x ${[...new Set(matrix.map((row) => row.length))].join("/")}`;
    return compensationIssues.raise("cytometry-spillover-shape", { channels: n, shape });
  }
  const wrong = channels.find(
    (one, i) => !Number.isSafeInteger(one) || one < 0 || channels.indexOf(one) !== i,
  );
  if (wrong === undefined) return notFiniteEntry(matrix);
  return compensationIssues.raise("cytometry-spillover-channel", { channel: wrong + 1 });
}

/**
 * Inverse of a spillover matrix (observed = true x S, so true = observed x S^-1). `normalise` divides each row by its
 * diagonal, so that a compensated value stays in the units of its own detector; `as-stated` applies S as written.
 * Refused: `cytometry-spillover-shape`, `-channel`, `-number`, `-zero-diagonal`, `-singular` (condition 1e12 or more).
 * Warnings: `cytometry-spillover-diagonal`, `-off-diagonal` (above 1), `-ill-conditioned` (condition above 1e3).
 */
export function compensationOf(
  spillover: Spillover,
  diagonal: "normalise" | "as-stated" = "normalise",
): Result<Compensation> {
  const wrong = wrongShape(spillover);
  if (wrong) return refused(wrong);
  const off = spillover.matrix.flatMap((row, i) => (row[i] === 1 ? [] : [{ row: i + 1, value: row[i]! }]));
  const normalised = diagonal === "normalise" && off.length > 0;
  const dark = normalised ? off.find(({ value }) => !(value > 0)) : undefined;
  if (dark) return refused(compensationIssues.raise("cytometry-spillover-zero-diagonal", dark));
  const rows = normalised
    ? spillover.matrix.map((row, i) => row.map((value) => value / row[i]!))
    : spillover.matrix;
  const overflow = notFiniteEntry(rows);
  if (overflow) return refused(overflow);
  const applied = matrixOf(rows);
  const condition = conditionNumber(applied);
  const inverse = condition < compensationLimits.singular ? inverseMatrix(applied) : null;
  const told = Number(condition.toPrecision(3));
  if (!inverse?.values.every(Number.isFinite)) {
    return refused(
      compensationIssues.raise("cytometry-spillover-singular", { condition: conditionWords(told) }),
    );
  }
  const warnings: Issue[] = [];
  if (normalised) {
    warnings.push(compensationIssues.raise("cytometry-spillover-diagonal", { n: off.length, ...off[0]! }));
  }
  warnings.push(...offDiagonal(rows));
  if (condition > compensationLimits.condition) {
    const limit = compensationLimits.condition;
    warnings.push(
      compensationIssues.raise("cytometry-spillover-ill-conditioned", { condition: told, limit }),
    );
  }
  const { channels } = spillover;
  return accepted({ channels, spillover: applied, inverse, condition, normalised }, warnings);
}

function offDiagonal(rows: readonly (readonly number[])[]): Issue[] {
  const great = rows.flatMap((row, i) =>
    row.flatMap((value, j) =>
      i !== j && Math.abs(value) > compensationLimits.offDiagonal
        ? [{ row: i + 1, column: j + 1, value: Number(value.toPrecision(4)) }]
        : [],
    ),
  );
  if (great.length === 0) return [];
  return [compensationIssues.raise("cytometry-spillover-off-diagonal", { n: great.length, ...great[0]! })];
}

/**
 * Takes the spillover out of the first `count` events. `columns` and `out` hold every channel of the data set by its
 * index; only those of the matrix are read and written, and `out` may be `columns`. Negative values are kept.
 */
export function compensate(
  { channels, inverse }: Compensation,
  columns: readonly Column[],
  out: readonly Column[] = columns,
  count: number = columns[channels[0]!]!.length,
): void {
  const own = channels.map((channel) => columns[channel]!);
  const targets = channels.map((channel) => out[channel]!);
  mixColumns(inverse, own, targets, count);
}
