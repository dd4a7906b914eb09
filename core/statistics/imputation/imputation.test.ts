import { describe, expect, test } from "vitest";
import type { Result } from "../../kernel/index.ts";
import { matrixFrom, numbers } from "../feature-matrix.test-support.ts";
import { codes, value, worstError } from "../golden.test-support.ts";
import { type Matrix, matrixOf } from "../linear-algebra/index.ts";
import { mean, standardDeviation } from "../moments.ts";
import { downShifted } from "./down-shifted.ts";
import golden from "./imputation.golden.json" with { type: "json" };
import fromR from "./imputation-r.golden.json" with { type: "json" };
import type { Imputed, RandomlyImputed } from "./imputed.ts";
import { kNearest } from "./k-nearest.ts";
import { minProb } from "./min-prob.ts";
import { qrilc } from "./qrilc.ts";

type Block = { rows: number; columns: number; values: (number | null)[] };
const censored = matrixFrom(golden.censored);
const nan = Number.NaN;

/** The censored samples over and over, with many missing values to draw; their parameters are nearly the same. */
function repeated(times: number): Matrix {
  const values = new Float64Array(censored.values.length * times);
  for (let k = 0; k < times; k++) values.set(censored.values, k * censored.values.length);
  return { rows: censored.rows * times, columns: censored.columns, values };
}

function drawnIn({ data, mask }: Imputed, sample: number): Float64Array {
  return data.values.filter((_, k) => k % data.columns === sample && mask[k] === 1);
}

const everyMethod: [string, (data: Matrix, seed: number) => Result<RandomlyImputed>][] = [
  ["downShifted", (data, seed) => downShifted(data, { seed })],
  ["minProb", (data, seed) => minProb(data, { seed })],
  ["qrilc", (data, seed) => qrilc(data, { seed })],
];

describe("the distributions that missing values are drawn from have the parameters of NumPy, SciPy and R", () => {
  const means = ({ drawnFrom }: RandomlyImputed) => drawnFrom.map((from) => from.mean);
  const sds = ({ drawnFrom }: RandomlyImputed) => drawnFrom.map((from) => from.sd);
  const uppers = ({ drawnFrom }: RandomlyImputed) => drawnFrom.map((from) => from.upper);

  test("down-shifted", () => {
    golden.downShifted.forEach(({ shift, width, ...numpy }, i) => {
      const found = value(downShifted(censored, { seed: 1, shift, width }));
      for (const wanted of [numpy, fromR.downShifted[i]!]) {
        expect(worstError(means(found), wanted.mean)).toBeLessThan(1e-12);
        expect(worstError(sds(found), wanted.sd)).toBeLessThan(1e-12);
      }
    });
  });

  test("MinProb", () => {
    golden.minProb.forEach(({ q, tune, ...numpy }, i) => {
      const found = value(minProb(censored, { seed: 1, q, tune }));
      for (const wanted of [numpy, fromR.minProb[i]!]) {
        expect(worstError(means(found), wanted.mean)).toBeLessThan(1e-12);
        for (const sd of sds(found)) expect(worstError([sd], [wanted.sd])).toBeLessThan(1e-12);
      }
    });
  });

  test("QRILC", () => {
    golden.qrilc.forEach(({ tune, parameters }, i) => {
      const found = value(qrilc(censored, { seed: 3, tune }));
      for (const wanted of [parameters, fromR.qrilc[i]!]) {
        expect(worstError(means(found), wanted[0]!)).toBeLessThan(1e-11);
        expect(worstError(sds(found), wanted[1]!)).toBeLessThan(1e-11);
        expect(worstError(uppers(found), wanted[2]!)).toBeLessThan(1e-11);
      }
    });
  });
});

test("draws have the moments of their distribution within 4 standard errors", () => {
  const data = repeated(400);
  for (const [, impute] of everyMethod.slice(0, 2)) {
    const found = value(impute(data, 11));
    found.drawnFrom.forEach((from, j) => {
      const drawn = drawnIn(found, j);
      expect(drawn.length).toBeGreaterThan(2000);
      const error = from.sd / Math.sqrt(drawn.length);
      expect(Math.abs(mean(drawn) - from.mean)).toBeLessThan(4 * error);
      expect(Math.abs(standardDeviation(drawn) - from.sd)).toBeLessThan(4 * error);
    });
  }
});

test("QRILC draws lie below the cut and have the truncated normal's mean and SD by SciPy", () => {
  const [, , , means, sds] = golden.qrilc[0]!.parameters;
  const seeds = Array.from({ length: 400 }, (_, seed) => value(qrilc(censored, { seed })));
  for (let j = 0; j < censored.columns; j++) {
    const drawn = Float64Array.from(seeds.flatMap((found) => Array.from(drawnIn(found, j))));
    const error = sds![j]! / Math.sqrt(drawn.length);
    expect(Math.max(...drawn)).toBeLessThanOrEqual(seeds[0]!.drawnFrom[j]!.upper);
    expect(Math.abs(mean(drawn) - means![j]!)).toBeLessThan(4 * error);
    expect(Math.abs(standardDeviation(drawn) - sds![j]!)).toBeLessThan(8 * error);
  }
});

