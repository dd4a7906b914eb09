import { expect, test } from "vitest";
import { isAccepted } from "../../../../kernel/index.ts";
import { worstError } from "../../../../statistics/golden.test-support.ts";
import { fitLinearModels, type Matrix } from "../../../../statistics/index.ts";
import golden from "./block-correlation.golden.json" with { type: "json" };
import { blockCorrelation } from "./block-correlation.ts";

const rows = golden.values as (number | null)[][];
const data: Matrix = {
  rows: rows.length,
  columns: golden.block.length,
  values: Float64Array.from(rows.flat(), (value) => value ?? Number.NaN),
};
const design: Matrix = {
  rows: golden.side.length,
  columns: 2,
  values: Float64Array.from(golden.side.flatMap((side) => [1, side])),
};

test("the consensus is the 15 % trimmed mean of atanh of lme4's intraclass correlations", () => {
  expect(worstError([blockCorrelation(data, design, golden.block)], [golden.consensus])).toBeLessThan(1e-6);
});

test("it is limma's duplicateCorrelation where features below 0 are among those trimmed", () => {
  expect(golden.belowByStatmod).toBeLessThanOrEqual(Math.floor(0.15 * rows.length));
  const found = blockCorrelation(data, design, golden.block);
  expect(worstError([found], [golden.duplicateCorrelation])).toBeLessThan(1e-6);
});

test("fits with the consensus have limma's coefficients and standard errors", () => {
  const fits = fitLinearModels(data, design, { block: golden.block, correlation: golden.consensus });
  if (!isAccepted(fits)) throw new Error(fits.issues[0]!.code);
  const { coefficients, stdevUnscaled, sigma } = fits.value;
  const own = (matrix: Matrix) => golden.sigma.map((_, row) => matrix.values[2 * row + 1]!);
  expect(worstError(own(coefficients), golden.coefficient)).toBeLessThan(1e-10);
  expect(worstError(own(stdevUnscaled), golden.stdevUnscaled)).toBeLessThan(1e-10);
  expect(worstError([...sigma], golden.sigma)).toBeLessThan(1e-10);
});

test("blocks of one sample have no correlation", () => {
  const own = golden.block.map((_, at) => `s${at}`);
  expect(blockCorrelation(data, design, own)).toBe(0);
});
