import type { Matrix } from "../linear-algebra/index.ts";
import { choleskyOf, whiten } from "./covariance.ts";
import {
  applyReflections,
  gramInverse,
  inverseTriangle,
  type Reflections,
  reflectInPlace,
  reflectionsFor,
} from "./householder.ts";

/** What one feature's fit works with; made once for all features. */
export interface FitSpace {
  readonly design: Matrix;
  readonly correlations: Matrix | null;
  readonly reflections: Reflections;
  readonly picked: Int32Array;
  readonly values: Float64Array;
  readonly weights: Float64Array;
  readonly factor: Float64Array;
}

export function fitSpace(design: Matrix, correlations: Matrix | null): FitSpace {
  const n = design.rows;
  return {
    design,
    correlations,
    reflections: reflectionsFor(n, design.columns),
    picked: new Int32Array(n),
    values: new Float64Array(n),
    weights: new Float64Array(n),
    factor: new Float64Array(correlations ? n * n : 0),
  };
}

/** Picks the observed samples: a weight of 0 leaves a value out. */
export function pickObserved(
  { picked, values, weights }: FitSpace,
  row: Float64Array,
  rowWeights: Float64Array | null,
): number {
  let count = 0;
  for (let i = 0; i < row.length; i++) {
    const weight = rowWeights ? rowWeights[i]! : 1;
    if (!Number.isFinite(row[i]!) || !(weight > 0)) continue;
    picked[count] = i;
    values[count] = row[i]!;
    weights[count] = weight;
    count++;
  }
  return count;
}

function scaleRows(columns: Float64Array, start: number, weights: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) columns[start + i]! *= Math.sqrt(weights[i]!);
}

/** Writes the picked rows of the design, made uncorrelated and of equal variance, into the reflections; so the values. */
export function standardise(space: FitSpace, count: number, weighted: boolean): void {
  const { design, correlations, reflections, picked, values, weights, factor } = space;
  const { columns, capacity } = reflections;
  for (let j = 0; j < design.columns; j++) {
    for (let i = 0; i < count; i++) {
      columns[j * capacity + i] = design.values[picked[i]! * design.columns + j]!;
    }
  }
  if (correlations) {
    choleskyOf(correlations, picked, count, weighted ? weights : null, factor);
    for (let j = 0; j < design.columns; j++) whiten(factor, count, columns, j * capacity);
    whiten(factor, count, values, 0);
  } else if (weighted) {
    for (let j = 0; j < design.columns; j++) scaleRows(columns, j * capacity, weights, count);
    scaleRows(values, 0, weights, count);
  }
}

/** Arrays of all features that one feature's fit fills at its place. */
export interface FitTargets {
  readonly coefficients: Float64Array;
  readonly stdevUnscaled: Float64Array;
  readonly sigma: Float64Array;
  readonly residualDf: Float64Array;
  readonly covariances: Float64Array;
}

/** Fits one feature on its own observed samples and writes its numbers at place `feature`; what cannot be estimated stays NaN. */
export function fitFeature(
  space: FitSpace,
  row: Float64Array,
  rowWeights: Float64Array | null,
  feature: number,
  targets: FitTargets,
): void {
  const { reflections, values } = space;
  const p = reflections.width;
  const count = pickObserved(space, row, rowWeights);
  targets.residualDf[feature] = 0;
  if (count === 0) return;
  standardise(space, count, rowWeights !== null);
  const rank = reflectInPlace(reflections, count);
  applyReflections(reflections, rank, count, values);
  const inverse = inverseTriangle(reflections, rank);
  const gram = gramInverse(inverse, rank);
  const { order } = reflections;
  for (let i = 0; i < rank; i++) {
    let sum = 0;
    for (let k = i; k < rank; k++) sum += inverse[i * rank + k]! * values[k]!;
    targets.coefficients[feature * p + order[i]!] = sum;
    targets.stdevUnscaled[feature * p + order[i]!] = Math.sqrt(gram[i * rank + i]!);
    for (let j = 0; j < rank; j++) {
      targets.covariances[(feature * p + order[i]!) * p + order[j]!] = gram[i * rank + j]!;
    }
  }
  targets.residualDf[feature] = count - rank;
  if (count === rank) return;
  let squares = 0;
  for (let i = rank; i < count; i++) squares += values[i]! * values[i]!;
  targets.sigma[feature] = Math.sqrt(squares / (count - rank));
}
