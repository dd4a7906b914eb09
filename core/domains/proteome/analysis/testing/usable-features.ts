import type { Matrix } from "../../../../statistics/index.ts";
import type { Feature } from "../../measurement.ts";
import type { NotTested } from "./feature-test.ts";

export interface UsableFeatures {
  /** Rows that are tested, ascending. */
  readonly rows: Int32Array;
  readonly firstObserved: Int32Array;
  readonly secondObserved: Int32Array;
  readonly notTested: readonly { readonly reason: NotTested; readonly count: number }[];
}

export interface UsableRule {
  readonly minimumObserved: number;
  readonly keepContaminants: boolean;
}

/** Which features can be tested between two sides of samples, and why the others cannot. */
export function usableFeatures(
  features: readonly Feature[],
  values: Matrix,
  first: readonly number[],
  second: readonly number[],
  { minimumObserved, keepContaminants }: UsableRule,
): UsableFeatures {
  const firstObserved = new Int32Array(values.rows);
  const secondObserved = new Int32Array(values.rows);
  const reasons = new Map<NotTested, number>();
  const rows: number[] = [];
  features.forEach(({ marks }, row) => {
    firstObserved[row] = observed(values, row, first);
    secondObserved[row] = observed(values, row, second);
    const reason = reasonOf(marks, firstObserved[row]!, secondObserved[row]!);
    if (reason === null) rows.push(row);
    else reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  });
  return {
    rows: Int32Array.from(rows),
    firstObserved,
    secondObserved,
    notTested: [...reasons].map(([reason, count]) => ({ reason, count })),
  };

  function reasonOf(marks: Feature["marks"], one: number, two: number): NotTested | null {
    if (marks.includes("decoy")) return "decoy";
    if (marks.includes("only identified by site")) return "only identified by site";
    if (marks.includes("contaminant") && !keepContaminants) return "contaminant";
    if (one + two === 0) return "nothing observed";
    return one < minimumObserved || two < minimumObserved ? "observed in too few samples" : null;
  }
}

function observed({ columns, values }: Matrix, row: number, samples: readonly number[]): number {
  let n = 0;
  for (const sample of samples) if (!Number.isNaN(values[row * columns + sample]!)) n += 1;
  return n;
}

/** The given rows and columns of a matrix. */
export function subMatrix({ columns, values }: Matrix, rows: Int32Array, samples: readonly number[]): Matrix {
  const out = new Float64Array(rows.length * samples.length);
  rows.forEach((row, at) => {
    samples.forEach((sample, column) => {
      out[at * samples.length + column] = values[row * columns + sample]!;
    });
  });
  return { rows: rows.length, columns: samples.length, values: out };
}
