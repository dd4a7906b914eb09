import { portable } from "../../../../kernel/index.ts";

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

const goldenPart = (Math.sqrt(5) - 1) / 2;

/**
 * Indices of at most `most` of `n` events, spread evenly by the golden section: the same for the same `n`, in step with no
 * period of the acquisition. Some may come twice.
 */
export function spreadIndices(n: number, most: number): Uint32Array {
  if (n <= most) return Uint32Array.from({ length: n }, (_, i) => i);
  return Uint32Array.from({ length: most }, (_, k) => Math.floor(((k * goldenPart) % 1) * n));
}

/** The values at these indices. */
export function valuesAt(values: Column, indices: Uint32Array): Float64Array {
  return Float64Array.from(indices, (i) => values[i]!);
}

/** asinh(x / cofactor) of each value. */
export function scaled(values: Column, cofactor: number): Float64Array {
  const out = new Float64Array(values.length);
  for (let i = 0; i < out.length; i++) out[i] = portable.asinh(values[i]! / cofactor);
  return out;
}
