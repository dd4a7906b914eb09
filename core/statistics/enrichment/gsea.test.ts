import { describe, expect, test } from "vitest";
import { createRandom } from "../../kernel/index.ts";
import { codes, value, worstError } from "../golden.test-support.ts";
import r from "./enrichment-r.golden.json" with { type: "json" };
import { enrichmentScore, leadingEdge } from "./enrichment-score.ts";
import { geneSamplingNull } from "./gene-null.ts";
import { gseaPreranked } from "./gsea.ts";
import python from "./gsea-python.golden.json" with { type: "json" };
import { scoreWeights } from "./ranking.ts";

type GoldenSet = [string, number[], number, number[], number, number[], number, number, number];
const cases = python.cases.map((one) => ({ ...one, sets: one.sets as unknown as GoldenSet[] }));
const ascending = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);

test("ES of the ten-gene example with hits 1, 2, 4, 9 is 0.66279070", () => {
  const scores = Float64Array.of(3.2, 2.5, 2.1, 1.4, 1.0, 0.4, -0.2, -0.9, -1.5, -2.8);
  const found = enrichmentScore(Int32Array.of(0, 1, 3, 8), scoreWeights(scores, 1));
  expect(found.es).toBeCloseTo(0.6627907, 7);
  expect(Array.from(leadingEdge(Int32Array.of(0, 1, 3, 8), found))).toEqual([0, 1]);
});

describe.each(cases)("$name ranking, weight $weight", ({ ids, scores, weight, sets, name }) => {
  const genes = sets.map(([id, places]) => ({ id, genes: places.map((place) => ids[place]!).reverse() }));
  const options = { permutations: 4000, seed: 3, weight, minSize: 1, maxSize: 400 };
  // given from the lowest score to the highest: the order given does not matter
  const shuffled = { ids: [...ids].reverse(), scores: [...scores].reverse() };
  const found = value(gseaPreranked(shuffled, genes, options));

  test("ES is gseapy's, NumPy's and R's to 1e-12", () => {
    const es = found.sets.map((set) => set.es);
    const inR = r.es[cases.findIndex((one) => one.name === name)]!;
    for (const column of [2, 4] as const) {
      expect(
        worstError(
          es,
          sets.map((set) => set[column]),
        ),
      ).toBeLessThan(1e-12);
    }
    expect(worstError(es, inR)).toBeLessThan(1e-12);
  });

  test("the leading edge is gseapy's and NumPy's", () => {
    found.sets.forEach(({ leadingEdge }, s) => {
      const places = ascending(leadingEdge.map((id) => ids.indexOf(id)));
      expect(places).toEqual(sets[s]![3]);
      expect(places).toEqual(sets[s]![5]);
    });
  });

  test("p is gseapy's within 4 standard errors of both Monte-Carlo samples", () => {
    found.sets.forEach(({ p, sameSign, resolution }, s) => {
      const peer = sets[s]![7];
      const middle = (p + peer) / 2;
      const error = Math.sqrt((2 * middle * (1 - middle)) / sameSign);
      expect(Math.abs(p - peer)).toBeLessThan(4 * error + 2 * resolution);
    });
  });

  test("NES is gseapy's within 4 standard errors of the mean null score, its SD taken as 0.3 of it", () => {
    found.sets.forEach(({ nes, sameSign }, s) => {
      const peer = sets[s]![6];
      expect(Math.abs(nes / peer - 1)).toBeLessThan(4 * 0.3 * Math.sqrt(2 / sameSign));
    });
  });

  test("q is gseapy's within 0.05 where few sets share the null, and never above 1", () => {
    found.sets.forEach(({ q }, s) => {
      expect(Math.abs(q - Math.min(1, sets[s]![8]))).toBeLessThan(0.05);
      expect(q).toBeLessThanOrEqual(1);
    });
  });
});

