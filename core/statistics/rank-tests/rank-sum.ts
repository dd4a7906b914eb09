import { normalSf } from "../distributions/normal.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";
import { requireLength } from "../values.ts";
import { choiceDistribution, type NullDistribution, twoSided } from "./exact-null.ts";
import { autoExactBelow, continuous, type RankTestOptions, rankMethod } from "./method.ts";
import { type SortSpace, sortAscending, sortSpace } from "./sort-ascending.ts";
import { doubledMidranks, runEnd } from "./ties.ts";

/** One value a feature in every column. */
export interface RankSumTable {
  /** Pairs in which the first sample is greater, ties as one half: R's W. */
  readonly u: Float64Array;
  /** Standardised U, corrected for ties and, where asked for, for continuity; NaN where the values do not vary. */
  readonly z: Float64Array;
  /** Two-sided; NaN without values in both samples or where all values are the same. */
  readonly p: Float64Array;
  /** u / (n1 n2). */
  readonly auc: Float64Array;
  /** 1 without ties, `1 - sum(t^3 - t) / (n^3 - n)`. */
  readonly tieCorrection: Float64Array;
  readonly n1: Uint32Array;
  readonly n2: Uint32Array;
  /** Codes of `rankMethod`. */
  readonly method: Uint8Array;
}

/** Greatest n1 n2 of an exact test without ties. */
const exactPairs = 10_000;
/** Greatest n1 + n2 of an exact test with ties. */
const exactTiedValues = 60;

/**
 * Wilcoxon-Mann-Whitney test of each row of `data` (features x samples). `inFirst` has one code a column: 1 first
 * sample, 0 second, 255 left out; a NaN is left out of its row. Asymptotic as R's `wilcox.test(exact = FALSE)` and SciPy;
 * exact with ties is conditional on them, `P(|U - E| >= |u - E|)` as coin. RangeError for another code or length.
 */
export function rankSum(
  data: Matrix,
  inFirst: Uint8Array,
  { method = "auto", continuity = true }: RankTestOptions = {},
): RankSumTable {
  const [first, second] = sampleColumns(inFirst, data.columns);
  const table = emptyTable(data.rows);
  const x = new Float64Array(first.length);
  const y = new Float64Array(second.length);
  const space = sortSpace(Math.max(first.length, second.length));
  const untied = new Map<string, NullDistribution>();
  for (let row = 0; row < data.rows; row++) {
    const n1 = present(data, row, first, x);
    const n2 = present(data, row, second, y);
    const n = n1 + n2;
    const pairs = n1 * n2;
    const { u, ties } = compared(x, n1, y, n2, space);
    const varies = pairs > 0 && ties < n * n * n - n;
    table.n1[row] = n1;
    table.n2[row] = n2;
    table.u[row] = pairs > 0 ? u : Number.NaN;
    table.auc[row] = u / pairs;
    table.tieCorrection[row] = n > 1 ? 1 - ties / (n * n * n - n) : Number.NaN;
    if (!varies) continue;
    const sd = Math.sqrt((pairs / 12) * (n + 1 - ties / (n * (n - 1))));
    const z = continuous(u - pairs / 2, continuity) / sd;
    table.z[row] = z;
    const small = n1 < autoExactBelow && n2 < autoExactBelow && ties === 0;
    const wanted = method === "exact" || (method === "auto" && small);
    const exact = wanted && (ties === 0 ? pairs <= exactPairs : n <= exactTiedValues);
    table.p[row] = exact ? exactP(x.subarray(0, n1), y.subarray(0, n2), u, ties, untied) : asymptoticP(z);
    table.method[row] = exact
      ? rankMethod.exact
      : wanted
        ? rankMethod.exactOutOfReach
        : rankMethod.asymptotic;
  }
  return table;
}

function asymptoticP(z: number): number {
  return Math.min(1, 2 * normalSf(Math.abs(z)));
}

function emptyTable(rows: number): RankSumTable {
  const column = () => new Float64Array(rows).fill(Number.NaN);
  return {
    u: column(),
    z: column(),
    p: column(),
    auc: column(),
    tieCorrection: column(),
    n1: new Uint32Array(rows),
    n2: new Uint32Array(rows),
    method: new Uint8Array(rows),
  };
}

function sampleColumns(inFirst: Uint8Array, columns: number): readonly [Uint32Array, Uint32Array] {
  requireLength("inFirst", inFirst, columns);
  const wrong = inFirst.find((code) => code !== 0 && code !== 1 && code !== 255);
  if (wrong !== undefined) throw new RangeError(`inFirst: ${wrong} is none of 0, 1 and 255`);
  const of = (code: number) => Uint32Array.from([...inFirst.keys()].filter((i) => inFirst[i] === code));
  return [of(1), of(0)];
}

/** Puts what is there of a row's `columns` to the front of `into`, with -0 as 0; gives its number. */
function present({ values, columns: width }: Matrix, row: number, columns: Uint32Array, into: Float64Array) {
  let n = 0;
  const start = row * width;
  for (let i = 0; i < columns.length; i++) {
    const value = values[start + columns[i]!]!;
    into[n] = value + 0;
    n += Number.isNaN(value) ? 0 : 1;
  }
  return n;
}

function excess(t: number): number {
  return t * t * t - t;
}

/** Sorts both samples; U of the first and the sum of `t^3 - t` over the ties of both together. */
function compared(x: Float64Array, n1: number, y: Float64Array, n2: number, space: SortSpace) {
  sortAscending(x, n1, space);
  sortAscending(y, n2, space);
  let u = 0;
  let ties = 0;
  let j = 0;
  for (let i = 0; i < n1; ) {
    const value = x[i]!;
    while (j < n2 && y[j]! < value) {
      const to = runEnd(y, j, n2);
      ties += excess(to - j);
      j = to;
    }
    const equal = j < n2 && y[j] === value ? runEnd(y, j, n2) : j;
    const to = runEnd(x, i, n1);
    u += (to - i) * (j + (equal - j) / 2);
    ties += excess(to - i + equal - j);
    i = to;
    j = equal;
  }
  while (j < n2) {
    const to = runEnd(y, j, n2);
    ties += excess(to - j);
    j = to;
  }
  return { u, ties };
}

/** Null distribution of U without ties, whole numbers from 0 to n1 n2. */
export function untiedDistribution(n1: number, n2: number): NullDistribution {
  const take = Math.min(n1, n2);
  const all = choiceDistribution(
    Float64Array.from({ length: n1 + n2 }, (_, i) => i),
    take,
  );
  return { weights: all.weights.slice((take * (take - 1)) / 2), total: all.total };
}

function exactP(
  x: Float64Array,
  y: Float64Array,
  u: number,
  ties: number,
  untied: Map<string, NullDistribution>,
): number {
  const [n1, n2] = [x.length, y.length];
  if (ties === 0) {
    const key = `${Math.min(n1, n2)}/${Math.max(n1, n2)}`;
    const known = untied.get(key) ?? untiedDistribution(n1, n2);
    untied.set(key, known);
    return twoSided(known, u, n1 * n2);
  }
  const all = new Float64Array(n1 + n2);
  all.set(x);
  all.set(y, n1);
  const scores = doubledMidranks(all.sort()).map((rank) => rank - 2);
  const take = Math.min(n1, n2);
  const mine = n1 <= n2 ? u : n1 * n2 - u;
  const sum = 2 * mine + take * (take + 1) - 2 * take;
  return twoSided(choiceDistribution(scores, take), sum, 2 * take * (n1 + n2 - 1));
}
