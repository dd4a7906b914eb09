import { accepted, type Result, refused } from "../../kernel/index.ts";
import { fSf } from "../distributions/index.ts";
import { statisticsIssues } from "../issues.ts";
import type { Matrix } from "../linear-algebra/index.ts";

/** How much of one column of scores a covariate explains. */
export interface Explained {
  /** R² of a regression on a number, eta² between the levels of a factor; NaN where the scores do not vary. */
  readonly share: number;
  readonly f: number;
  readonly df1: number;
  readonly df2: number;
  readonly p: number;
  /** Samples with a covariate. */
  readonly n: number;
}

/**
 * For each column of `scores` (samples x components), the share of its variance that a covariate explains, with the F-test:
 * R² for numbers (NaN is missing), eta² for the names of a factor's levels (null is missing). Samples without a covariate
 * are left out. Issues: `statistics-too-few-values` (one more than parameters), `statistics-no-spread` (of the covariate).
 */
export function explainedBy(
  scores: Matrix,
  covariate: Float64Array | readonly (string | null)[],
): Result<readonly Explained[]> {
  if (covariate.length !== scores.rows)
    throw new RangeError(`${covariate.length} covariates, ${scores.rows} rows`);
  const used = Array.from(covariate.keys()).filter((i) => isKnown(covariate[i]!));
  const n = used.length;
  const isNumeric = covariate instanceof Float64Array;
  const levels = new Set(used.map((i) => covariate[i]!));
  const parameters = isNumeric ? 2 : Math.max(2, levels.size);
  if (n <= parameters)
    return refused(statisticsIssues.raise("statistics-too-few-values", { n, needed: parameters + 1 }));
  if (levels.size < 2) return refused(statisticsIssues.raise("statistics-no-spread"));
  const df1 = parameters - 1;
  const df2 = n - parameters;
  return accepted(
    Array.from({ length: scores.columns }, (_, j) => {
      const y = Float64Array.from(used, (i) => scores.values[i * scores.columns + j]!);
      const { within, total } = isNumeric
        ? aroundLine(
            Float64Array.from(used, (i) => covariate[i]!),
            y,
          )
        : aroundMeans(
            used.map((i) => covariate[i] as string),
            y,
          );
      if (!(total > 0)) return { share: Number.NaN, f: Number.NaN, df1, df2, p: Number.NaN, n };
      const f = (Math.max(0, total - within) / df1 / within) * df2;
      return { share: Math.max(0, 1 - within / total), f, df1, df2, p: fSf(f, df1, df2), n };
    }),
  );
}

function isKnown(value: number | string | null): boolean {
  return typeof value === "number" ? Number.isFinite(value) : value !== null;
}

interface SumsOfSquares {
  readonly within: number;
  readonly total: number;
}

function aroundLine(x: Float64Array, y: Float64Array): SumsOfSquares {
  const dx = centred(x);
  const dy = centred(y);
  const slope = dot(dx, dy) / dot(dx, dx);
  const rest = dy.map((value, i) => value - slope * dx[i]!);
  return { within: dot(rest, rest), total: dot(dy, dy) };
}

function aroundMeans(levels: readonly string[], y: Float64Array): SumsOfSquares {
  let within = 0;
  for (const level of new Set(levels)) {
    const rest = centred(y.filter((_, i) => levels[i] === level));
    within += dot(rest, rest);
  }
  const dy = centred(y);
  return { within, total: dot(dy, dy) };
}

function centred(values: Float64Array): Float64Array {
  const middle = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - middle);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
