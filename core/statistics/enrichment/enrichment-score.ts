/** The weighted running sum's greatest deviation from 0, and which set member it lies at. */
export interface EnrichmentScore {
  /** -1 to 1. */
  es: number;
  /** Index among the positions: the last member before a peak, the first one after a trough. */
  at: number;
}

// a peak and a trough whose sizes differ by rounding alone are equal
const slack = 1e-12;

/**
 * Writes to `found` the score of the first `size` of `positions`, whose weights sum to `total`; see `enrichmentScore`.
 */
export function scorePositions(
  positions: Int32Array,
  size: number,
  weights: Float64Array,
  total: number,
  found: EnrichmentScore,
): void {
  const perHit = total > 0 ? 1 / total : 0;
  const flat = total > 0 ? 0 : 1 / size;
  const perMiss = 1 / (weights.length - size);
  let sum = 0;
  let highest = 0;
  let lowest = 0;
  let peak = 0;
  let trough = 0;
  for (let j = 0; j < size; j++) {
    const position = positions[j]!;
    const missed = (position - j) * perMiss;
    const before = sum - missed;
    if (before < lowest) {
      lowest = before;
      trough = j;
    }
    sum += weights[position]! * perHit + flat;
    const after = sum - missed;
    if (after > highest) {
      highest = after;
      peak = j;
    }
  }
  const difference = highest + lowest;
  const isPeak = difference > slack || (difference >= -slack && peak < trough);
  found.es = isPeak ? highest : lowest;
  found.at = isPeak ? peak : trough;
}

/**
 * Enrichment score of the genes at `positions` (ascending, from 0, of `weights.length` ranked genes): the deviation of
 * sum of hits |r|^p / N_R less misses / (N - N_H) that is greatest in size, the first of two equal ones. Extremes lie
 * beside hits, so that only hits are visited. Members whose weights are all 0 count equally. Source: Subramanian et
 * al. 2005 (10.1073/pnas.0506580102), appendix.
 */
export function enrichmentScore(positions: Int32Array, weights: Float64Array): Readonly<EnrichmentScore> {
  let total = 0;
  for (const position of positions) total += weights[position]!;
  const found = { es: 0, at: 0 };
  scorePositions(positions, positions.length, weights, total, found);
  return found;
}

/** Members that make up the score: those up to the peak, or from the trough on; positions in the ranking. */
export function leadingEdge(positions: Int32Array, { es, at }: Readonly<EnrichmentScore>): Int32Array {
  return es >= 0 ? positions.slice(0, at + 1) : positions.slice(at);
}
