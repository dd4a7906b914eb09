import { isAccepted, portable } from "../../kernel/index.ts";
import { cholesky, choleskySolve, type Matrix } from "../linear-algebra/index.ts";
import { leastVariance } from "./array-weights-gene-by-gene.ts";
import { type FitSpace, fitSpace } from "./feature-fit.ts";
import { fitShared, shareFit } from "./shared-fit.ts";

const enough = 1e-11;
const mostSteps = 1000;
const leastShare = 2 ** -30;

/** Of all features, at given weights. */
interface Likelihood {
  /** -2 times the restricted log-likelihood of all features and the prior, less constants. */
  readonly deviance: number;
  /** Scoring step of ln variances. */
  readonly change: Float64Array;
  /** Product of the step and the score: what the step promises. */
  readonly gain: number;
}

/**
 * The sample weights of greatest restricted likelihood over complete features, each with its own variance, and a prior of
 * `priorN` features whose squared residuals are all as expected; by Fisher scoring to convergence. Null where fewer than
 * two features vary. Ritchie et al. 2006, 10.1186/1471-2105-7-261.
 */
export function weightsByReml(
  data: Matrix,
  design: Matrix,
  priorN: number,
): { readonly weights: Float64Array; readonly features: number } | null {
  const n = data.columns;
  const space = fitSpace(design, null);
  const complete = varyingRows(data, space);
  if (complete.rows < 2) return null;
  let logs: Float64Array = new Float64Array(n);
  let now = likelihoodAt(complete, space, logs, priorN);
  for (let step = 0; now && step < mostSteps && sizeOf(now.change) > enough; step++) {
    const { change } = now;
    let share = 1;
    let next = now;
    let tried = logs;
    do {
      tried = logs.map((log, i) => log - share * change[i]!);
      next = likelihoodAt(complete, space, tried, priorN) ?? now;
      share /= 2;
    } while (!isBetter(next, now) && share > leastShare);
    if (!isBetter(next, now)) break;
    [logs, now] = [tried, next];
  }
  return { weights: logs.map(portable.exp), features: complete.rows };
}

function sizeOf(values: Float64Array): number {
  return values.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
}

/** By deviance, or where that differs by rounding alone by what a step promises to gain. */
function isBetter(next: Likelihood, now: Likelihood): boolean {
  const rounding = 1e-12 * Math.abs(now.deviance);
  if (Math.abs(next.deviance - now.deviance) > rounding) return next.deviance < now.deviance;
  return next.gain < now.gain;
}

/** The rows without a missing value whose residual variance is not 0. */
function varyingRows({ rows, columns: n, values }: Matrix, space: FitSpace): Matrix {
  const shared = shareFit(space, false);
  const scratch = { effects: new Float64Array(shared.rank), rest: new Float64Array(n) };
  const unused = new Float64Array(shared.rank);
  const kept: number[] = [];
  for (let g = 0; g < rows; g++) {
    if (!values.subarray(g * n, (g + 1) * n).every(Number.isFinite)) continue;
    const squares = fitShared(shared, scratch, values, g * n, unused, 0);
    if (squares / (n - shared.rank) >= leastVariance) kept.push(g);
  }
  const taken = new Float64Array(kept.length * n);
  kept.forEach((g, at) => {
    taken.set(values.subarray(g * n, (g + 1) * n), at * n);
  });
  return { rows: kept.length, columns: n, values: taken };
}

function likelihoodAt(data: Matrix, space: FitSpace, logs: Float64Array, priorN: number): Likelihood | null {
  const { rows, columns: n, values } = data;
  const weights = logs.map(portable.exp);
  space.weights.set(weights);
  const shared = shareFit(space, true);
  const { basis, rank, inverse } = shared;
  const roots = weights.map(Math.sqrt);
  const scratch = { effects: new Float64Array(rank), rest: new Float64Array(n) };
  const unused = new Float64Array(rank);
  const row = new Float64Array(n);
  const score = new Float64Array(n);
  let deviance = 0;
  for (let g = 0; g < rows; g++) {
    for (let i = 0; i < n; i++) row[i] = values[g * n + i]! * roots[i]!;
    const squares = fitShared(shared, scratch, row, 0, unused, 0);
    deviance += (n - rank) * portable.log(squares);
    for (let i = 0; i < n; i++) score[i]! += (scratch.rest[i]! * scratch.rest[i]! * (n - rank)) / squares;
  }
  for (let k = 0; k < rank; k++) {
    deviance -= 2 * rows * portable.log(Math.abs(inverse[k * rank + k]!));
  }
  const meanWeight = weights.reduce((sum, weight) => sum + weight, 0) / n;
  deviance += priorN * n * meanWeight;
  const left = residualMaker(basis, rank, n);
  const information = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const own = left[i * n + i]!;
    score[i]! += priorN * (weights[i]! - meanWeight) - rows * own;
    for (let j = 0; j < n; j++) {
      const shareOf = left[i * n + j]! * left[i * n + j]! - (own * left[j * n + j]!) / (n - rank);
      information[i * n + j] = rows * shareOf + (i === j ? priorN : 0);
    }
  }
  const factor = cholesky({ rows: n, columns: n, values: information });
  if (!isAccepted(factor)) return null;
  const change = choleskySolve(factor.value, score);
  const gain = score.reduce((sum, one, i) => sum + one * change[i]!, 0);
  return { deviance, change, gain };
}

/** I - Q Q'. */
function residualMaker(basis: Float64Array, rank: number, n: number): Float64Array {
  const left = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let sum = i === j ? 1 : 0;
      for (let k = 0; k < rank; k++) sum -= basis[k * n + i]! * basis[k * n + j]!;
      left[i * n + j] = sum;
    }
  }
  return left;
}
