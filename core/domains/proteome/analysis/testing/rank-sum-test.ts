import { isAccepted } from "../../../../kernel/index.ts";
import { benjaminiHochberg, hodgesLehmann, type Matrix, rankSum } from "../../../../statistics/index.ts";
import { emptyColumns, type FeatureTest } from "./feature-test.ts";
import { subMatrix, type UsableFeatures } from "./usable-features.ts";

/** Pairs of samples beyond which no interval of the shift is made: each feature would sort them all. */
const mostPairs = 10_000;

export interface RankSumRule {
  readonly method: "auto" | "exact" | "asymptotic";
  readonly level: number;
  /** Whether the shift and its interval are wanted. */
  readonly shifts: boolean;
}

/** Wilcoxon-Mann-Whitney of every usable feature, with the Hodges-Lehmann shift as the difference. */
export function rankSumTest(
  values: Matrix,
  first: readonly number[],
  second: readonly number[],
  usable: UsableFeatures,
  { method, level, shifts }: RankSumRule,
): FeatureTest {
  const { rows, firstObserved, secondObserved, notTested } = usable;
  const samples = [...first, ...second];
  const data = subMatrix(values, rows, samples);
  const sides = Uint8Array.from(samples, (_, at) => (at < first.length ? 1 : 0));
  const found = rankSum(data, sides, { method, continuity: true });
  const columns = emptyColumns(values.rows);
  const q = benjaminiHochberg(found.p);
  const small = shifts && first.length * second.length <= mostPairs;
  rows.forEach((row, at) => {
    columns.statistic[row] = found.z[at]!;
    columns.p[row] = found.p[at]!;
    columns.q[row] = q[at]!;
    columns.auc[row] = found.auc[at]!;
    const own = data.values.subarray(at * data.columns, (at + 1) * data.columns);
    const one = own.subarray(0, first.length).filter((value) => !Number.isNaN(value));
    const two = own.subarray(first.length).filter((value) => !Number.isNaN(value));
    const shift = small ? hodgesLehmann(one, two, level) : null;
    if (shift !== null && isAccepted(shift)) {
      columns.log2FoldChange[row] = shift.value.shift;
      columns.lower[row] = shift.value.lower;
      columns.upper[row] = shift.value.upper;
    } else columns.log2FoldChange[row] = mean(one) - mean(two);
  });
  return {
    ...columns,
    firstObserved,
    secondObserved,
    tested: found.p.reduce((n, p) => n + (Number.isNaN(p) ? 0 : 1), 0),
    notTested: withoutSpread(notTested, found.p),
    residualSd: pooledSd(data, first.length),
    assumptions: ["shift_only", method === "asymptotic" ? "rank_sum_normal" : "rank_sum_exact_if_small"],
    flags: [],
  };
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Features that had values but no p. */
export function withoutSpread(
  notTested: UsableFeatures["notTested"],
  p: Float64Array,
): UsableFeatures["notTested"] {
  const count = p.reduce((n, value) => n + (Number.isNaN(value) ? 1 : 0), 0);
  if (count === 0) return notTested;
  const before = notTested.find(({ reason }) => reason === "no spread")?.count ?? 0;
  return [
    ...notTested.filter(({ reason }) => reason !== "no spread"),
    { reason: "no spread", count: before + count },
  ];
}

/** Median over features of the standard deviation within the two sides. */
function pooledSd({ rows, columns, values }: Matrix, first: number): number {
  const sds: number[] = [];
  for (let row = 0; row < rows; row++) {
    const own = values.subarray(row * columns, (row + 1) * columns);
    let squares = 0;
    let df = 0;
    for (const side of [own.subarray(0, first), own.subarray(first)]) {
      const seen = side.filter((value) => !Number.isNaN(value));
      const centre = mean(seen);
      for (const value of seen) squares += (value - centre) * (value - centre);
      df += Math.max(0, seen.length - 1);
    }
    if (df > 0) sds.push(Math.sqrt(squares / df));
  }
  sds.sort((a, b) => a - b);
  return sds.length === 0 ? Number.NaN : sds[Math.floor((sds.length - 1) / 2)]!;
}
