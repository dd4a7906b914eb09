import { accepted, type Result, refused } from "../../kernel/index.ts";
import type { Matrix } from "../linear-algebra/index.ts";
import { weightsByScoring } from "./array-weights-gene-by-gene.ts";
import { weightsByReml } from "./array-weights-reml.ts";
import { fitSpace } from "./feature-fit.ts";
import { linearModelIssues } from "./issues.ts";
import { shareFit } from "./shared-fit.ts";

export interface ArrayWeightOptions {
  /** `reml`: full restricted maximum likelihood over complete features; `gene-by-gene`: one scoring step per feature. Default: `reml` where no value is missing. */
  readonly method?: "gene-by-gene" | "reml";
  /** Features' worth of prior belief that all samples are alike, above 0. */
  readonly priorN?: number;
}

export interface ArrayWeights {
  /** One for each sample, product 1: a variance is inverse to its weight. */
  readonly weights: Float64Array;
  readonly method: "gene-by-gene" | "reml";
  /** Features that told of the weights. */
  readonly features: number;
}

/**
 * How much each sample (column of `data`, features x samples, NaN for missing) tells of the coefficients of `design`
 * (samples x coefficients), from the squared residuals of all features under a log-linear model of variances. Refused
 * with `linear-model-design-not-finite` or `linear-model-aliased-coefficients`; warns with `linear-model-no-array-weights`
 * and gives weights of 1 where fewer than two features or residual degrees of freedom tell of them. Ritchie et al. 2006,
 * 10.1186/1471-2105-7-261; the prior and what features count as in limma 3.68.5, found from its numbers.
 */
export function arrayWeights(
  data: Matrix,
  design: Matrix,
  { method, priorN = 10 }: ArrayWeightOptions = {},
): Result<ArrayWeights> {
  if (data.columns !== design.rows) throw new RangeError("design and data differ in samples");
  if (!(priorN > 0)) throw new RangeError("priorN is not above 0");
  if (!design.values.every(Number.isFinite)) {
    return refused(linearModelIssues.raise("linear-model-design-not-finite"));
  }
  const { rank, aliased } = shareFit(fitSpace(design, null), false);
  if (aliased.length > 0) {
    const coefficients = aliased.map((column) => column + 1).join(", ");
    return refused(linearModelIssues.raise("linear-model-aliased-coefficients", { coefficients }));
  }
  const chosen = method ?? (data.values.every(Number.isFinite) ? "reml" : "gene-by-gene");
  const usable = data.rows >= 2 && data.columns - rank >= 2;
  const find = chosen === "reml" ? weightsByReml : weightsByScoring;
  const found = usable ? find(data, design, priorN) : null;
  if (found === null) {
    const weights = new Float64Array(data.columns).fill(1);
    const warning = linearModelIssues.raise("linear-model-no-array-weights");
    return accepted({ weights, method: chosen, features: 0 }, [warning]);
  }
  return accepted({ ...found, method: chosen });
}
