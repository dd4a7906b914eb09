import { priorByLikelihood } from "./prior-by-likelihood.ts";
import { areEqual } from "./ranks.ts";
import { robustPriorByLikelihood } from "./robust-likelihood.ts";
import { robustPrior } from "./robust-prior.ts";
import { priorByMoments, usableVariances, type VariancePrior } from "./variance-prior.ts";

/** The prior and how it was found. */
export interface FittedPrior {
  readonly prior: VariancePrior;
  readonly method: "moments" | "robust-moments" | "likelihood" | "robust-likelihood" | "none";
  /** Variances that tell of the prior. */
  readonly usable: number;
  /** Those of them that are 0. */
  readonly zeros: number;
}

interface PriorOptions {
  readonly method?: "current" | "legacy";
  readonly trend?: boolean;
  readonly robust?: boolean;
}

/**
 * The prior of the variances of all features, as the options ask and the degrees of freedom allow; null where the legacy
 * method has none: robust with unequal degrees of freedom.
 */
export function fitVariancePrior(
  variances: Float64Array,
  df: Float64Array,
  averages: Float64Array,
  { method = "current", trend = false, robust = false }: PriorOptions,
): FittedPrior | null {
  const usable = usableVariances(variances, df, 1e-5);
  const counts = { usable: usable.features.length, zeros: usable.zeros };
  if (counts.usable < 3) return { prior: { df: 0, variance: variances }, method: "none", ...counts };
  const covariate = trend ? averages : null;
  if (areEqual(usable.df)) {
    if (robust)
      return { prior: robustPrior(usable, df.length, covariate), method: "robust-moments", ...counts };
    return { prior: priorByMoments(usable, covariate), method: "moments", ...counts };
  }
  if (method === "legacy") {
    return robust ? null : { prior: priorByMoments(usable, covariate), method: "moments", ...counts };
  }
  const lifted = usableVariances(variances, df, 1e-12, true);
  return robust
    ? { prior: robustPriorByLikelihood(lifted, df.length, covariate), method: "robust-likelihood", ...counts }
    : { prior: priorByLikelihood(lifted, covariate).prior, method: "likelihood", ...counts };
}
