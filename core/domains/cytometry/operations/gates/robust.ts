/** 1 / Phi^-1(3/4): makes the median absolute deviation estimate a normal standard deviation. */
const consistency = 1.482602218505602;

/** The median of numbers without NaN (mean of the middle two); NaN where there are none. */
export function median(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Median and scaled median absolute deviation. */
export function medianAndMad(values: ArrayLike<number>): {
  readonly center: number;
  readonly spread: number;
} {
  const center = median(values);
  const away = Float64Array.from(values, (value) => Math.abs(value - center));
  return { center, spread: consistency * median(away) };
}
