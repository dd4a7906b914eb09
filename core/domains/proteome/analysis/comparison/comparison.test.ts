import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { codes, value, worstError } from "../../../../statistics/golden.test-support.ts";
import { benjaminiHochberg, type Matrix, matrixOf } from "../../../../statistics/index.ts";
import { rowMeans } from "../matrix-parts.ts";
import { carryOverLine, carryOverOf } from "./carry-over.ts";
import { enrichment } from "./enrichment.ts";

import { enrichmentTerms } from "./terms.ts";

type Cells = readonly (readonly (number | null)[])[];
interface Golden {
  readonly cases: readonly {
    readonly paired: boolean;
    readonly known: readonly number[];
    readonly ev: Cells;
    readonly source: Cells;
    /** Difference, limits at 90 %, p, two counts, q. */
    readonly rows: Cells;
    readonly line: Readonly<Record<"n" | "intercept" | "slope" | "residualSd" | "from" | "to", number>>;
    /** Expected value and limits for each protein. */
    readonly expected: Cells;
  }[];
}

const golden: Golden = JSON.parse(readFileSync(new URL("./comparison.golden.json", import.meta.url), "utf8"));
const numbers = (cells: readonly (number | null)[]) => cells.map((cell) => cell ?? Number.NaN);
const matrix = (cells: Cells): Matrix => matrixOf(cells.map(numbers));

describe.each(golden.cases)("case %#", (given) => {
  const ev = matrix(given.ev);
  const source = matrix(given.source);

  test("difference, t-interval, p (SciPy) and q by Benjamini and Hochberg (SciPy)", () => {
    const found = value(enrichment(ev, source, { paired: given.paired, level: 0.9 }));
    for (const [row, protein] of found.entries()) {
      const { log2Enrichment, interval, p, n, q } = protein;
      const limits = [interval?.lower ?? Number.NaN, interval?.upper ?? Number.NaN];
      const actual = [log2Enrichment, ...limits, p, ...n, q];
      expect(worstError(actual, numbers(given.rows[row]!))).toBeLessThan(1e-12);
      expect(protein.carryOver).toBeNull();
    }
  });

  test("the carry-over line and its prediction intervals are those of statsmodels", () => {
    const means = [rowMeans(ev), rowMeans(source)] as const;
    const line = value(carryOverLine(...means, Uint8Array.from(given.known)));
    const { n, fit, from, to } = line;
    const actual = [n, fit.intercept.value, fit.slope.value, fit.residualSd, from, to];
    const { line: expected } = given;
    expect(
      worstError(actual, [
        expected.n,
        expected.intercept,
        expected.slope,
        expected.residualSd,
        expected.from,
        expected.to,
      ]),
    ).toBeLessThan(1e-12);
    let judged = 0;
    given.expected.forEach((cells, row) => {
      const found = carryOverOf(line, means[0][row]!, means[1][row]!);
      const inside = means[1][row]! >= from && means[1][row]! <= to && Number.isFinite(means[0][row]!);
      expect(found !== null).toBe(inside);
      if (found === null) return;
      judged += 1;
      const { lower, upper } = found.interval;
      expect(worstError([found.expected, lower, upper], numbers(cells))).toBeLessThan(1e-12);
      expect(found.within).toBe(means[0][row]! >= lower && means[0][row]! <= upper);
    });
    expect(judged).toBeGreaterThan(10);
  });
});

test("Benjamini and Hochberg: TV-E3, and a NaN erases nothing", () => {
  const p = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216];
  const expected = [0.01, 0.04, 0.084, 0.084, 0.084, 0.1, 0.74 / 7, 0.216, 0.216, 0.216];
  expect(worstError(benjaminiHochberg(Float64Array.from(p)), expected)).toBeLessThan(1e-14);
  const turned = benjaminiHochberg(Float64Array.from([...p].reverse().concat(Number.NaN)));
  expect(worstError(turned, [...expected].reverse().concat(Number.NaN))).toBeLessThan(1e-14);
});

