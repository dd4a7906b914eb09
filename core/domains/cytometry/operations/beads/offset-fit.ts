import { portable } from "../../../../kernel/index.ts";
import { leastSquares } from "../../../../statistics/least-squares.ts";

/** ln(offset + value) = b + m ln(x), with the covariance of (b, m, offset) by rows. */
export interface OffsetFit {
  readonly b: number;
  readonly m: number;
  /** The beads' own fluorescence, in the unit of the values; at least 0. */
  readonly offset: number;
  readonly covariance: Float64Array;
  readonly residualSd: number;
  readonly df: number;
}

const steps = 400;
const golden = (Math.sqrt(5) - 1) / 2;

/**
 * Bead model with autofluorescence, by least squares on the logarithms (that of FlowCal 1.3, mef.py; Castillo-Hair 2016,
 * 10.1021/acssynbio.5b00284). `medians` ascend; values may hold one 0 and are at least four. The fit is the local minimum of
 * the least offset, since the sum of squares also falls to 0 for an endless one; null where there is none.
 */
export function fitOffset(medians: readonly number[], values: readonly number[]): OffsetFit | null {
  const logs = medians.map(portable.log);
  const cost = (offset: number) => lineAt(logs, values, offset)?.cost ?? Number.POSITIVE_INFINITY;
  const least = Math.min(...values.filter((value) => value > 0));
  const greatest = Math.max(...values);
  // offsets from a millionth of the dimmest bead to the brightest, evenly by their logarithm
  const at = (k: number) => 1e-6 * least * portable.pow(greatest / (1e-6 * least), k / steps);
  const costs = Array.from({ length: steps + 1 }, (_, k) => cost(at(k)));
  const k = costs.findIndex(
    (value, i) => i > 0 && i < steps && value < costs[i - 1]! && value <= costs[i + 1]!,
  );
  if (k > 0) return described(logs, values, minimum(cost, at(k - 1), at(k + 1)));
  // no minimum inside: the best is no offset, unless the cost only falls towards an endless one
  return values[0]! > 0 && costs[0]! < costs[1]! ? described(logs, values, 0) : null;
}

function lineAt(logs: readonly number[], values: readonly number[], offset: number) {
  const y = values.map((value) => portable.log(offset + value));
  if (!y.every(Number.isFinite)) return null;
  const fit = leastSquares([logs.map(() => 1), logs], y);
  return fit && { fit, cost: fit.residuals.reduce((sum, r) => sum + r * r, 0) };
}

function minimum(cost: (offset: number) => number, low: number, high: number): number {
  let [a, b] = [portable.log(low), portable.log(high)];
  let [c, d] = [b - golden * (b - a), a + golden * (b - a)];
  let [atC, atD] = [cost(portable.exp(c)), cost(portable.exp(d))];
  for (let k = 0; k < 80; k++) {
    if (atC < atD) {
      [b, d, atD] = [d, c, atC];
      c = b - golden * (b - a);
      atC = cost(portable.exp(c));
    } else {
      [a, c, atC] = [c, d, atD];
      d = a + golden * (b - a);
      atD = cost(portable.exp(d));
    }
  }
  return portable.exp((a + b) / 2);
}

function described(logs: readonly number[], values: readonly number[], offset: number): OffsetFit | null {
  const line = lineAt(logs, values, offset);
  const ones = logs.map(() => 1);
  // residual ln(offset + value) - b - m ln(x): its derivative by the offset is 1 / (offset + value)
  const columns = offset > 0 ? [ones, logs, values.map((value) => -1 / (offset + value))] : [ones, logs];
  const gram = leastSquares(columns, ones)?.inverseGram;
  const df = values.length - 3;
  if (!line || !gram || df < 1) return null;
  const variance = line.cost / df;
  const covariance = new Float64Array(9);
  const p = columns.length;
  for (let i = 0; i < p; i++) {
    for (let j = 0; j < p; j++) covariance[i * 3 + j] = gram[i * p + j]! * variance;
  }
  const [b, m] = line.fit.coefficients;
  return { b: b!, m: m!, offset, covariance, residualSd: Math.sqrt(variance), df };
}
