import type { Matrix } from "../linear-algebra/index.ts";

/** One linear model for each feature, all with the same design. */
export interface LinearFits {
  /** Features x coefficients (or contrasts); NaN where not estimable. */
  readonly coefficients: Matrix;
  /** Standard errors divided by sigma: features x coefficients; NaN where not estimable. */
  readonly stdevUnscaled: Matrix;
  /** Residual standard deviation of each feature; NaN without residual degrees of freedom. */
  readonly sigma: Float64Array;
  readonly residualDf: Float64Array;
  /** Mean of the observed values of each feature. */
  readonly averageExpression: Float64Array;
  /** Rank of the design. */
  readonly rank: number;
  /** 1 where a feature's coefficient could be estimated: features x coefficients, by rows. */
  readonly estimable: Uint8Array;
  /** Unscaled covariance of the coefficients where every sample is observed. */
  readonly covCoefficients: Matrix;
  /** Each feature's own unscaled covariance by rows, where features differ in it; null where all have `covCoefficients`. */
  readonly featureCovariances: Float64Array | null;
}
