import type { Random } from "../../kernel/random.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";
import { requireLength } from "../values.ts";
import { type ArrangementOptions, type Arrangements, arrangements } from "./arrangements.ts";
import { centredRows, type DifferenceStatistic, differenceStatistics } from "./statistics.ts";

/** How many arrangements reached what was observed; those of disjoint ranges of arrangements add up. */
export interface PermutationCounts {
  /** Arrangements looked at. */
  readonly arrangements: number;
  /** Per feature: those whose |statistic| is at least the observed one's. */
  readonly reached: Float64Array;
  /** Per feature: those whose greatest |statistic| among the features no more extreme than this one is at least its own. */
  readonly maximumReached: Float64Array;
}

/** One value a feature in every column. */
export interface PermutationTable {
  readonly statistic: Float64Array;
  /** Two-sided; NaN where the statistic is. */
  readonly p: Float64Array;
  /** Adjusted for all features, step-down maxT; use it with `student` or `welch`, which compare on one scale. */
  readonly pMaxT: Float64Array;
  readonly exact: boolean;
  readonly arrangements: number;
}

export interface PermutationOptions extends ArrangementOptions {
  /** `welch` where not given. */
  readonly statistic?: DifferenceStatistic;
}

/** Observed statistics of each row of `data` (features x samples); see `permutationTest`. */
export function observedStatistics(
  data: Matrix,
  inFirst: Uint8Array,
  statistic: DifferenceStatistic,
): Float64Array {
  const found = new Float64Array(data.rows);
  differenceStatistics(centredRows(data), inFirst, statistic, found);
  return found;
}

/**
 * Counts over the arrangements `from` to `to` - 1 of `ways`: a share of a test that any number of workers may take. An
 * arrangement in which a feature has no statistic counts as one that reached it.
 */
export function permutationCounts(
  data: Matrix,
  observed: Float64Array,
  ways: Arrangements,
  statistic: DifferenceStatistic,
  from: number,
  to: number,
): PermutationCounts {
  requireLength("observed", observed, data.rows);
  const centred = centredRows(data);
  // equal statistics may differ in the last places when summed in another order
  const bar = observed.map((one, row) => Math.abs(one) - slack(centred, row, one, statistic));
  const order = byExtremity(observed);
  const labels = new Uint8Array(data.columns);
  const found = new Float64Array(data.rows);
  const reached = new Float64Array(data.rows);
  const maximumReached = new Float64Array(data.rows);
  for (let index = from; index < to; index++) {
    ways.deal(index, labels);
    differenceStatistics(centred, labels, statistic, found);
    let greatest = 0;
    for (let k = order.length - 1; k >= 0; k--) {
      const row = order[k]!;
      const size = Number.isNaN(found[row]!) ? Number.POSITIVE_INFINITY : Math.abs(found[row]!);
      if (size >= bar[row]!) reached[row]! += 1;
      greatest = Math.max(greatest, size);
      if (greatest >= bar[row]!) maximumReached[row]! += 1;
    }
  }
  return { arrangements: Math.max(0, to - from), reached, maximumReached };
}

/** The table of all counts: b / m where every arrangement was taken, (b + 1) / (m + 1) where m were drawn. */
export function permutationTable(
  observed: Float64Array,
  exact: boolean,
  counts: readonly PermutationCounts[],
): PermutationTable {
  const more = exact ? 0 : 1;
  const total = counts.reduce((sum, one) => sum + one.arrangements, 0);
  const share = (row: number, of: "reached" | "maximumReached") =>
    (counts.reduce((sum, one) => sum + one[of][row]!, 0) + more) / (total + more);
  const p = observed.map((one, row) => (Number.isNaN(one) ? Number.NaN : share(row, "reached")));
  const pMaxT = new Float64Array(observed.length).fill(Number.NaN);
  let greatest = 0;
  for (const row of byExtremity(observed)) {
    greatest = Math.max(greatest, share(row, "maximumReached"));
    pMaxT[row] = greatest;
  }
  return { statistic: observed, p, pMaxT, exact, arrangements: total };
}

/**
 * Permutation test of each row of `data` (features x samples) for a difference between the samples with 1 in `inFirst`
 * and those with 0 (255 left out): every arrangement of the labels up to `limit`, else `draws` random ones (Phipson and
 * Smyth 2010, doi:10.2202/1544-6115.1585), with step-down maxT (Westfall and Young 1993; Ge, Dudoit and Speed 2003).
 * A NaN is left out of its row.
 */
export function permutationTest(
  data: Matrix,
  inFirst: Uint8Array,
  random: Random,
  { statistic = "welch", ...options }: PermutationOptions = {},
): PermutationTable {
  requireLength("inFirst", inFirst, data.columns);
  const ways = arrangements(inFirst, random, options);
  const observed = observedStatistics(data, inFirst, statistic);
  const counts = permutationCounts(data, observed, ways, statistic, 0, ways.count);
  return permutationTable(observed, ways.exact, [counts]);
}

/** Rows that have a statistic, the most extreme first, ties in their order. */
function byExtremity(observed: Float64Array): Uint32Array {
  const rows = Uint32Array.from([...observed.keys()].filter((row) => !Number.isNaN(observed[row]!)));
  return rows.sort((i, j) => Math.abs(observed[j]!) - Math.abs(observed[i]!) || i - j);
}

function slack(centred: Matrix, row: number, observed: number, statistic: DifferenceStatistic): number {
  if (statistic !== "mean-difference") return 1e-9 * (Math.abs(observed) + 1e-3);
  let greatest = 0;
  for (let i = row * centred.columns; i < (row + 1) * centred.columns; i++) {
    if (Math.abs(centred.values[i]!) > greatest) greatest = Math.abs(centred.values[i]!);
  }
  return 1e-12 * greatest;
}
