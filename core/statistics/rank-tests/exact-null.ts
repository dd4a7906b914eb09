/** Distribution of a sum of scores under the null hypothesis: `weights[s]` arrangements give the sum `s`. */
export interface NullDistribution {
  readonly weights: Float64Array;
  /** Sum of the weights. */
  readonly total: number;
}

/**
 * Distribution of the sum of `take` of the whole `scores` >= 0, every choice equally likely: shift algorithm of Streitberg
 * and Roehmel (1986, Statistical Software Newsletter 12:10). Additions of positive numbers only, so that no accuracy is lost.
 */
export function choiceDistribution(scores: ArrayLike<number>, take: number): NullDistribution {
  const ascending = Float64Array.from(scores).sort();
  let top = 0;
  for (let i = ascending.length - take; i < ascending.length; i++) top += ascending[i]!;
  const width = top + 1;
  const counts = new Float64Array((take + 1) * width);
  counts[0] = 1;
  let reached = 0;
  for (let i = 0; i < ascending.length; i++) {
    const score = ascending[i]!;
    reached = Math.min(top, reached + score);
    for (let k = Math.min(take, i + 1); k >= 1; k--) {
      const to = k * width;
      const from = to - width - score;
      for (let s = score; s <= reached; s++) counts[to + s]! += counts[from + s]!;
    }
  }
  return totalled(counts.slice(take * width));
}

/** Distribution of the sum of the whole `scores` >= 0 that get a plus sign, every pattern of signs equally likely. */
export function signDistribution(scores: ArrayLike<number>): NullDistribution {
  let top = 0;
  for (let i = 0; i < scores.length; i++) top += scores[i]!;
  const counts = new Float64Array(top + 1);
  counts[0] = 1;
  let reached = 0;
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i]!;
    reached += score;
    for (let s = reached; s >= score; s--) counts[s]! += counts[s - score]!;
  }
  return totalled(counts);
}

function totalled(weights: Float64Array): NullDistribution {
  let total = 0;
  for (const weight of weights) total += weight;
  return { weights, total };
}

/** P(|S - centre| >= |sum - centre|), where `twiceCentre` is twice the expectation of S. */
export function twoSided({ weights, total }: NullDistribution, sum: number, twiceCentre: number): number {
  const far = Math.abs(2 * sum - twiceCentre) - 1e-6;
  let tail = 0;
  for (let s = 0; s < weights.length; s++) if (Math.abs(2 * s - twiceCentre) >= far) tail += weights[s]!;
  return Math.min(1, tail / total);
}
