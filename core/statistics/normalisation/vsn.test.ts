import { expect, test } from "vitest";
import { createRandom, portable } from "../../kernel/index.ts";
import { matrixFrom, numbers } from "../feature-matrix.test-support.ts";
import { codes, value, worstError } from "../golden.test-support.ts";
import type { Matrix } from "../linear-algebra/index.ts";
import { mean, variance } from "../moments.ts";
import golden from "./vsn.golden.json" with { type: "json" };
import { vsnNormalised } from "./vsn.ts";
import fromR from "./vsn-r.golden.json" with { type: "json" };

type Block = { rows: number; columns: number; values: (number | null)[] };

test.each(golden.cases.map((wanted, i) => ({ ...wanted, i })))(
  "the profile likelihood of asinh(a + b x) has the maximum that SciPy and R's optim find: sd $sd",
  ({ i, ...wanted }) => {
    const found = value(vsnNormalised(matrixFrom(wanted.input as Block)));
    const r = fromR.cases[i]!;
    expect(worstError([found.logLikelihood], [wanted.logLikelihood])).toBeLessThan(1e-13);
    expect(worstError([found.logLikelihood], [r.logLikelihood])).toBeLessThan(1e-11);
    expect(worstError([found.sd], [wanted.sd])).toBeLessThan(1e-7);
    expect(worstError(found.scale, wanted.scale)).toBeLessThan(1e-6);
    expect(worstError(found.scale, r.scale)).toBeLessThan(1e-4);
    const data = numbers(wanted.data);
    const differences = found.data.values.map((x, k) => Math.abs(x - data[k]!));
    expect(Math.max(...differences.filter((d) => !Number.isNaN(d)))).toBeLessThan(1e-6);
  },
);

test("the variance of simulated replicates grows with the mean before and not after; gains and offsets are found", () => {
  const random = createRandom(5);
  const [rows, columns] = [600, 4];
  const gains = [1, 2, 0.5, 1.5];
  const offsets = [0, 40, 10, -20];
  const values = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    const level = random.lognormal(6, 1.5);
    for (let j = 0; j < columns; j++) {
      const signal = level * random.lognormal(0, 0.15) + random.normal(0, 30);
      values[i * columns + j] = gains[j]! * signal + offsets[j]!;
    }
  }
  const raw: Matrix = { rows, columns, values };
  const found = value(vsnNormalised(raw));
  const ratio = ({ values }: Matrix) => {
    const all = Array.from({ length: rows }, (_, i) => values.subarray(i * columns, (i + 1) * columns));
    all.sort((a, b) => mean(a) - mean(b));
    const spread = (part: Float64Array[]) => mean(part.map((row) => variance(row)));
    return spread(all.slice(-200)) / spread(all.slice(0, 200));
  };
  expect(ratio(raw)).toBeGreaterThan(20);
  expect(ratio(found.data)).toBeGreaterThan(0.7);
  expect(ratio(found.data)).toBeLessThan(1.4);
  for (let j = 1; j < columns; j++) {
    expect(found.scale[0]! / found.scale[j]! / gains[j]!).toBeCloseTo(1, 1);
  }
  const high = values.findIndex((x) => x > 20000);
  const geometric = portable.exp(mean(found.scale.map((b) => portable.log(b))));
  const expected = portable.log2((found.scale[high % columns]! * values[high]!) / geometric);
  expect(found.data.values[high]).toBeCloseTo(expected, 2);
});

test("the unit of the intensities does not change the result but for its level", () => {
  const data = matrixFrom(golden.cases[1]!.input as Block);
  const found = value(vsnNormalised(data));
  const scaled = value(vsnNormalised({ ...data, values: data.values.map((x) => 1024 * x) }));
  const shifts = scaled.data.values.map((x, k) => x - found.data.values[k]! - 10);
  expect(Math.max(...shifts.filter((x) => !Number.isNaN(x)).map((x) => Math.abs(x)))).toBeLessThan(1e-9);
});

test("a likelihood that rises without end, far from 0 where asinh is a line or a logarithm, is refused", () => {
  expect(Math.min(...golden.withoutMaximum.shift.map((a) => Math.abs(a)))).toBeGreaterThan(1000);
  const found = vsnNormalised(matrixFrom(golden.withoutMaximum.input as Block));
  expect(codes(found)).toEqual(["normalisation-not-converged"]);
});

test("without additive noise the result is a logarithm up to an offset, and says so", () => {
  const random = createRandom(6);
  const values = new Float64Array(40 * 3);
  for (let i = 0; i < 40; i++) {
    const level = random.lognormal(14, 2);
    for (let j = 0; j < 3; j++) values[i * 3 + j] = level * random.lognormal(0, 0.1);
  }
  const found = vsnNormalised({ rows: 40, columns: 3, values });
  expect(codes(found)).toEqual(["normalisation-no-additive-noise"]);
  const { data, scale } = value(found);
  const high = values.indexOf(Math.max(...values));
  const geometric = portable.exp(mean(scale.map((b) => portable.log(b))));
  const logarithm = portable.log2((scale[high % 3]! * values[high]!) / geometric);
  expect(data.values[high]).toBeCloseTo(logarithm, 2);
});

test("one sample, few features and infinite intensities are refused", () => {
  const filled = (rows: number, columns: number, x: number) => ({
    rows,
    columns,
    values: new Float64Array(rows * columns).fill(x),
  });
  expect(codes(vsnNormalised(filled(20, 1, 5)))).toEqual(["normalisation-one-sample"]);
  expect(codes(vsnNormalised(filled(9, 2, 5)))).toEqual(["normalisation-too-few-features"]);
  expect(codes(vsnNormalised(filled(20, 2, Number.POSITIVE_INFINITY)))).toEqual(["matrix-infinite"]);
  expect(codes(vsnNormalised(filled(20, 2, 5)))).toEqual(["normalisation-not-converged"]);
});