describe("classes", () => {
  const noise = [-0.1, 0, 0.1];
  const around = (centre: number) => noise.map((shift) => centre + shift);
  // known proteins lie at source - 6, within 0.2
  const known = [14, 17, 20, 23, 26, 29].map((at, i) => [at - 6 + (i % 2 ? 0.2 : -0.2), at] as const);
  const proteins: readonly (readonly [number, number])[] = [
    ...known,
    [20, 20],
    [25, 20],
    [14.1, 20],
    [30, 33],
    [20, 20.01],
  ];
  const ev = matrixOf([
    ...proteins.map(([above]) => around(above)),
    around(20),
    [Number.NaN, 20, Number.NaN],
  ]);
  const source = matrixOf([
    ...proteins.map(([, below]) => around(below)),
    [Number.NaN, Number.NaN, Number.NaN],
    around(20),
  ]);
  const marks = Uint8Array.from({ length: ev.rows }, (_, i) => (i < known.length ? 1 : 0));
  const line = value(carryOverLine(rowMeans(ev), rowMeans(source), marks));
  const found = value(enrichment(ev, source, { line }));

  test("carry-over comes before the direction, which stays visible", () => {
    expect(found[8]).toMatchObject({ class: "carry-over", direction: "depleted" });
    expect(found[7]).toMatchObject({ class: "enriched", carryOver: { within: false } });
    expect(found[6]).toMatchObject({ class: "not told apart" });
    expect(found[10]).toMatchObject({ class: "not told apart" });
  });

  test("beyond the known proteins' abundances carry-over is not judged", () => {
    expect(found[9]).toMatchObject({ class: "depleted", carryOver: null });
  });

  test("what is on one side only has its class, a single value has none", () => {
    expect(found[11]).toMatchObject({ class: "only in EV", n: [3, 0], direction: null });
    expect(found[12]).toMatchObject({ class: "no interval", n: [1, 3], interval: null });
    expect(found[12]!.log2Enrichment).toBeCloseTo(0, 12);
    expect(codes(enrichment(ev, source, { line }))).toEqual(["proteome-no-enrichment-interval"]);
    const turned = value(enrichment(source, ev));
    expect(turned[11]!.class).toBe("only in source");
  });

  test("every class has its words", () => {
    for (const protein of found) expect(enrichmentTerms[protein.class].ja).not.toBe("");
  });
});

describe("carry-over is refused", () => {
  const line = (ev: number[], source: number[], known = ev.map(() => 1)) =>
    carryOverLine(Float64Array.from(ev), Float64Array.from(source), Uint8Array.from(known));

  test("with fewer than five known proteins in both fractions", () => {
    expect(codes(line([1, 2, 3, 4], [1, 2, 3, 4]))).toEqual(["proteome-carry-over-too-few"]);
    expect(codes(line([1, 2, 3, 4, 5], [1, 2, 3, 4, Number.NaN]))).toEqual(["proteome-carry-over-too-few"]);
    expect(codes(line([1, 2, 3, 4, 5], [1, 2, 3, 4, 5], [1, 1, 1, 1, 0]))).toEqual([
      "proteome-carry-over-too-few",
    ]);
  });

  test("where they do not vary in the source", () => {
    expect(codes(line([1, 2, 3, 4, 5], [7, 7, 7, 7, 7]))).toEqual(["proteome-carry-over-no-line"]);
  });

  test("and doubted where the line does not rise", () => {
    expect(codes(line([3, 1, 2.5, 1.5, 2], [1, 2, 3, 4, 5]))).toEqual(["proteome-carry-over-not-rising"]);
  });

  test("and doubted where the prediction reaches over tenfold to a side", () => {
    const source = Array.from({ length: 12 }, (_, i) => 10 + 2 * i);
    const scattered = (by: number) => source.map((at, i) => at - 5 + (i % 2 ? by : -by));
    expect(codes(line(scattered(1.2), source))).toEqual([]);
    expect(codes(line(scattered(1.6), source))).toEqual(["proteome-carry-over-wide"]);
  });
});

test("matrices of different proteins are the caller's fault", () => {
  const one = matrixOf([[1, 2]]);
  expect(() => enrichment(one, matrixOf([[1], [2]]))).toThrow(RangeError);
  expect(() => enrichment(one, matrixOf([[1]]), { paired: true })).toThrow(RangeError);
});