describe("every subset of 14 genes", () => {
  const { scores, rows, scores4 } = python.exact;
  const exact = rows as unknown as [number[], number, number, number, number, number, number][];
  const ids = scores.map((_, i) => `G${i}`);
  const sets = exact.map(([places], i) => ({ id: String(i), genes: places.map((place) => ids[place]!) }));
  const options = { permutations: 40000, seed: 11, minSize: 1, maxSize: 5 };
  const found = value(gseaPreranked({ ids, scores }, sets, options)).sets;

  test("p is the exact share of subsets within 4 standard errors", () => {
    exact.forEach(([, es, , same, beyond], s) => {
      expect(found[s]!.es).toBeCloseTo(es, 12);
      const p = beyond / same;
      const { sameSign } = found[s]!;
      const error = Math.sqrt((p * (1 - p)) / sameSign);
      expect(Math.abs(found[s]!.p - p)).toBeLessThan(4 * error + 1 / (sameSign + 1));
    });
  });

  test("NES is ES over the exact mean within 4 standard errors", () => {
    exact.forEach(([, es, all, same, , mean, sd], s) => {
      const { nes, sameSign } = found[s]!;
      expect(Math.abs(es / nes - mean)).toBeLessThan((4 * sd) / Math.sqrt(sameSign));
      const share = same / all;
      expect(Math.abs(sameSign / 40000 - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / 40000));
    });
  });

  test("scores of sets grown through smaller ones have the exact distribution (Kolmogorov-Smirnov, 0.1 %)", () => {
    const weights = scoreWeights(Float64Array.from(scores), 1);
    const n = 10000;
    const { values } = geneSamplingNull(weights, [2, 3, 4, 5], createRandom(5), 0, n);
    const drawn = Float64Array.from(values.subarray(2 * n, 3 * n), (es) => Math.round(es * 1e6)).sort();
    const truth = Float64Array.from(scores4, (es) => Math.round(es * 1e6)).sort();
    let worst = 0;
    for (const step of new Set(truth)) {
      const below = drawn.filter((es) => es <= step).length / n;
      worst = Math.max(worst, Math.abs(below - truth.filter((es) => es <= step).length / truth.length));
    }
    expect(worst).toBeLessThan(1.95 / Math.sqrt(n));
  });
});

describe("permutations", () => {
  const random = createRandom(1);
  const weights = Float64Array.from({ length: 300 }, (_, i) => Math.abs(150.3 - i) / 50);
  const sizes = [3, 15, 40];

  test("blocks of permutations give the numbers of the whole, whatever the cut", () => {
    const whole = geneSamplingNull(weights, sizes, random, 0, 50);
    for (const cut of [1, 17, 49]) {
      const first = geneSamplingNull(weights, sizes, random, 0, cut);
      const second = geneSamplingNull(weights, sizes, random, cut, 50);
      sizes.forEach((_, row) => {
        const joined = [
          ...first.values.subarray(row * cut, (row + 1) * cut),
          ...second.values.subarray(row * (50 - cut), (row + 1) * (50 - cut)),
        ];
        expect(joined).toEqual([...whole.values.subarray(row * 50, (row + 1) * 50)]);
      });
    }
  });

  test("a size's null does not depend on the larger sizes asked for", () => {
    const alone = geneSamplingNull(weights, [15], random, 0, 20);
    const among = geneSamplingNull(weights, sizes, random, 0, 20);
    expect([...among.values.subarray(20, 40)]).toEqual([...alone.values]);
  });
});

