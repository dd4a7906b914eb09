import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { codes, value, worstError } from "../../../../statistics/golden.test-support.ts";
import { type Matrix, matrixOf } from "../../../../statistics/index.ts";
import type { ContaminantLibrary } from "../../measurement.ts";
import { categoryMask, intensityFraction, libraryMask } from "./contaminants.ts";
import { enrichmentScore } from "./score.ts";

type Cells = readonly (readonly (number | null)[])[];
interface Golden {
  readonly scores: readonly {
    readonly genes: readonly string[];
    readonly ev: Cells;
    readonly source: Cells;
    readonly pooled: readonly number[];
    readonly samples: readonly number[];
    readonly interval: readonly number[];
  }[];
  readonly fractions: readonly {
    readonly mask: readonly number[];
    readonly intensities: Cells;
    readonly samples: readonly number[];
    readonly counts: readonly number[];
    readonly centre: number;
    readonly interval: readonly number[];
  }[];
}

const golden: Golden = JSON.parse(readFileSync(new URL("./score.golden.json", import.meta.url), "utf8"));
const matrix = (cells: Cells): Matrix => matrixOf(cells.map((row) => row.map((cell) => cell ?? Number.NaN)));

describe("enrichmentScore", () => {
  test.each(golden.scores)(
    "case %#: the means of z differ by S (NumPy), the interval is t (SciPy)",
    (given) => {
      const genes = given.genes.map((gene) => [gene]);
      const found = value(enrichmentScore(genes, matrix(given.ev), matrix(given.source)));
      const { score, vesicle, nonVesicle, background } = found.pooled;
      const pooled = [
        score,
        vesicle.n,
        nonVesicle.n,
        vesicle.meanZ,
        nonVesicle.meanZ,
        background.n,
        background.mean,
        background.sd,
      ];
      expect(worstError(pooled, given.pooled)).toBeLessThan(1e-12);
      const samples = found.samples.map((sample) => sample.score);
      expect(worstError(samples, given.samples)).toBeLessThan(1e-12);
      const { lower, upper } = found.interval!;
      expect(worstError([lower, upper], given.interval)).toBeLessThan(1e-12);
    },
  );

  const genes = [["CD63"], ["CD81"], ["TSG101"], ["ALB"], ["APOB"], ["CANX"], ["ACTB", "ACTN4"], ["X"]];
  const column = (...values: number[]) => matrixOf(values.map((one) => [one]));
  const source = column(20, 20, 20, 20, 20, 20, 20, 20);
  const ev = column(22, 23, 24, 17, 16, 18, 30, 20);

  test("every marker's value is shown; a group of two categories is on no side", () => {
    const { pooled, interval } = value(enrichmentScore(genes, ev, source));
    expect(pooled.vesicle.markers.map((marker) => [marker.row, marker.log2Enrichment])).toEqual([
      [0, 2],
      [1, 3],
      [2, 4],
    ]);
    expect(pooled.nonVesicle.markers.map((marker) => marker.category)).toEqual(["3a", "3a", "4c"]);
    expect(pooled.vesicle.meanZ - pooled.nonVesicle.meanZ).toBe(pooled.score);
    expect(interval).toBeNull();
  });

  test("categories are shown apart, and told where those of the non-vesicle side go opposite ways", () => {
    const result = enrichmentScore(genes, ev, source);
    expect(codes(result)).toEqual([]);
    expect(
      value(result).pooled.categories.map((one) => [one.category, one.n, one.meanLog2Enrichment]),
    ).toEqual([
      ["1", 2, 2.5],
      ["2a", 1, 4],
      ["3a", 2, -3.5],
      ["4", 1, -2],
    ]);
    const rising = column(22, 23, 24, 17, 16, 25, 30, 20);
    expect(codes(enrichmentScore(genes, rising, source))).toEqual(["proteome-score-sides-disagree"]);
  });

  test("S does not change when all abundances of the vesicles are multiplied", () => {
    const shifted = column(...Array.from(ev.values, (one) => one + 5));
    const moved = value(enrichmentScore(genes, shifted, source)).pooled.score;
    expect(moved).toBeCloseTo(value(enrichmentScore(genes, ev, source)).pooled.score, 12);
  });

  test("markers not measured in the source are not counted; few are told", () => {
    const partly = column(Number.NaN, 20, 20, 20, 20, 20, 20, 20);
    const result = enrichmentScore(genes, ev, partly);
    expect(value(result).pooled.vesicle.n).toBe(2);
    expect(codes(result)).toEqual(["proteome-score-few-markers"]);
  });

  test("one side without markers, or no spread, is refused", () => {
    const one = enrichmentScore([["CD63"], ["X"], ["Y"]], column(1, 2, 4), column(1, 1, 1));
    expect(codes(one)).toEqual(["proteome-score-one-sided"]);
    expect(codes(enrichmentScore(genes, source, source))).toEqual(["proteome-score-no-spread"]);
    expect(codes(enrichmentScore([], matrixOf([]), matrixOf([])))).toEqual(["proteome-score-no-spread"]);
  });

  test("rows that are not those of the genes are the caller's fault", () => {
    expect(() => enrichmentScore(genes, column(1), source)).toThrow(RangeError);
  });
});

