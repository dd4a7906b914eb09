import { portable } from "../../../kernel/index.ts";

/** Second-order cumulants of `g2 - 1 = beta exp(-2 Gamma t) (1 + mu2 t^2 / 2)^2`; Gamma in 1/us, mu2 in 1/us2. */
export interface Cumulants {
  readonly beta: number;
  readonly gamma: number;
  readonly mu2: number;
  /** Root mean square of the residuals of g2 - 1. */
  readonly residual: number;
  readonly iterations: number;
}

/** Solves the symmetric 3 x 3 system by Gaussian elimination with pivoting; null where it is singular. */
function solve3(matrix: number[][], right: number[]): [number, number, number] | null {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  for (let k = 0; k < 3; k++) {
    let pivot = k;
    for (let i = k + 1; i < 3; i++) if (Math.abs(rows[i]![k]!) > Math.abs(rows[pivot]![k]!)) pivot = i;
    [rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!];
    const head = rows[k]![k]!;
    if (!(Math.abs(head) > 1e-300)) return null;
    for (let i = k + 1; i < 3; i++) {
      const factor = rows[i]![k]! / head;
      for (let j = k; j < 4; j++) rows[i]![j]! -= factor * rows[k]![j]!;
    }
  }
  const x = [0, 0, 0] as [number, number, number];
  for (let k = 2; k >= 0; k--) {
    let sum = rows[k]![3]!;
    for (let j = k + 1; j < 3; j++) sum -= rows[k]![j]! * x[j]!;
    x[k] = sum / rows[k]![k]!;
  }
  return x;
}

/** Normal equations of `sum w (y - x . a)^2` over rows `x` of three. */
function weightedSolve(
  rows: readonly (readonly [number, number, number])[],
  targets: readonly number[],
  weights: readonly number[],
  damping: number,
): [number, number, number] | null {
  const matrix = [0, 1, 2].map(() => [0, 0, 0]);
  const right = [0, 0, 0];
  rows.forEach((row, r) => {
    const w = weights[r]!;
    for (let i = 0; i < 3; i++) {
      right[i]! += w * row[i]! * targets[r]!;
      for (let j = 0; j < 3; j++) matrix[i]![j]! += w * row[i]! * row[j]!;
    }
  });
  for (let i = 0; i < 3; i++) matrix[i]![i]! *= 1 + damping;
  return solve3(matrix, right);
}

/** Start: `ln(g2 - 1) = ln beta - 2 Gamma t + mu2 t^2`, weighted with (g2 - 1)^2. Source: Koppel 1972, 10.1063/1.1678153. */
function logStart(t: readonly number[], y: readonly number[]): [number, number, number] | null {
  const rows: [number, number, number][] = [];
  const logs: number[] = [];
  const weights: number[] = [];
  for (let i = 0; i < t.length; i++) {
    if (!(y[i]! > 0)) continue;
    rows.push([1, t[i]!, portable.square(t[i]!)]);
    logs.push(portable.log(y[i]!));
    weights.push(portable.square(y[i]!));
  }
  const solution = weightedSolve(rows, logs, weights, 0);
  return solution && [portable.exp(solution[0]), -solution[1] / 2, solution[2]];
}

/**
 * Nonlinear least squares (Levenberg-Marquardt, equal weights) of the second-order cumulant form.
 * `delay` in us, `correlation` is g2 - 1, both already cut to the fit window. Null where no decay can be fitted.
 * Source of the form: Frisken 2001, 10.1364/AO.40.004087.
 */
export function fitCumulants(delay: readonly number[], correlation: readonly number[]): Cumulants | null {
  const scale = delay[delay.length - 1]!;
  const t = delay.map((value) => value / scale);
  let current = logStart(t, correlation);
  if (!current || !(current[1] > 0)) return null;
  const ones = t.map(() => 1);
  const residuals = ([beta, gamma, mu2]: readonly number[]) =>
    t.map(
      (x, i) =>
        correlation[i]! - beta! * portable.exp(-2 * gamma! * x) * portable.square(1 + (mu2! * x * x) / 2),
    );
  const squares = (values: readonly number[]) => values.reduce((sum, value) => sum + value * value, 0);

  let left = residuals(current);
  let sum = squares(left);
  let damping = 1e-3;
  let iterations = 0;
  while (iterations < 200 && damping < 1e12) {
    iterations++;
    const [beta, gamma, mu2] = current;
    const jacobian = t.map((x): [number, number, number] => {
      const decay = portable.exp(-2 * gamma * x);
      const spread = 1 + (mu2 * x * x) / 2;
      const model = decay * spread * spread;
      return [model, -2 * x * beta * model, beta * decay * spread * x * x];
    });
    const step = weightedSolve(jacobian, left, ones, damping);
    if (!step) return null;
    const next: [number, number, number] = [beta + step[0], gamma + step[1], mu2 + step[2]];
    const nextLeft = residuals(next);
    const nextSum = squares(nextLeft);
    if (!(nextSum <= sum)) {
      damping *= 10;
      continue;
    }
    const moved = Math.max(
      ...next.map((value, i) => Math.abs(value - current![i]!) / (Math.abs(value) + 1e-12)),
    );
    current = next;
    left = nextLeft;
    sum = nextSum;
    damping /= 10;
    if (moved < 1e-12) break;
  }
  const [beta, gamma, mu2] = current;
  if (!(beta > 0 && gamma > 0 && Number.isFinite(mu2))) return null;
  return {
    beta,
    gamma: gamma / scale,
    mu2: mu2 / (scale * scale),
    residual: Math.sqrt(sum / t.length),
    iterations,
  };
}
