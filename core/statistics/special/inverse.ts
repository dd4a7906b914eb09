/** ln of a tail less ln of its target, and its derivative in u. */
export interface LogExcess {
  readonly excess: number;
  readonly slope: number;
}

/**
 * The u in [lowest, highest] where a monotone `evaluate` crosses 0 (rising or falling): Newton steps inside a
 * bracket that only shrinks, halved wherever a step leaves it or stops shortening. Gives an end of the range where
 * the crossing lies beyond it.
 */
export function solveMonotone(
  evaluate: (u: number) => LogExcess,
  start: number,
  lowest: number,
  highest: number,
  rising: boolean,
): number {
  let low = lowest;
  let high = highest;
  let u = Math.min(high, Math.max(low, start));
  let lastStep = Number.POSITIVE_INFINITY;
  for (let k = 0; k < 300; k++) {
    const { excess, slope } = evaluate(u);
    if (excess > 0 === rising) high = u;
    else low = u;
    let next = u - excess / slope;
    const inside = next >= low && next <= high;
    if (inside && (Math.abs(next - u) <= 1e-14 * Math.max(1, Math.abs(u)) || Math.abs(excess) < 1e-15))
      return next;
    if (!inside || Math.abs(next - u) > 0.5 * lastStep) next = 0.5 * (low + high);
    lastStep = Math.abs(next - u);
    if (next === u || next === low || next === high) return next;
    u = next;
  }
  return u;
}
