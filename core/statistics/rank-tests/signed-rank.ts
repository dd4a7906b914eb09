import { normalSf } from "../distributions/normal.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";
import { signDistribution, twoSided } from "./exact-null.ts";
import { autoExactBelow, continuous, type RankTestOptions, rankMethod } from "./method.ts";
import { countBelow, doubledMidranks, tieSum } from "./ties.ts";

/** One value a feature in every column. */
export interface SignedRankTable {
  /** Sum of the ranks of the positive differences: R's V. */
  readonly v: Float64Array;
  readonly z: Float64Array;
  /** Two-sided; NaN where every difference is 0 or missing. */
  readonly p: Float64Array;
  /** Differences that are there and not 0. */
  readonly n: Uint32Array;
  /** Differences of 0, which are left out (Wilcoxon's way). */
  readonly zeros: Uint32Array;
  /** Codes of `rankMethod`. */
  readonly method: Uint8Array;
}

/** Greatest number of differences of an exact test. */
const exactDifferences = 400;

/**
 * Wilcoxon's signed-rank test of each row of `differences` (features x pairs) against a shift of 0; a NaN is left out of
 * its row. Asymptotic as R's `wilcox.test(exact = FALSE)`; exact with ties is conditional on them. `auto` is exact below
 * 50 differences without ties and zeros.
 */
export function signedRank(
  differences: Matrix,
  { method = "auto", continuity = true }: RankTestOptions = {},
): SignedRankTable {
  const { rows, columns, values } = differences;
  const column = () => new Float64Array(rows).fill(Number.NaN);
  const [v, z, p] = [column(), column(), column()];
  const [n, zeros, methods] = [new Uint32Array(rows), new Uint32Array(rows), new Uint8Array(rows)];
  for (let row = 0; row < rows; row++) {
    const there = values.subarray(row * columns, (row + 1) * columns).filter((one) => !Number.isNaN(one));
    const kept = there.filter((one) => one !== 0);
    const size = kept.length;
    n[row] = size;
    zeros[row] = there.length - size;
    if (size === 0) continue;
    const sizes = kept.map(Math.abs).sort();
    const doubled = doubledMidranks(sizes);
    let twiceV = 0;
    for (const one of kept) if (one > 0) twiceV += doubled[countBelow(sizes, one)]!;
    const ties = tieSum(sizes);
    v[row] = twiceV / 2;
    const sd = Math.sqrt((size * (size + 1) * (2 * size + 1)) / 24 - ties / 48);
    z[row] = continuous(twiceV / 2 - (size * (size + 1)) / 4, continuity) / sd;
    const small = size < autoExactBelow && ties === 0 && zeros[row] === 0;
    const wanted = method === "exact" || (method === "auto" && small);
    if (wanted && size <= exactDifferences) {
      p[row] = exactP(doubled, twiceV, ties);
      methods[row] = rankMethod.exact;
      continue;
    }
    p[row] = Math.min(1, 2 * normalSf(Math.abs(z[row]!)));
    methods[row] = wanted ? rankMethod.exactOutOfReach : rankMethod.asymptotic;
  }
  return { v, z, p, n, zeros, method: methods };
}

function exactP(doubled: Float64Array, twiceV: number, ties: number): number {
  const n = doubled.length;
  const half = (n * (n + 1)) / 2;
  if (ties > 0) return twoSided(signDistribution(doubled), twiceV, 2 * half);
  return twoSided(signDistribution(doubled.map((rank) => rank / 2)), twiceV / 2, half);
}
