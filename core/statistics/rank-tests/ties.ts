/** End of the run of equal values that starts at `from` of the first `n` of `sorted`. */
export function runEnd(sorted: Float64Array, from: number, n: number): number {
  const value = sorted[from]!;
  let to = from + 1;
  while (to < n && sorted[to] === value) to += 1;
  return to;
}

/**
 * Twice the midranks of `sorted` (ascending), whole numbers: tied values share the mean of their ranks, counted from 1.
 */
export function doubledMidranks(sorted: Float64Array): Float64Array {
  const ranks = new Float64Array(sorted.length);
  for (let from = 0; from < sorted.length; ) {
    const to = runEnd(sorted, from, sorted.length);
    ranks.fill(from + 1 + to, from, to);
    from = to;
  }
  return ranks;
}

/** Sum over groups of tied values of `t^3 - t` in `sorted` (ascending). */
export function tieSum(sorted: Float64Array): number {
  let sum = 0;
  for (let from = 0; from < sorted.length; ) {
    const to = runEnd(sorted, from, sorted.length);
    const t = to - from;
    sum += t * t * t - t;
    from = to;
  }
  return sum;
}

/** Number of `sorted` (ascending) below `value`. */
export function countBelow(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Number of `sorted` (ascending) not above `value`. */
export function countNotAbove(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
