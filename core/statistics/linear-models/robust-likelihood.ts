import { fSf } from "../distributions/f.ts";
import { benjaminiHochberg } from "../multiple-testing/index.ts";
import { shrunkenDf } from "./outlying-variances.ts";
import { priorByLikelihood } from "./prior-by-likelihood.ts";
import type { UsableVariances, VariancePrior } from "./variance-prior.ts";

/** A variance whose false discovery rate is above this keeps its whole weight. */
const leastDoubtful = 0.3;

/**
 * The prior by likelihood for unequal residual degrees of freedom, robust: where two-sided tails under the prior of all
 * are outlying after Benjamini and Hochberg, the prior is fitted again with that false discovery rate as weight, and
 * outlying variances get less prior degrees of freedom (Phipson et al. 2016, 10.1214/16-AOAS920, not opened; the weights
 * as limma 3.68.5 takes them, found from its numbers). As there, a feature without residual degrees of freedom counts
 * among the `count` as one with a tail of 0.
 */
export function robustPriorByLikelihood(
  usable: UsableVariances,
  count: number,
  covariate: Float64Array | null,
): VariancePrior {
  const first = priorByLikelihood(usable, covariate);
  const ratios = usable.variances.map((variance, i) => variance / first.variances[i]!);
  const tails = new Float64Array(count);
  usable.features.forEach((g, i) => {
    const upper = fSf(ratios[i]!, usable.df[i]!, first.prior.df);
    tails[g] = 2 * Math.min(upper, 1 - upper);
  });
  const rates = benjaminiHochberg(tails);
  const shares = Float64Array.from(usable.features, (g) => (rates[g]! > leastDoubtful ? 1 : rates[g]!));
  if (!rates.some((rate) => rate <= leastDoubtful)) return spread(first.prior, count);
  const { prior } = priorByLikelihood(usable, covariate, shares);
  const { df, variance } = spread(prior, count);
  const judged = { ratios, df: usable.df, tailDf: first.prior.df, others: count - ratios.length };
  const shrunken = shrunkenDf(judged, prior.df);
  usable.features.forEach((g, i) => {
    df[g] = shrunken[i]!;
  });
  return { df, variance };
}

function spread({ df, variance }: VariancePrior & { readonly df: number }, count: number) {
  return { df: new Float64Array(count).fill(df), variance };
}