describe("odd input", () => {
  const ids = Array.from({ length: 40 }, (_, i) => `g${String(i).padStart(2, "0")}`);
  const scores = ids.map((_, i) => 4 - i / 5 + 0.013);
  const options = { permutations: 200, seed: 1, minSize: 2 };
  const sets = [{ id: "s", genes: ["g01", "g02", "g03", "g20"] }];

  test("a gene named twice is refused by name", () => {
    const result = gseaPreranked({ ids: [...ids, "g07"], scores: [...scores, 1] }, sets, options);
    expect(codes(result)).toEqual(["enrichment-duplicate-genes"]);
  });

  test("genes without a finite score are left out and counted", () => {
    const holes = scores.map((score, i) =>
      i === 20 ? Number.NaN : i === 39 ? Number.NEGATIVE_INFINITY : score,
    );
    const result = gseaPreranked({ ids, scores: holes }, sets, options);
    expect(codes(result)).toContain("enrichment-not-ranked");
    expect(value(result).genes).toBe(38);
    expect(value(result).sets[0]!.inRanking).toBe(3);
  });

  test("ties are ordered by identifier whatever the order given, and their share is told", () => {
    const tied = scores.map((score, i) => (i < 10 ? 3 : score));
    const result = gseaPreranked({ ids, scores: tied }, sets, options);
    expect(codes(result)).toContain("enrichment-tied-scores");
    expect(value(result).tied).toBe(0.25);
    const turned = gseaPreranked({ ids: [...ids].reverse(), scores: [...tied].reverse() }, sets, options);
    expect(value(turned)).toEqual(value(result));
    expect(value(gseaPreranked({ ids, scores }, sets, options)).tied).toBe(0);
  });

  test("the same seed gives the same result and another seed another p", () => {
    const p = (seed: number) => value(gseaPreranked({ ids, scores }, sets, { ...options, seed })).sets[0]!.p;
    expect(p(1)).toBe(p(1));
    expect(new Set([1, 2, 3, 4, 5].map(p)).size).toBeGreaterThan(1);
  });

  test("p is never below its resolution, (b + 1) / (m + 1)", () => {
    const top = [{ id: "top", genes: ids.slice(0, 8) }];
    const [found] = value(gseaPreranked({ ids, scores }, top, options)).sets;
    expect(found!.es).toBeCloseTo(1, 12);
    expect(found!.p).toBe(found!.resolution);
    expect(found!.resolution).toBe(1 / (found!.sameSign + 1));
  });

  test("members whose scores are all 0 count equally", () => {
    const flat = scores.map((score, i) => (i >= 18 && i < 24 ? 0 : score));
    const [found] = value(
      gseaPreranked({ ids, scores: flat }, [{ id: "z", genes: ["g18", "g19", "g20"] }], options),
    ).sets;
    expect(found!.es).toBeCloseTo(1 - 18 / 37, 12);
  });

  test("of two sets of opposite sign a single permutation leaves one without p, and it is told", () => {
    const ends = [
      { id: "top", genes: ids.slice(0, 5) },
      { id: "bottom", genes: ids.slice(35) },
    ];
    const result = gseaPreranked({ ids, scores }, ends, { ...options, permutations: 1 });
    const [without, others] = [0, 1].map((m) => value(result).sets.filter(({ sameSign }) => sameSign === m));
    expect(without!.map(({ nes, p, q }) => [nes, p, q])).toEqual([[Number.NaN, Number.NaN, Number.NaN]]);
    expect(others!.map(({ p, resolution }) => [p, resolution])).toEqual([[0.5, 0.5]]);
    expect(codes(result)).toEqual(["enrichment-few-same-sign"]);
    expect("warnings" in result && result.warnings[0]!.parameters).toEqual({ n: 1, needed: 1 });
  });

  test("sets outside the size limits are listed, and none left is refused", () => {
    const many = [...sets, { id: "one", genes: ["g01", "x"] }, { id: "all", genes: ids }];
    const { omitted } = value(gseaPreranked({ ids, scores }, many, options));
    expect(omitted).toEqual([
      { id: "one", size: 2, measured: 1 },
      { id: "all", size: 40, measured: 40 },
    ]);
    expect(codes(gseaPreranked({ ids, scores }, many.slice(1), options))).toEqual(["enrichment-no-sets"]);
  });

  test("no permutations and lengths that differ are the caller's fault", () => {
    expect(() => gseaPreranked({ ids, scores }, sets, { ...options, permutations: 0 })).toThrow(RangeError);
    expect(() => gseaPreranked({ ids, scores: [1] }, sets, options)).toThrow(RangeError);
  });
});
