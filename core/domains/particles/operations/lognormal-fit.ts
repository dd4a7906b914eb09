import { accepted, type Interval, isRefused, portable, type Result } from "../../../kernel/index.ts";
import { normalQuantile } from "../../../statistics/distributions/index.ts";
import { truncatedLognormal } from "../../../statistics/truncated-lognormal.ts";
import type { Values } from "../../../statistics/values.ts";
import { type LognormalSizes, lognormalSizes } from "./lognormal-size.ts";

/** A log-normal fitted to what was seen, and the sizes it implies with the unseen part: model, not measurement. */
export interface LognormalFit extends LognormalSizes {
  /** Mean and SD of ln(d / nm). */
  readonly mu: number;
  readonly sigma: number;
  /** Fraction of the model between the truncation points. */
  readonly coverage: number;
  readonly truncation: { readonly lower: number; readonly upper: number };
  /** Wald intervals from the observed information; null where the number of particles is not known. */
  readonly intervals: { readonly median: Interval; readonly sigma: Interval } | null;
}

export interface LognormalFitOptions {
  readonly counts: boolean;
  readonly tracks?: number | undefined;
  readonly detectionLimit?: number | undefined;
  readonly level: number;
}

/** Truncation-aware maximum likelihood of a log-normal on size bins in nm; issues as `truncatedLognormal`. */
export function fitLognormal(
  edges: Values,
  weights: Values,
  options: LognormalFitOptions,
): Result<LognormalFit> {
  const { counts, tracks, detectionLimit, level } = options;
  const fitted = truncatedLognormal(edges, weights, {
    ...(detectionLimit === undefined ? {} : { lower: Math.max(detectionLimit, edges[0]!) }),
    ...(tracks === undefined ? {} : { effectiveN: tracks }),
  });
  if (isRefused(fitted)) return fitted;
  const { mu, sigma, covariance, coverage, truncation } = fitted.value;
  const z = normalQuantile((1 + level) / 2);
  const wald = (lower: number, upper: number): Interval => ({
    kind: "confidence",
    level,
    lower,
    upper,
    method: "wald-maximum-likelihood",
  });
  const muHalf = z * Math.sqrt(covariance.mu);
  const sigmaFactor = portable.exp((z * Math.sqrt(covariance.sigma)) / sigma);
  return accepted(
    {
      ...lognormalSizes(mu, sigma),
      mu,
      sigma,
      coverage,
      truncation,
      intervals:
        counts || tracks !== undefined
          ? {
              median: wald(portable.exp(mu - muHalf), portable.exp(mu + muHalf)),
              sigma: wald(sigma / sigmaFactor, sigma * sigmaFactor),
            }
          : null,
    },
    fitted.warnings,
  );
}
