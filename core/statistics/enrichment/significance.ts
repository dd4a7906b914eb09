import type { NullScores } from "./gene-null.ts";

/** Significance of enrichment scores, aligned with the sets; NaN where no permutation has the score's sign. */
export interface Significance {
  readonly nes: Float64Array;
  readonly p: Float64Array;
  readonly q: Float64Array;
  /** The least p that the permutations of the score's sign can give: 1 / (m + 1). */
  readonly resolution: Float64Array;
  /** m: permutations whose score has the sign of the set's. */
  readonly sameSign: Int32Array;
}

/** Null scores of one row by sign: sizes of the scores ascending, and their mean. */
interface Side {
  readonly sizes: Float64Array;
  readonly mean: number;
}

// scores that differ by rounding alone count as equal
const slack = 1e-12;

function sideOf(row: Float64Array, sign: 1 | -1): Side {
  const sizes = row
    .filter((es) => (es >= 0 ? 1 : -1) === sign)
    .map(Math.abs)
    .sort();
  let sum = 0;
  for (const size of sizes) sum += size;
  return { sizes, mean: sum / sizes.length };
}

// how many of the ascending values are at least `threshold`
function countFrom(ascending: Float64Array, threshold: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! < threshold) low = middle + 1;
    else high = middle;
  }
  return ascending.length - low;
}

/**
 * NES, p and q of the sets' scores against null scores, `rows[s]` being the null row of set s. For the sign of ES:
 * NES = ES / mean |null ES|; p = (b + 1) / (m + 1) with b of m null scores at least as far out; q = the share of all
 * null NES at least as far out over the same share of the observed NES, at most 1, each set counting its own null.
 * Source: Subramanian et al. 2005 (10.1073/pnas.0506580102); p: Phipson and Smyth 2010 (10.2202/1544-6115.1585).
 */
export function significanceOf(es: Float64Array, rows: ArrayLike<number>, nulls: NullScores): Significance {
  const n = es.length;
  const unknown = () => new Float64Array(n).fill(Number.NaN);
  const nes = unknown();
  const p = unknown();
  const q = unknown();
  const resolution = unknown();
  const sameSign = new Int32Array(n);
  for (const sign of [1, -1] as const) {
    const sets = Array.from(es.keys()).filter((s) => (es[s]! >= 0 ? 1 : -1) === sign);
    const sides = sidesOf(nulls, sign);
    const multiplicity = new Int32Array(sides.length);
    for (let s = 0; s < n; s++) multiplicity[rows[s]!]!++;
    for (const s of sets) {
      const { sizes, mean } = sides[rows[s]!]!;
      sameSign[s] = sizes.length;
      if (sizes.length === 0) continue;
      nes[s] = es[s]! / mean;
      p[s] = (countFrom(sizes, Math.abs(es[s]!) - slack) + 1) / (sizes.length + 1);
      resolution[s] = 1 / (sizes.length + 1);
    }
    falseDiscoveryRates(sets, nes, sides, multiplicity, q);
  }
  return { nes, p, q, resolution, sameSign };
}

function sidesOf({ permutations, values }: NullScores, sign: 1 | -1): Side[] {
  const rows = permutations === 0 ? 0 : values.length / permutations;
  return Array.from({ length: rows }, (_, row) =>
    sideOf(values.subarray(row * permutations, (row + 1) * permutations), sign),
  );
}

function falseDiscoveryRates(
  sets: readonly number[],
  nes: Float64Array,
  sides: readonly Side[],
  multiplicity: Int32Array,
  q: Float64Array,
): void {
  const observed = Float64Array.from(sets, (s) => Math.abs(nes[s]!))
    .filter((size) => !Number.isNaN(size))
    .sort();
  let all = 0;
  sides.forEach(({ sizes }, row) => {
    all += multiplicity[row]! * sizes.length;
  });
  for (const s of sets) {
    const size = Math.abs(nes[s]!);
    if (Number.isNaN(size)) continue;
    let beyond = 0;
    sides.forEach(({ sizes, mean }, row) => {
      if (sizes.length > 0) beyond += multiplicity[row]! * countFrom(sizes, (size - slack) * mean);
    });
    const share = countFrom(observed, size - slack) / observed.length;
    q[s] = Math.min(1, beyond / all / share);
  }
}
