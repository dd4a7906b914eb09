import { portable } from "../../../../kernel/index.ts";
import { type Matrix, randomInterceptModels } from "../../../../statistics/index.ts";

/** Share of the features that is left out at each end. */
const trim = 0.15;
const largest = 0.99;

/**
 * Correlation of samples of one block that all features share: the trimmed mean, by Fisher's z, of the intraclass
 * correlations of the features (REML, none below 0). 0 where none can be estimated. Smyth, Michaud and Scott 2005,
 * 10.1093/bioinformatics/bti270.
 */
export function blockCorrelation(data: Matrix, design: Matrix, blocks: readonly string[]): number {
  if (new Set(blocks).size === blocks.length) return 0;
  const { betweenVariance, residualVariance } = randomInterceptModels(data, design, blocks);
  const scores = betweenVariance
    .map((between, at) => Math.min(largest, between / (between + residualVariance[at]!)))
    .filter((share) => !Number.isNaN(share))
    .map(portable.atanh)
    .sort();
  const cut = Math.floor(trim * scores.length);
  const kept = scores.subarray(cut, scores.length - cut);
  if (kept.length === 0) return 0;
  return portable.tanh(kept.reduce((sum, score) => sum + score, 0) / kept.length);
}
