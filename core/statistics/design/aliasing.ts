import type { Matrix } from "../linear-algebra/index.ts";
import { columnBasis, dot, norm, takeOut } from "./column-basis.ts";

export interface Aliasing {
  /** `full` where no contrast column can be estimated beside the covariates, `partial` where information is lost. */
  readonly relation: "full" | "partial" | "none";
  /** Share of each contrast column's information that the covariates leave: 1 - R^2; 0 where it cannot be estimated. */
  readonly efficiency: Float64Array;
  /** 1 / efficiency: how many times the variance of the estimate rises; Infinity where it cannot be estimated. */
  readonly varianceInflation: Float64Array;
  /** Contrast columns' dimensions that the covariates take away. */
  readonly rankLost: number;
  /** Degrees of freedom left with intercept, contrast and covariates in the model. */
  readonly residualDf: number;
}

const exact = 1e-12;

/**
 * How much of a contrast is left when covariates stand in the same model: the squares of a contrast column after
 * intercept, covariates and the other contrast columns over those after intercept and the other contrast columns.
 * Both designs are samples x columns, without intercept; numbers that are not finite are a fault of the caller.
 */
export function aliasing(contrast: Matrix, covariates: Matrix): Aliasing {
  if (contrast.rows !== covariates.rows)
    throw new RangeError(`rows: ${contrast.rows} and ${covariates.rows}`);
  for (const { values } of [contrast, covariates]) {
    if (!values.every(Number.isFinite)) throw new RangeError("a design has numbers that are not finite");
  }
  const ones = new Float64Array(contrast.rows).fill(1);
  const wanted = columnsOf(contrast);
  const nuisance = columnsOf(covariates);
  const efficiency = Float64Array.from(wanted, (column, j) => {
    const others = wanted.filter((_, k) => k !== j);
    const alone = leftOf(column, [ones, ...others]);
    const beside = leftOf(column, [ones, ...others, ...nuisance]);
    return alone > 0 ? Math.min(1, beside / alone) : 0;
  });
  const rank = (columns: readonly Float64Array[]) => columnBasis(columns).rank;
  const alone = rank([ones, ...wanted]) - 1;
  const all = rank([ones, ...nuisance, ...wanted]);
  const rankLost = alone - (all - rank([ones, ...nuisance]));
  const relation = efficiency.every((share) => share === 0)
    ? "full"
    : rankLost > 0 || efficiency.some((share) => share < 1 - exact)
      ? "partial"
      : "none";
  return {
    relation,
    efficiency,
    varianceInflation: efficiency.map((share) => 1 / share),
    rankLost,
    residualDf: contrast.rows - all,
  };
}

/** Indicator columns of the levels that occur, but the first; codes are 0 or more. Samples x (levels - 1). */
export function indicatorColumns(codes: ArrayLike<number>): Matrix {
  const levels = [...new Set(Array.from(codes))].sort((a, b) => a - b).slice(1);
  const values = new Float64Array(codes.length * levels.length);
  for (let i = 0; i < codes.length; i++) {
    const column = levels.indexOf(codes[i]!);
    if (column >= 0) values[i * levels.length + column] = 1;
  }
  return { rows: codes.length, columns: levels.length, values };
}

/** The columns of several designs of the same rows beside each other. */
export function besideEachOther(designs: readonly Matrix[], rows: number): Matrix {
  const columns = designs.flatMap(columnsOf);
  const values = new Float64Array(rows * columns.length);
  columns.forEach((column, j) => {
    for (let i = 0; i < rows; i++) values[i * columns.length + j] = column[i]!;
  });
  return { rows, columns: columns.length, values };
}

/** Squares of what is left of a column after the others; 0 where it lies in their span. */
function leftOf(column: Float64Array, others: readonly Float64Array[]): number {
  const { basis } = columnBasis(others);
  const size = norm(column);
  const rest = takeOut(Float64Array.from(column), basis);
  return norm(rest) > 1e-7 * size ? dot(rest, rest) : 0;
}

function columnsOf({ rows, columns, values }: Matrix): Float64Array[] {
  return Array.from({ length: columns }, (_, j) =>
    Float64Array.from({ length: rows }, (_, i) => values[i * columns + j]!),
  );
}
