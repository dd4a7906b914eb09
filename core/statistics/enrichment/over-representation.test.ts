import { expect, test } from "vitest";
import { codes, value, worstError } from "../golden.test-support.ts";
import { intervalMethods } from "../interval-methods.ts";
import { conditionalOddsRatio } from "./conditional-odds-ratio.ts";
import r from "./enrichment-r.golden.json" with { type: "json" };
import { overRepresentation } from "./over-representation.ts";
import python from "./over-representation-python.golden.json" with { type: "json" };

const named = (prefix: string, n: number) => Array.from({ length: n }, (_, i) => `${prefix}${i}`);
const limits = { minSize: 1, maxSize: 100000 };

/** Hits, background and one set with the margins of a table. */
function analysed(both: number, population: number, marked: number, drawn: number, level?: number) {
  const genes = named("G", population);
  const hits = [...genes.slice(0, both), ...genes.slice(marked, marked + drawn - both)];
  const sets = [{ id: "set", genes: genes.slice(0, marked) }];
  const options = level === undefined ? limits : { ...limits, level };
  return value(overRepresentation(hits, genes, sets, options)).sets[0]!;
}

const infinite = (numbers: readonly (number | null)[]) => numbers.map((v) => v ?? Number.POSITIVE_INFINITY);
const rows = (python.tables as (number | null)[][]).map(infinite);

test("12 hits in a set of 100 of 2000 genes with 150 hits: expected 7.5, fold 1.6, p 0.0662139", () => {
  const found = analysed(12, 2000, 100, 150);
  expect(found.expected).toBe(7.5);
  expect(found.fold).toBe(1.6);
  expect(found.p).toBeCloseTo(0.0662139, 7);
  expect(found.oddsRatio).toBeCloseTo((12 * 1762) / (88 * 138), 14);
  expect(found.conditional).toBeNull();
});

test.each(rows)("p of %d of %d, %d, %d is the hypergeometric upper tail", (...row) => {
  const [both, population, marked, drawn, p] = row as [number, number, number, number, number];
  const found = analysed(both, population, marked, drawn);
  expect(worstError([found.p], [p])).toBeLessThan(1e-12);
  expect(worstError([found.logP], [Math.log(p)])).toBeLessThan(1e-12);
});

test("p is that of R's fisher.test and phyper", () => {
  for (const row of r.fisher as number[][]) {
    const { p } = analysed(row[0]!, row[1]!, row[2]!, row[3]!);
    expect(worstError([p, p], row.slice(4, 6))).toBeLessThan(1e-10);
  }
});

test("the conditional odds ratio and its exact interval are those of mpmath, SciPy and R's fisher.test", () => {
  const fisher = (r.fisher as (number | null)[][]).map(infinite);
  rows.forEach((row, i) => {
    const [both, population, marked, drawn] = row as [number, number, number, number];
    const table = { both, population, marked, drawn };
    const found = [0.95, 0.9].map((level) => conditionalOddsRatio(table, level));
    const [wide, narrow] = found.map(({ oddsRatio, interval }) => [
      oddsRatio,
      interval.lower,
      interval.upper,
    ]) as [number[], number[]];
    expect(worstError(wide, [row[5]!, row[6]!, row[7]!])).toBeLessThan(1e-12);
    expect(worstError(narrow, [row[5]!, row[8]!, row[9]!])).toBeLessThan(1e-12);
    expect(worstError(wide, row.slice(10))).toBeLessThan(1e-11);
    // uniroot's tolerance is 1.2e-4 on the odds ratio or on its inverse, whichever is below 1
    const inside = (odds: number) => Math.min(odds, 1 / odds);
    const inR = fisher[i]!.slice(6);
    wide.forEach((odds, k) => {
      expect(Math.abs(inside(odds) - inside(inR[k]!))).toBeLessThan(1.3e-4);
    });
    expect(Object.keys(intervalMethods)).toContain(found[0]!.interval.method);
  });
});

test("where the margins fix the table there is no odds ratio", () => {
  const { oddsRatio, interval } = conditionalOddsRatio({ both: 3, population: 3, marked: 3, drawn: 3 }, 0.95);
  expect(oddsRatio).toBeNaN();
  expect([interval.lower, interval.upper]).toEqual([0, Number.POSITIVE_INFINITY]);
});

test("the far tail keeps its logarithm where p underflows", () => {
  const found = analysed(500, 20000, 500, 500);
  expect(found.p).toBe(0);
  // ln of 1 / C(20000, 500)
  let log = 0;
  for (let i = 0; i < 500; i++) log -= Math.log((20000 - i) / (500 - i));
  expect(found.logP).toBeCloseTo(log, 8);
});

test("without a background of detected genes the analysis is refused", () => {
  const sets = [{ id: "s", genes: ["a"] }];
  expect(codes(overRepresentation(["a"], undefined, sets))).toEqual(["enrichment-no-background"]);
  expect(codes(overRepresentation(["a"], [], sets))).toEqual(["enrichment-no-background"]);
});

test("sets are cut to the background before their size is judged, and genes named twice count once", () => {
  const background = ["a", "b", "c", "d", "e", "f", "a"];
  const sets = [
    { id: "kept", genes: ["a", "b", "b", "x", "y"] },
    { id: "small", genes: ["c", "x", "y", "z"] },
    { id: "large", genes: ["a", "b", "c", "d"] },
    { id: "everything", genes: background },
  ];
  const result = overRepresentation(["b", "a", "b", "q"], background, sets, { minSize: 2, maxSize: 3 });
  const { hits, background: n, sets: found, omitted } = value(result);
  expect([hits, n]).toEqual([2, 6]);
  expect(found.map(({ id, size, inBackground, hits }) => [id, size, inBackground, hits])).toEqual([
    ["kept", 4, 2, ["a", "b"]],
  ]);
  expect(found[0]!.p).toBeCloseTo(1 / 15, 14);
  expect(found[0]!.oddsRatio).toBe(Number.POSITIVE_INFINITY);
  expect(omitted).toEqual([
    { id: "small", size: 4, measured: 1 },
    { id: "large", size: 4, measured: 4 },
    { id: "everything", size: 6, measured: 6 },
  ]);
  expect(codes(result)).toEqual(["enrichment-hits-outside-background"]);
});

test("hits that are nowhere in the background, and sets that are, are told apart", () => {
  const sets = [{ id: "s", genes: ["x", "y"] }];
  expect(codes(overRepresentation(["q"], ["a", "b"], sets, limits))).toEqual(["enrichment-no-hits"]);
  expect(codes(overRepresentation(["a"], ["a", "b"], sets, limits))).toEqual(["enrichment-no-sets"]);
});
