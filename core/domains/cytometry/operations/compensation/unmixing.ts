import { accepted, type Issue, type Result, refused } from "../../../../kernel/index.ts";
import { leastSquares } from "../../../../statistics/least-squares.ts";
import { conditionNumber, type Matrix, matrixOf } from "../../../../statistics/linear-algebra/index.ts";
import { compensationLimits, conditionWords, notFiniteEntry } from "./compensation.ts";
import { compensationIssues } from "./issues.ts";
import { type Column, mixColumns } from "./mix-columns.ts";

/** Reference spectra made ready to be told apart in events. */
export interface Unmixing {
  /** abundance = observed x unmixer: a row for each detector, a column for each spectrum. */
  readonly unmixer: Matrix;
  /** 2-norm condition number of the (weighted) spectra, each brought to a greatest value of 1. */
  readonly condition: number;
}

/**
 * Least-squares unmixing: abundance = observed S' (S S')^-1, or observed W S' (S W S')^-1 with one weight per detector
 * (reciprocal variance), by Householder QR. `spectra[dye][detector]`; the abundances are in units of these spectra.
 * Refused: `cytometry-unmixing-detectors`, `cytometry-unmixing-weights`, `cytometry-spillover-number`,
 * `cytometry-spillover-singular`. Warning: `cytometry-spillover-ill-conditioned` (condition above 1e3).
 */
export function unmixingOf(
  spectra: readonly (readonly number[])[],
  weights: readonly number[] | null = null,
): Result<Unmixing> {
  const dyes = spectra.length;
  const detectors = spectra[0]?.length ?? 0;
  if (dyes === 0 || detectors < dyes || spectra.some((row) => row.length !== detectors)) {
    return refused(compensationIssues.raise("cytometry-unmixing-detectors", { dyes, detectors }));
  }
  const wrong = notFiniteEntry(spectra);
  if (wrong) return refused(wrong);
  if (weights && (weights.length !== detectors || !weights.every((one) => one > 0 && Number.isFinite(one)))) {
    return refused(compensationIssues.raise("cytometry-unmixing-weights", { detectors }));
  }
  const roots = Array.from({ length: detectors }, (_, j) => Math.sqrt(weights?.[j] ?? 1));
  const weighted = spectra.map((row) => row.map((value, j) => value * roots[j]!));
  const condition = conditionNumber(matrixOf(weighted.map(toGreatestOne)));
  const told = Number(condition.toPrecision(3));
  const unmixer = condition < compensationLimits.singular ? unmixerOf(weighted, roots) : null;
  if (!unmixer?.values.every(Number.isFinite)) {
    return refused(
      compensationIssues.raise("cytometry-spillover-singular", { condition: conditionWords(told) }),
    );
  }
  const limit = compensationLimits.condition;
  const warnings: Issue[] =
    condition > limit
      ? [compensationIssues.raise("cytometry-spillover-ill-conditioned", { condition: told, limit })]
      : [];
  return accepted({ unmixer, condition }, warnings);
}

function toGreatestOne(row: readonly number[]): number[] {
  const greatest = row.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return row.map((value) => (greatest > 0 ? value / greatest : 0));
}

function unmixerOf(weighted: readonly (readonly number[])[], roots: readonly number[]): Matrix | null {
  const dyes = weighted.length;
  const values = new Float64Array(roots.length * dyes);
  for (const [j, root] of roots.entries()) {
    const unit = new Float64Array(roots.length);
    unit[j] = root;
    const fit = leastSquares(weighted, unit);
    if (!fit) return null;
    values.set(fit.coefficients, j * dyes);
  }
  return { rows: roots.length, columns: dyes, values };
}

/**
 * Abundances of the first `count` events: `columns` are the detectors in the order of the spectra, `out` one column for
 * each spectrum. Negative abundances are kept.
 */
export function unmix(
  { unmixer }: Unmixing,
  columns: readonly Column[],
  out: readonly Column[],
  count: number = columns[0]!.length,
): void {
  mixColumns(unmixer, columns, out, count);
}
