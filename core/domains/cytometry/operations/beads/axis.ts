/** Any numbers by index: a column of events in linear units. */
export type Column = ArrayLike<number>;

const cofactorPerNoise = 10;

/**
 * Cofactor c of asinh(x / c) that makes dim and bright populations about equally wide: ten times the robust SD of the
 * lowest of `populations` equally filled ones; asinh stabilises var = s0^2 + (cv x)^2 where c = s0 / cv. `sorted`
 * ascends. NaN where the values do not vary.
 */
export function cofactorOf(sorted: Float64Array, populations: number): number {
  const at = (p: number) => sorted[Math.floor((sorted.length - 1) * p)]!;
  for (let share = 1 / populations; share <= 1; share *= 2) {
    const spread = (at(0.8413 * share) - at(0.1587 * share)) / 2;
    if (spread > 0) return cofactorPerNoise * spread;
  }
  const range = sorted[sorted.length - 1]! - sorted[0]!;
  return range > 0 ? range : Number.NaN;
}

/** Every `step`-th value so that at most `most` remain: a subsample that does not depend on chance. */
export function strided(values: Column, most: number): Float64Array {
  const step = Math.max(1, Math.ceil(values.length / most));
  const taken = new Float64Array(Math.ceil(values.length / step));
  for (let k = 0; k < taken.length; k++) taken[k] = values[k * step]!;
  return taken;
}

/** asinh(x / cofactor) of each value. */
export function scaled(values: Column, cofactor: number): Float64Array {
  const out = new Float64Array(values.length);
  for (let i = 0; i < out.length; i++) out[i] = Math.asinh(values[i]! / cofactor);
  return out;
}
