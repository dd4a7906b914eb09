import { priorByLikelihood } from "./prior-by-likelihood.ts";
import { areEqual } from "./ranks.ts";
import { robustPrior } from "./robust-prior.ts";
import { priorByMoments, usableVariances, type VariancePrior } from "./variance-prior.ts";

/** The prior and how it was found. */
export interface FittedPrior {
  readonly prior: VariancePrior;
  readonly method: "moments" | "robust-moments" | "likelihood" | "none";
  /** Variances that tell of the prior. */
  readonly usable: number;
  /** Those of them that are 0. */
  readonly zeros: number;
  readonly trendByMoments: boolean;
}

interface PriorOptions {
  readonly method?: "current" | "legacy";
  readonly trend?: boolean;
  readonly robust?: boolean;
}

/** The prior of the variances of all features, as the options ask and the degrees of freedom allow. */
export function fitVariancePrior(
  variances: Float64Array,
  df: Float64Array,
  averages: Float64Array,
  { method = "current", trend = false, robust = false }: PriorOptions,
): FittedPrior {
  const usable = usableVariances(variances, df, 1e-5);
  const counts = { usable: usable.features.length, zeros: usable.zeros, trendByMoments: false };
  if (counts.usable < 3) return { prior: { df: 0, variance: variances }, method: "none", ...counts };
  if (robust) return { prior: robustPrior(usable, df.length), method: "robust-moments", ...counts };
  const equal = areEqual(usable.df);
  if (equal || method === "legacy" || trend) {
    const prior = priorByMoments(usable, trend ? averages : null);
    return { prior, method: "moments", ...counts, trendByMoments: !equal && method === "current" };
  }
  return { prior: priorByLikelihood(usable), method: "likelihood", ...counts };
}