describe.each(everyMethod)("%s", (_, impute) => {
  test("keeps what was observed, fills the rest, and is the same for the same seed only", () => {
    const found = value(impute(censored, 7));
    censored.values.forEach((x, k) => {
      expect(found.mask[k]).toBe(Number.isNaN(x) ? 1 : 0);
      if (!Number.isNaN(x)) expect(found.data.values[k]).toBe(x);
      else expect(Number.isFinite(found.data.values[k]!)).toBe(true);
    });
    expect(value(impute(censored, 7)).data).toEqual(found.data);
    expect(value(impute(censored, 8)).data).not.toEqual(found.data);
    expect(found.seed).toBe(7);
  });

  test("refuses infinite values and nothing, leaves an empty sample and draws the others as before", () => {
    expect(
      codes(
        impute(
          matrixOf([
            [1, Number.POSITIVE_INFINITY],
            [2, 3],
          ]),
          1,
        ),
      ),
    ).toEqual(["matrix-infinite"]);
    expect(codes(impute(matrixOf([[nan], [nan]]), 1))).toEqual(["matrix-nothing-observed"]);
    const last = censored.columns - 1;
    const emptied = { ...censored, values: censored.values.map((x, k) => (k % 5 === last ? nan : x)) };
    const found = impute(emptied, 7);
    expect(codes(found)).toEqual(["imputation-too-few", "matrix-empty-samples"]);
    const { data, mask } = value(found);
    expect(data.values.filter((x, k) => k % 5 === last && !Number.isNaN(x))).toHaveLength(0);
    expect(mask.filter((m, k) => k % 5 === last && m === 1)).toHaveLength(0);
  });
});

test("a sample's draws do not depend on the other samples", () => {
  const changed = { ...censored, values: censored.values.map((x, k) => (k % 5 === 1 ? x + 3 : x)) };
  const [a, b] = [censored, changed].map((data) => value(downShifted(data, { seed: 2 })));
  for (const j of [0, 2, 3, 4]) expect(drawnIn(b!, j)).toEqual(drawnIn(a!, j));
  expect(drawnIn(b!, 1)).not.toEqual(drawnIn(a!, 1));
});

test("a constant sample is filled with its value, by QRILC not at all; a sample of one value not either", () => {
  const constant = matrixOf([[5], [5], [5], [nan]]);
  expect(value(downShifted(constant, { seed: 1 })).data.values[3]).toBe(5);
  expect(codes(qrilc(constant, { seed: 1 }))).toEqual(["imputation-too-few"]);
  const single = matrixOf([[5], [nan]]);
  for (const [, impute] of everyMethod) expect(codes(impute(single, 1))).toEqual(["imputation-too-few"]);
});

describe("nearest neighbours", () => {
  const cases = Object.entries(golden.nearest).flatMap(([name, list]) =>
    list.map((one, i) => ({ name, one, i, k: one.k })),
  );

  test.each(cases)("$name with k = $k as impute.knn and NumPy have it", ({ name, one, i, k }) => {
    const input = matrixFrom(one.input as Block);
    const found = value(kNearest(input, { k }));
    expect(worstError(found.data.values, numbers(one.data))).toBeLessThan(1e-12);
    const r = numbers((fromR.nearest as unknown as Record<string, (number | null)[][]>)[name]![i]!);
    const both = Array.from(r.keys()).filter((at) => !Number.isNaN(r[at]!));
    expect(both.length).toBeGreaterThan(0.8 * r.length);
    expect(
      worstError(
        both.map((at) => found.data.values[at]!),
        both.map((at) => r[at]!),
      ),
    ).toBeLessThan(1e-12);
    expect(Array.from(found.mask)).toEqual(Array.from(input.values, (x) => (Number.isNaN(x) ? 1 : 0)));
  });

  test("features over the limit are named; infinite values and nothing are refused", () => {
    expect(codes(kNearest(matrixFrom(golden.nearest.sparse[0]!.input as Block)))).toEqual([
      "imputation-sparse-features",
    ]);
    expect(codes(kNearest(matrixOf([[1, Number.NEGATIVE_INFINITY]])))).toEqual(["matrix-infinite"]);
    expect(codes(kNearest(matrixOf([[nan, nan]])))).toEqual(["matrix-nothing-observed"]);
    expect(() => kNearest(matrixOf([[1]]), { k: 0 })).toThrow(RangeError);
  });

  test("a sample without values stays empty", () => {
    const found = kNearest(
      matrixOf([
        [1, nan, 2],
        [2, nan, 3],
        [4, nan, nan],
      ]),
      { k: 1, mostMissing: 0.7 },
    );
    expect(codes(found)).toEqual(["matrix-empty-samples"]);
    expect(value(found).data.values).toEqual(Float64Array.of(1, nan, 2, 2, nan, 3, 4, nan, 3));
  });
});
