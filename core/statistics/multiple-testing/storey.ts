import { portable } from "../../kernel/index.ts";
import { quantile } from "../quantiles.ts";
import type { Values } from "../values.ts";
import { ascendingOrder } from "./ascending.ts";
import { steppedUp } from "./benjamini.ts";
import { smoothingSpline } from "./smoothing-spline.ts";

export interface StoreyQ {
  /** Estimated share of true null hypotheses, above 0 to 1. */
  readonly pi0: number;
  /** q values, aligned with the p values; NaN where there is none. */
  readonly q: Float64Array;
  /** False where the estimate of pi0 was not positive, or no p value reaches the greatest lambda: pi0 is then 1. */
  readonly estimated: boolean;
  readonly lambda: Float64Array;
  /** Estimate at each lambda, `share of p >= lambda / (1 - lambda)`. */
  readonly pi0AtLambda: Float64Array;
}

export interface StoreyOptions {
  /** `smoother`: cubic smoothing spline of 3 degrees of freedom, at the greatest lambda; `bootstrap`: least mean square error. */
  readonly pi0Method?: "smoother" | "bootstrap";
  /** Ascending, 0 <= lambda < 1, at least four; 0.05 to 0.95 by 0.05 where not given. */
  readonly lambda?: Values;
}

// to the last bit the values of R's seq(0.05, 0.95, 0.05), which rounded p values may meet
const usualLambda = Float64Array.from({ length: 19 }, (_, i) => Math.min(0.95, 0.05 + i * 0.05));

/**
 * q values and the share pi0 of true nulls (Storey and Tibshirani 2003, doi:10.1073/pnas.1530509100; bootstrap: Storey,
 * Taylor and Siegmund 2004, doi:10.1111/j.1467-9868.2004.00439.x, with its resampling in closed form). A NaN stays NaN
 * and is not counted; RangeError for what is no probability, and for lambda as above.
 */
export function storeyQ(
  pValues: Values,
  { pi0Method = "smoother", lambda = usualLambda }: StoreyOptions = {},
): StoreyQ {
  const places = Float64Array.from(lambda);
  const ascends = places.every((one, i) => one >= 0 && one < 1 && (i === 0 || one > places[i - 1]!));
  if (places.length < 4 || !ascends) throw new RangeError("lambda: at least four, ascending within 0 to 1");
  const order = ascendingOrder(pValues);
  const m = order.length;
  const above = places.map((place) => order.reduce((n, i) => n + (pValues[i]! >= place ? 1 : 0), 0));
  const pi0AtLambda = above.map((count, i) => count / m / (1 - places[i]!));
  const raw =
    m === 0 || above.at(-1) === 0
      ? Number.NaN
      : pi0Method === "smoother"
        ? smoothingSpline(places, pi0AtLambda, 3).at(-1)!
        : leastError(places, above, pi0AtLambda, m);
  const estimated = raw > 0;
  const pi0 = estimated ? Math.min(1, raw) : 1;
  const q = steppedUp(pValues, order, 1).map((one) => pi0 * one);
  return { pi0, q, estimated, lambda: places, pi0AtLambda };
}

function leastError(lambda: Float64Array, above: Float64Array, pi0AtLambda: Float64Array, m: number): number {
  const low = quantile(pi0AtLambda, 0.1);
  let least = Number.POSITIVE_INFINITY;
  let chosen = Number.NaN;
  for (let i = 0; i < lambda.length; i++) {
    const noise = (above[i]! / portable.square(m * (1 - lambda[i]!))) * (1 - above[i]! / m);
    const error = noise + portable.square(pi0AtLambda[i]! - low);
    if (error < least) [least, chosen] = [error, pi0AtLambda[i]!];
    else if (error === least) chosen = Math.min(chosen, pi0AtLambda[i]!);
  }
  return chosen;
}