describe("intensityFraction", () => {
  test.each(golden.fractions)("case %#: sums by NumPy, t-interval of logits by SciPy", (given) => {
    const mask = Uint8Array.from(given.mask);
    const found = value(intensityFraction(mask, matrix(given.intensities), { level: 0.9 }));
    expect(worstError(found.samples, given.samples)).toBeLessThan(1e-13);
    expect(found.counts).toEqual(given.counts);
    const { lower, upper, method } = found.interval!;
    expect(worstError([found.centre, lower, upper], [given.centre, ...given.interval])).toBeLessThan(1e-12);
    expect(method).toBe("t-logit-between-samples");
  });

  const two = matrixOf([
    [1, 0],
    [3, 4],
  ]);

  test("a fraction of 0 or 1 is given without an interval", () => {
    const result = intensityFraction(Uint8Array.of(1, 0), two);
    expect(value(result)).toEqual({ samples: [0.25, 0], counts: [1, 0], centre: 0.125, interval: null });
    expect(codes(result)).toEqual(["proteome-fraction-at-limit"]);
  });

  test("one sample has a fraction and no interval", () => {
    const found = value(intensityFraction(Uint8Array.of(1, 0), matrixOf([[1], [3]])));
    expect(found.centre).toBeCloseTo(0.25, 15);
    expect(found.interval).toBeNull();
  });

  test("negative, infinite and missing samples are refused", () => {
    expect(codes(intensityFraction(Uint8Array.of(1), matrixOf([[-1, 2]])))).toEqual([
      "proteome-negative-intensity",
    ]);
    expect(codes(intensityFraction(Uint8Array.of(1), matrixOf([[Number.POSITIVE_INFINITY]])))).toEqual([
      "proteome-negative-intensity",
    ]);
    const empty = intensityFraction(Uint8Array.of(1), matrixOf([[1, Number.NaN]]), { names: ["a", "b"] });
    expect(codes(empty)).toEqual(["proteome-no-intensity"]);
    expect("issues" in empty && empty.issues[0]!.message.en).toContain("Sample b");
  });
});

describe("masks", () => {
  const entry = (accession: string, source: string) => ({
    accession,
    gene: "ALB",
    description: "",
    organism: "",
    source,
  });
  const library: ContaminantLibrary = {
    kind: "contaminants",
    entries: [entry("P02769", "FBS"), entry("P04264", "Keratin")],
  };

  test("a library goes by accession: bovine albumin is found, human albumin of the same gene is not", () => {
    const mask = libraryMask([["P02769"], ["P02768"], ["CON__P04264-2"], ["P04264", "P35908"], []], library);
    expect([...mask.all]).toEqual([1, 0, 1, 0, 0]);
    expect([...mask.shared]).toEqual([0, 0, 0, 1, 0]);
  });

  test("entries can be chosen by their source", () => {
    const { all } = libraryMask([["P02769"], ["P04264"]], library, ({ source }) => source === "FBS");
    expect([...all]).toEqual([1, 0]);
  });

  test("a category's mask leaves ambiguous groups out", () => {
    expect([...categoryMask([["ALB"], ["RPL3"], ["ALB", "GC"], ["CD9"]], "3")]).toEqual([1, 1, 0, 0]);
    expect([...categoryMask([["ALB"], ["RPL3"]], "3a")]).toEqual([1, 0]);
  });
});
