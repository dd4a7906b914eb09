import type { Random } from "../../kernel/random.ts";
import { requireLength } from "../values.ts";

/** The ways in which labels may be dealt to samples; the labels of a block stay in it. */
export interface Arrangements {
  /** Whether every arrangement is taken once (the observed one is number 0), or `count` are drawn. */
  readonly exact: boolean;
  /** Arrangements to look at. */
  readonly count: number;
  /** Number of all arrangements, infinite beyond 2^1024. */
  readonly possible: number;
  /** Puts the labels of arrangement `index` into `into`; depends on the index alone, not on what was asked before. */
  readonly deal: (index: number, into: Uint8Array) => void;
}

export interface ArrangementOptions {
  /** Block of each sample; labels are exchanged within blocks only (pairs, donors, batches). */
  readonly blocks?: ArrayLike<number>;
  /** Every arrangement is taken where there are no more than these. */
  readonly limit?: number;
  /** Arrangements drawn where there are more. */
  readonly draws?: number;
}

/**
 * Arrangements of the labels in `inFirst` (1 first, 0 second, 255 left out, which stays): all of them, or drawn ones of
 * which number i comes from `random.split("permutation", i)` alone. RangeError for other labels or lengths.
 */
export function arrangements(
  inFirst: Uint8Array,
  random: Random,
  { blocks, limit = 20_000, draws = 9_999 }: ArrangementOptions = {},
): Arrangements {
  if (blocks !== undefined) requireLength("blocks", blocks, inFirst.length);
  if (inFirst.some((code) => code > 1 && code !== 255)) throw new RangeError("inFirst: only 0, 1 and 255");
  const members = new Map<number, number[]>();
  inFirst.forEach((code, i) => {
    if (code === 255) return;
    const block = blocks?.[i] ?? 0;
    const known = members.get(block);
    if (known) known.push(i);
    else members.set(block, [i]);
  });
  const parts = [...members.values()].map((all) => {
    // first the samples of the first group, so that the observed labels are number 0
    const order = [...all.filter((i) => inFirst[i] === 1), ...all.filter((i) => inFirst[i] === 0)];
    const first = all.filter((i) => inFirst[i] === 1).length;
    return { order: Uint32Array.from(order), first, ways: choose(all.length, first) };
  });
  const possible = parts.reduce((product, { ways }) => product * ways, 1);
  if (possible <= limit) {
    const deal = (index: number, into: Uint8Array) => {
      into.set(inFirst);
      let rest = index;
      for (const { order, first, ways } of parts) {
        dealRanked(order, first, rest % ways, into);
        rest = Math.floor(rest / ways);
      }
    };
    return { exact: true, count: possible, possible, deal };
  }
  const deal = (index: number, into: Uint8Array) => {
    into.set(inFirst);
    const stream = random.split("permutation", index);
    for (const { order, first } of parts) {
      const shuffled = stream.permutation(order.length);
      shuffled.forEach((from, to) => {
        into[order[to]!] = from < first ? 1 : 0;
      });
    }
  };
  return { exact: false, count: draws, possible, deal };
}

/** Labels of the choice number `rank`, in lexicographic order, of `first` among the samples in `order`. */
function dealRanked(order: Uint32Array, first: number, rank: number, into: Uint8Array): void {
  let left = first;
  let rest = rank;
  for (let i = 0; i < order.length; i++) {
    const withThis = left > 0 ? choose(order.length - i - 1, left - 1) : 0;
    const taken = left > 0 && rest < withThis;
    into[order[i]!] = taken ? 1 : 0;
    if (taken) left -= 1;
    else rest -= withThis;
  }
}

/** Binomial coefficient, exact while below 2^53. */
function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= Math.min(k, n - k); i++) ways = (ways * (n - i + 1)) / i;
  return Math.round(ways);
}
