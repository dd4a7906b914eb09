/** Answers of one test for every feature of a data set; NaN where a feature was not tested or the test has no such number. */
export interface FeatureTest {
  /** Mean of the first side less that of the second, log2; adjusted where the model adjusts. */
  readonly log2FoldChange: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** t, or z of the rank sum. */
  readonly statistic: Float64Array;
  readonly df: Float64Array;
  readonly p: Float64Array;
  /** Benjamini-Hochberg over the features tested. */
  readonly q: Float64Array;
  /** limma's B: log odds of a difference. */
  readonly logOdds: Float64Array;
  /** Area under the ROC curve of the first side against the second. */
  readonly auc: Float64Array;
  /** Samples observed on each side. */
  readonly firstObserved: Int32Array;
  readonly secondObserved: Int32Array;
  readonly tested: number;
  readonly notTested: readonly { readonly reason: NotTested; readonly count: number }[];
  /** Residual standard deviation, log2: median over features. */
  readonly residualSd: number;
  /** What the test assumes, as codes. */
  readonly assumptions: readonly string[];
  readonly flags: readonly string[];
}

export type NotTested =
  | "decoy"
  | "contaminant"
  | "only identified by site"
  | "nothing observed"
  | "observed in too few samples"
  | "no spread";

/** Arrays of NaN for `n` features. */
export function emptyColumns(n: number) {
  const column = () => new Float64Array(n).fill(Number.NaN);
  return {
    log2FoldChange: column(),
    lower: column(),
    upper: column(),
    statistic: column(),
    df: column(),
    p: column(),
    q: column(),
    logOdds: column(),
    auc: column(),
  };
}
