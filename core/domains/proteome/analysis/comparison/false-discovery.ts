/**
 * Adjusted p-values of Benjamini and Hochberg 1995 (10.1111/j.2517-6161.1995.tb02031.x): q(i) = min over k >= i of
 * p(k) m / k, at most 1, m the number of finite p. NaN stays NaN and counts for nothing.
 */
export function benjaminiHochberg(p: Float64Array): Float64Array {
  const order = Array.from(p.keys()).filter((i) => !Number.isNaN(p[i]!));
  order.sort((a, b) => p[a]! - p[b]!);
  const adjusted = new Float64Array(p.length).fill(Number.NaN);
  let least = 1;
  for (let k = order.length; k >= 1; k--) {
    const i = order[k - 1]!;
    least = Math.min(least, (p[i]! * order.length) / k);
    adjusted[i] = least;
  }
  return adjusted;
}
