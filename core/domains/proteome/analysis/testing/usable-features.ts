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
  /** 1 where a value was imputed, as the values lie; null where none was. */
  readonly imputed: Uint8Array | null;
}

/**
 * Which features can be tested between two sides of samples, and why the others cannot. Imputed values do not count as
 * observed; where there are some, one side that was observed in enough samples is enough.
 */
export function usableFeatures(
  features: readonly Feature[],
  values: Matrix,
  first: readonly number[],
  second: readonly number[],
  { minimumObserved, keepContaminants, imputed }: UsableRule,
): UsableFeatures {
  const firstObserved = new Int32Array(values.rows);
  const secondObserved = new Int32Array(values.rows);
  const reasons = new Map<NotTested, number>();
  const rows: number[] = [];
  features.forEach(({ marks }, row) => {
    firstObserved[row] = observed(values, imputed, row, first);
    secondObserved[row] = observed(values, imputed, row, second);
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
    const least = imputed === null ? Math.min(one, two) : Math.max(one, two);
    return least < minimumObserved ? "observed in too few samples" : null;
  }
}

function observed(
  { columns, values }: Matrix,
  imputed: Uint8Array | null,
  row: number,
  samples: readonly number[],
): number {
  let n = 0;
  for (const sample of samples) {
    const at = row * columns + sample;
    if (!Number.isNaN(values[at]!) && imputed?.[at] !== 1) n += 1;
  }
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
