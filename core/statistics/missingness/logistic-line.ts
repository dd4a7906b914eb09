import { portable } from "../../kernel/index.ts";
import { mean } from "../moments.ts";

export interface LogisticLine {
  readonly intercept: number;
  readonly slope: number;
  /** Of the slope, from the information, without dispersion. */
  readonly se: number;
  /** Pearson's chi-squared over n - 2. */
  readonly dispersion: number;
}

const mostIterations = 50;

/**
 * Maximum likelihood of logit(p) = intercept + slope x for `seen` of `trials` at each x, by Newton's method (iteratively
 * reweighted least squares, McCullagh and Nelder 1989, 2.5); null where it does not converge, as under separation.
 */
export function logisticLine(
  x: readonly number[],
  seen: readonly number[],
  trials: number,
): LogisticLine | null {
  const centre = mean(x);
  const share = mean(seen) / trials;
  if (!(share > 0 && share < 1)) return null;
  let at = portable.log(share / (1 - share));
  let slope = 0;
  for (let iteration = 0; iteration < mostIterations; iteration++) {
    let [gradient, gradientX, w, wx, wxx, pearson] = [0, 0, 0, 0, 0, 0];
    for (let i = 0; i < x.length; i++) {
      const distance = x[i]! - centre;
      const p = 1 / (1 + portable.exp(-(at + slope * distance)));
      const weight = trials * p * (1 - p);
      const rest = seen[i]! - trials * p;
      gradient += rest;
      gradientX += rest * distance;
      w += weight;
      wx += weight * distance;
      wxx += weight * distance * distance;
      if (weight > 0) pearson += (rest * rest) / weight;
    }
    const determinant = w * wxx - wx * wx;
    if (!(determinant > 1e-12 * w * wxx)) return null;
    const step = (wxx * gradient - wx * gradientX) / determinant;
    const stepX = (w * gradientX - wx * gradient) / determinant;
    if (Math.abs(step) <= 1e-11 * (1 + Math.abs(at)) && Math.abs(stepX) <= 1e-11 * (1 + Math.abs(slope))) {
      const se = Math.sqrt(w / determinant);
      return { intercept: at - slope * centre, slope, se, dispersion: pearson / (x.length - 2) };
    }
    at += step;
    slope += stepX;
    if (!Number.isFinite(at) || !Number.isFinite(slope)) return null;
  }
  return null;
}
