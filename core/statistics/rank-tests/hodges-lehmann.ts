import { accepted, type Result, refused } from "../../kernel/index.ts";
import { normalQuantile } from "../distributions/normal.ts";
import { statisticsIssues } from "../issues.ts";
import { quantileSorted } from "../quantiles.ts";
import { allFinite, requireLevel, type Values } from "../values.ts";
import { untiedDistribution } from "./rank-sum.ts";

export interface LocationShift {
  /** Median of the differences of every value of the first sample from every value of the second. */
  readonly shift: number;
  readonly lower: number;
  readonly upper: number;
  /** Level that the interval has: at least the asked one where the exact distribution was used and the samples allow it. */
  readonly level: number;
  readonly method: "exact" | "asymptotic";
}

const exactPairs = 10_000;

/**
 * Hodges-Lehmann shift of `first` from `second`, in the values' unit, with the interval between order statistics of the
 * n1 n2 differences that inverts the rank-sum test: exact up to 10,000 pairs (conservative with ties), else by the
 * normal approximation. Hollander, Wolfe and Chicken 2014, 4.3. Issues: `statistics-no-values`, `statistics-not-finite`.
 */
export function hodgesLehmann(first: Values, second: Values, level = 0.95): Result<LocationShift> {
  requireLevel(level);
  const [m, n] = [first.length, second.length];
  if (m === 0 || n === 0) return refused(statisticsIssues.raise("statistics-no-values"));
  if (!allFinite(first) || !allFinite(second))
    return refused(statisticsIssues.raise("statistics-not-finite"));
  const differences = new Float64Array(m * n);
  for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) differences[i * n + j] = first[i]! - second[j]!;
  differences.sort();
  const exact = m * n <= exactPairs;
  const found = exact ? exactRank(m, n, level) : { rank: normalRank(m, n, level), level };
  return accepted({
    shift: quantileSorted(differences, 0.5),
    lower: differences[found.rank - 1]!,
    upper: differences[m * n - found.rank]!,
    level: found.level,
    method: exact ? "exact" : "asymptotic",
  });
}

/** The greatest rank k >= 1 with P(U < k) <= (1 - level) / 2, and the level of the interval from the k-th on. */
function exactRank(m: number, n: number, level: number): { rank: number; level: number } {
  const { weights, total } = untiedDistribution(m, n);
  let rank = 1;
  let below = weights[0]! / total;
  while (below + weights[rank]! / total <= (1 - level) / 2) {
    below += weights[rank]! / total;
    rank += 1;
  }
  return { rank, level: 1 - 2 * below };
}

function normalRank(m: number, n: number, level: number): number {
  const sd = Math.sqrt((m * n * (m + n + 1)) / 12);
  return Math.max(1, Math.floor((m * n) / 2 - normalQuantile((1 + level) / 2) * sd));
}
