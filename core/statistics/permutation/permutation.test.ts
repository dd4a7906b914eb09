import { describe, expect, test } from "vitest";
import { createRandom } from "../../kernel/random.ts";
import { worstError } from "../golden.test-support.ts";
import { matrixOf } from "../linear-algebra/matrix.ts";
import {
  arrangements,
  type DifferenceStatistic,
  observedStatistics,
  permutationCounts,
  permutationTable,
  permutationTest,
} from "./index.ts";
import golden from "./permutation.golden.json" with { type: "json" };
import python from "./permutation-python.golden.json" with { type: "json" };

type Design = keyof typeof golden.designs;
const statistics: readonly DifferenceStatistic[] = ["mean-difference", "student", "welch"];
const random = createRandom(3);

const numbers = (list: readonly (number | string | null)[]) =>
  Float64Array.from(list, (one) => (typeof one === "number" ? one : Number.NaN));
function design(name: Design) {
  const { data, first, blocks } = golden.designs[name];
  const rows = data as readonly (readonly (number | string)[])[];
  return { data: matrixOf(rows.map((row) => [...numbers(row)])), first: Uint8Array.from(first), blocks };
}

describe("exact tests and step-down maxT agree with R's and Python's enumeration", () => {
  const cases = (Object.keys(golden.designs) as Design[]).flatMap((name) =>
    statistics.map((statistic) => [name, statistic] as const),
  );
  test.each(cases)("%s, %s", (name, statistic) => {
    const { data, first, blocks } = design(name);
    const found = permutationTest(data, first, random, { statistic, blocks });
    expect(found.exact).toBe(true);
    expect(found.arrangements).toBe(golden.designs[name][statistic].arrangements[0]);
    for (const oracle of [golden.designs[name][statistic], python.designs[name][statistic]]) {
      expect(worstError(found.statistic, numbers(oracle.statistic))).toBeLessThan(1e-11);
      expect(worstError(found.p, numbers(oracle.p))).toBeLessThan(1e-13);
      expect(worstError(found.pMaxT, numbers(oracle.pMaxT))).toBeLessThan(1e-13);
    }
  });

  test("SciPy's null distributions of independent and of paired samples", () => {
    for (const [name, wanted] of [
      ["plain", python.scipyPlain],
      ["paired", python.scipyPaired],
    ] as const) {
      const { data, first, blocks } = design(name);
      const { p } = permutationTest(data, first, random, { statistic: "mean-difference", blocks });
      expect(worstError(p, wanted)).toBeLessThan(1e-14);
    }
  });
});

test("every arrangement is dealt once, the observed one first, and labels stay in their blocks", () => {
  for (const name of Object.keys(golden.designs) as Design[]) {
    const { first, blocks } = design(name);
    const ways = arrangements(first, random, { blocks });
    const labels = new Uint8Array(first.length);
    const seen = new Set<string>();
    for (let i = 0; i < ways.count; i++) {
      ways.deal(i, labels);
      if (i === 0) expect(labels).toEqual(first);
      seen.add(labels.join());
      expect(perBlock(labels, blocks)).toEqual(perBlock(first, blocks));
    }
    expect(seen.size).toBe(ways.possible);
  }
});

function perBlock(labels: Uint8Array, blocks: readonly number[]) {
  return [...new Set(blocks)].map((block) =>
    [0, 1, 255].map((code) => labels.filter((one, i) => one === code && blocks[i] === block).length),
  );
}

test("drawn arrangements are equally likely and stay in their blocks", () => {
  const first = Uint8Array.from([1, 0, 0, 255, 1, 0]);
  const blocks = [4, 4, 4, 4, 9, 9];
  const ways = arrangements(first, createRandom(12), { blocks, limit: 5, draws: 6000 });
  expect([ways.exact, ways.count, ways.possible]).toEqual([false, 6000, 6]);
  const times = new Map<string, number>();
  const labels = new Uint8Array(6);
  for (let i = 0; i < 6000; i++) {
    ways.deal(i, labels);
    times.set(labels.join(), (times.get(labels.join()) ?? 0) + 1);
    expect(perBlock(labels, blocks)).toEqual(perBlock(first, blocks));
  }
  expect(times.size).toBe(6);
  // chi-square of 5 degrees of freedom: 20.5 is passed once in a thousand seeds
  expect([...times.values()].reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0)).toBeLessThan(20.5);
});

test("drawn p values are (b + 1) / (m + 1), near the exact ones, and never 0", () => {
  const { data, first } = design("plain");
  const exact = permutationTest(data, first, random);
  const drawn = permutationTest(data, first, createRandom(77), { limit: 69, draws: 4999 });
  expect([drawn.exact, drawn.arrangements]).toEqual([false, 4999]);
  drawn.p.forEach((p, i) => {
    expect(p * 5000).toBeCloseTo(Math.round(p * 5000), 8);
    // five standard errors of a share
    const bound = 5 * Math.sqrt((exact.p[i]! * (1 - exact.p[i]!)) / 4999) + 1 / 5000;
    expect(Math.abs(p - exact.p[i]!)).toBeLessThan(bound);
  });
  const far = matrixOf([[...Array(12).keys()].map((i) => (i < 6 ? 100 + i : i))]);
  const labels = Uint8Array.from({ length: 12 }, (_, i) => (i < 6 ? 1 : 0));
  const least = permutationTest(far, labels, createRandom(1), { limit: 0, draws: 9 });
  expect(least.p[0]! * 10).toBeCloseTo(1, 12);
});

test("shares of the work add up to the same counts, whatever their cut and order", () => {
  const { data, first, blocks } = design("gaps");
  for (const options of [{ blocks }, { blocks, limit: 0, draws: 200 }]) {
    const whole = permutationTest(data, first, createRandom(9), options);
    const observed = observedStatistics(data, first, "welch");
    const cut = (from: number, to: number) => {
      const ways = arrangements(first, createRandom(9), options);
      return permutationCounts(data, observed, ways, "welch", from, to);
    };
    const end = arrangements(first, random, options).count;
    const parts = [cut(31, end), cut(0, 7), cut(7, 31)];
    expect(permutationTable(observed, !("limit" in options), parts)).toEqual(whole);
  }
});

test("labels, blocks and data of other lengths or codes are the caller's fault", () => {
  const data = matrixOf([[1, 2, 3]]);
  expect(() => permutationTest(data, Uint8Array.from([1, 0]), random)).toThrow(RangeError);
  expect(() => permutationTest(data, Uint8Array.from([1, 0, 2]), random)).toThrow(RangeError);
  expect(() => permutationTest(data, Uint8Array.from([1, 0, 0]), random, { blocks: [1] })).toThrow(
    RangeError,
  );
  const none = permutationTest(data, Uint8Array.from([0, 0, 0]), random);
  expect([none.p[0], none.pMaxT[0]]).toEqual([Number.NaN, Number.NaN]);
});
