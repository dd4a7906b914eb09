import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { codes, value } from "../golden.test-support.ts";
import { matrixOf } from "../linear-algebra/index.ts";
import { type Numbers, namedCases, nanMatrix, numbersOf, worstErrorFrom } from "./golden.test-support.ts";
import { arrayWeights, fitLinearModels } from "./index.ts";

interface Case {
  readonly data: Numbers[];
  readonly design: number[][];
  readonly method: "auto" | "reml" | "genebygene";
  readonly priorN: number;
  readonly weights: number[];
}

const cases = namedCases<Case>("array-weights", 1);
const second = JSON.parse(
  readFileSync(new URL("array-weights-python.golden.json", import.meta.url), "utf8"),
) as { cases: Record<string, number[]> };

function found({ data, design, method, priorN }: Case) {
  const way = { auto: {}, reml: { method: "reml" }, genebygene: { method: "gene-by-gene" } } as const;
  return value(arrayWeights(nanMatrix(data), matrixOf(design), { ...way[method], priorN }));
}

test.each(cases)(
  "%s: sample weights agree with limma's arrayWeights and with the likelihood maximised apart from it",
  (name, one) => {
    const { weights, method } = found(one);
    const missing = numbersOf(one.data).some(Number.isNaN);
    expect(method).toBe(
      one.method === "genebygene" || (missing && one.method === "auto") ? "gene-by-gene" : "reml",
    );
    // limma's scoring stops before the optimum where a weight is far from the others
    const stopped = name === "remlFar";
    expect(worstErrorFrom(0, weights, one.weights)).toBeLessThan(
      stopped ? 0.1 : method === "reml" ? 1e-8 : 1e-11,
    );
    expect(worstErrorFrom(0, weights, second.cases[name]!)).toBeLessThan(method === "reml" ? 1e-9 : 1e-11);
    const product = weights.reduce((sofar, weight) => sofar * weight, 1);
    expect(Math.abs(product - 1)).toBeLessThan(1e-12);
  },
);

const golden = new Map(cases);

test("sample weights by REML do not depend on the order of samples and features", () => {
  const { data, design } = golden.get("remlSlope")!;
  const rows = data.map(numbersOf);
  const order = [3, 0, 5, 2, 4, 1];
  const shuffled = [...rows].reverse().map((row) => order.map((i) => row[i]!));
  const straight = value(arrayWeights(matrixOf(rows), matrixOf(design))).weights;
  const turned = value(arrayWeights(matrixOf(shuffled), matrixOf(order.map((i) => design[i]!)))).weights;
  expect(
    worstErrorFrom(
      0,
      turned,
      order.map((i) => straight[i]!),
    ),
  ).toBeLessThan(1e-9);
});

test("features without a variance, or with one residual degree of freedom, leave the weights as they are", () => {
  const { data, design } = golden.get("missing")!;
  const rows = data.map(numbersOf);
  const informing = rows.filter((row, g) => ![1, 3, 4, 5].includes(g) && row.length > 0);
  const all = value(arrayWeights(matrixOf(rows), matrixOf(design)));
  const fewer = value(arrayWeights(matrixOf(informing), matrixOf(design)));
  expect(fewer).toEqual(all);
  expect(all.features).toBeLessThanOrEqual(informing.length);
});

test("too few features or residual degrees of freedom give weights of 1 and say so", () => {
  const { data, design } = golden.get("reml")!;
  const one = nanMatrix(data.slice(0, 1));
  expect(codes(arrayWeights(one, matrixOf(design)))).toEqual(["linear-model-no-array-weights"]);
  expect([...value(arrayWeights(one, matrixOf(design))).weights]).toEqual([1, 1, 1, 1, 1, 1]);
  const three = matrixOf([
    [0, 1, 0],
    [1, 3, 2],
    [5, 2, 2],
  ]);
  expect(
    codes(
      arrayWeights(
        three,
        matrixOf([
          [1, 0],
          [1, 1],
          [1, 0],
        ]),
      ),
    ),
  ).toEqual(["linear-model-no-array-weights"]);
  const constant = { rows: 3, columns: 6, values: new Float64Array(18).fill(7) };
  for (const method of ["reml", "gene-by-gene"] as const) {
    expect(codes(arrayWeights(constant, matrixOf(design), { method }))).toEqual([
      "linear-model-no-array-weights",
    ]);
  }
});

test("designs that no model can be fitted to are refused; wrong shapes and priors are faults of the caller", () => {
  const data = nanMatrix(golden.get("reml")!.data);
  const twice = matrixOf([0, 0, 0, 1, 1, 1].map((side) => [1, side, 1 - side]));
  expect(codes(arrayWeights(data, twice))).toEqual(["linear-model-aliased-coefficients"]);
  const broken = matrixOf([1, 1, 1, 1, 1, Number.NaN].map((one) => [one]));
  expect(codes(arrayWeights(data, broken))).toEqual(["linear-model-design-not-finite"]);
  expect(() => arrayWeights(data, matrixOf([[1]]))).toThrow(RangeError);
  expect(() => arrayWeights(data, twice, { priorN: 0 })).toThrow(RangeError);
});

test("fits take the weights: a noisy sample counts for less", () => {
  const { data, design } = golden.get("remlFar")!;
  const { weights } = found(golden.get("remlFar")!);
  const fits = value(fitLinearModels(nanMatrix(data), matrixOf(design), { weights }));
  const plain = value(fitLinearModels(nanMatrix(data), matrixOf(design)));
  expect(weights[2]).toBe(Math.min(...weights));
  const mean = (values: Float64Array) => values.reduce((sum, one) => sum + one, 0) / values.length;
  expect(mean(fits.sigma)).toBeLessThan(mean(plain.sigma) / 2);
});
