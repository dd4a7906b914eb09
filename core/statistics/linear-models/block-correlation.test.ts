import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { codes, value } from "../golden.test-support.ts";
import { matrixOf } from "../linear-algebra/index.ts";
import { type Numbers, nanMatrix, numbersOf } from "./golden.test-support.ts";
import { blockCorrelation } from "./index.ts";

interface Case {
  readonly data: readonly Numbers[];
  readonly design: number[][];
  readonly block: number[];
  readonly consensus: number;
  readonly correlations: readonly Numbers[];
  readonly reml: readonly Numbers[];
}

const { cases } = JSON.parse(
  readFileSync(new URL("block-correlation.golden.json", import.meta.url), "utf8"),
) as { cases: Record<string, Case> };

test.each(Object.entries(cases))(
  "%s: correlations by restricted maximum likelihood agree with limma and lme4",
  (_, one) => {
    const found = value(blockCorrelation(nanMatrix(one.data), matrixOf(one.design), one.block));
    const error = (wanted: number[]) =>
      wanted.reduce(
        (worst, aim, g) =>
          Number.isNaN(aim) ? worst : Math.max(worst, Math.abs(found.correlations[g]! - aim)),
        0,
      );
    expect(error(numbersOf(one.reml))).toBeLessThan(1e-7);
    // limma stops its scoring steps early for some features
    expect(error(numbersOf(one.correlations))).toBeLessThan(1e-3);
    expect(Math.abs(found.correlation - one.consensus)).toBeLessThan(2e-6);
    expect(numbersOf(one.reml).filter(Number.isFinite).length).toBeGreaterThan(10);
  },
);

test("a design that leaves nothing over has no correlation", () => {
  const data = { rows: 1, columns: 4, values: Float64Array.of(1, 2, 3, 4) };
  const design = matrixOf([
    [1, 0, 0],
    [1, 1, 0],
    [1, 0, 1],
    [1, 1, 1],
  ]);
  expect(codes(blockCorrelation(data, design, [1, 1, 2, 2]))).toEqual(["linear-model-no-residual-degrees"]);
  expect(() => blockCorrelation(data, design, [1])).toThrow(RangeError);
});
