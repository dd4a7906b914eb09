import { isAccepted, portable } from "../../kernel/index.ts";
import { cholesky, choleskySolve, type Matrix } from "../linear-algebra/index.ts";
import { type FitSpace, fitSpace, pickObserved, standardise } from "./feature-fit.ts";
import { applyReflections, reflectInPlace } from "./householder.ts";

/** A variance under this tells nothing of the samples. */
export const leastVariance = 1e-15;

/**
 * Sample weights by one scoring step for each feature, in their order, from weights of 1; `features` are those with at
 * least two residual degrees of freedom. Ritchie et al. 2006, 10.1186/1471-2105-7-261. Null where there is none.
 */
export function weightsByScoring(
  data: Matrix,
  design: Matrix,
  priorN: number,
): { readonly weights: Float64Array; readonly features: number } | null {
  const n = data.columns;
  const space = fitSpace(design, null);
  const information = new Float64Array(n * n);
  for (let i = 0; i < n; i++) information[i * n + i] = priorN;
  const weights = new Float64Array(n).fill(1);
  const logs = new Float64Array(n);
  let features = 0;
  for (let g = 0; g < data.rows; g++) {
    const score = addFeature(space, data.values.subarray(g * n, (g + 1) * n), weights, information);
    if (score === null) continue;
    features++;
    const factor = cholesky({ rows: n, columns: n, values: information });
    if (!isAccepted(factor)) return null;
    const step = choleskySolve(factor.value, score);
    for (let i = 0; i < n; i++) {
      logs[i]! -= step[i]!;
      weights[i] = portable.exp(logs[i]!);
    }
  }
  return features === 0 ? null : { weights, features };
}

/** Adds the feature's information on ln variances and returns its score, w r^2 / s^2 - (1 - h) by sample. */
function addFeature(
  space: FitSpace,
  row: Float64Array,
  weights: Float64Array,
  information: Float64Array,
): Float64Array | null {
  const n = row.length;
  const { picked, values, reflections } = space;
  const count = pickObserved(space, row, weights);
  if (count < 2) return null;
  standardise(space, count, true);
  const rank = reflectInPlace(reflections, count);
  const df = count - rank;
  if (df < 2) return null;
  applyReflections(reflections, rank, count, values);
  values.fill(0, 0, rank);
  let squares = 0;
  for (let i = rank; i < count; i++) squares += values[i]! * values[i]!;
  if (squares / df < leastVariance) return null;
  applyReflections(reflections, rank, count, values, true);
  const left = new Float64Array(count).fill(1);
  for (let k = 0; k < rank; k++) {
    const column = new Float64Array(count);
    column[k] = 1;
    applyReflections(reflections, rank, count, column, true);
    for (let i = 0; i < count; i++) left[i]! -= column[i]! * column[i]!;
  }
  const score = new Float64Array(n);
  for (let i = 0; i < count; i++) {
    const at = picked[i]!;
    score[at] = (values[i]! * values[i]! * df) / squares - left[i]!;
    information[at * n + at]! += left[i]!;
    for (let j = 0; j < count; j++) information[at * n + picked[j]!]! -= (left[i]! * left[j]!) / df;
  }
  return score;
}
