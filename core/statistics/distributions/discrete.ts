/** Both tails of a distribution on the whole numbers: P(X <= k) and P(X > k), each accurate where it is small. */
export interface DiscreteTails {
  cdf(k: number): number;
  sf(k: number): number;
}

const ties = 64 * Number.EPSILON;

/**
 * The least k in [0, highest] with P(X <= k) >= p (side `lower`) or P(X > k) <= p (side `upper`), searched from
 * `start`; NaN unless 0 <= p <= 1. Probabilities that differ from `p` by rounding alone count as equal to it.
 */
export function discreteQuantile(
  tails: DiscreteTails,
  probability: number,
  side: "lower" | "upper",
  start: number,
  highest: number,
): number {
  if (!(probability >= 0 && probability <= 1)) return Number.NaN;
  if (probability === 0 || probability === 1) return (probability === 0) === (side === "lower") ? 0 : highest;
  const small = probability <= 0.5;
  const tail = small ? probability : 1 - probability;
  const slack = small ? ties * tail : Math.max(ties * tail, 2 ** -53);
  const byCdf = (side === "lower") === small;
  const reached = (k: number) => (byCdf ? tails.cdf(k) >= tail - slack : tails.sf(k) <= tail + slack);
  return leastReached(reached, Math.min(highest, Math.max(0, Math.round(start))), highest);
}

// `reached` is false below the answer and true from it on; steps away from `start` double, then halve
function leastReached(reached: (k: number) => boolean, start: number, highest: number): number {
  let low = 0;
  let high = highest;
  if (reached(start)) {
    high = start;
    for (let step = 1; high - step >= 0; step *= 2) {
      if (!reached(high - step)) {
        low = high - step + 1;
        break;
      }
      high -= step;
    }
  } else {
    low = start + 1;
    for (let step = 1; low + step < highest; step *= 2) {
      if (reached(low + step)) {
        high = low + step;
        break;
      }
      low += step + 1;
    }
  }
  while (low < high) {
    const middle = low + Math.floor((high - low) / 2);
    if (reached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
